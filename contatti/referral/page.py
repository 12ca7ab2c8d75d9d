"""The page on which an operator refers a case: what she types is read and sealed in her browser."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from contatti.console.rights import mailboxes_of
from contatti.referral.forms import LONGEST, ReferralDraft
from contatti.referral.receivers import is_body, receivers
from contatti.referral.words import words


@require_GET
def referral_page(request: HttpRequest) -> HttpResponse:
    """Show the page to who answers at a desk. Raises PermissionDenied."""
    mine = {each.pk: each.name for each in mailboxes_of(request.user)}
    if not mine:
        raise PermissionDenied
    groups = _groups(mine)
    form = ReferralDraft()
    form.offer(list(mine.items()), [("", _("Scegli…")), *groups], localdate())
    context = {"form": form, "data": _data(), "has_receivers": bool(groups), "one_desk": len(mine) == 1}
    return render(request, "contatti/admin/referral/new.html", context)


def _groups(mine: dict[int, str]) -> list[tuple[str, list[tuple[int, str]]]]:
    """Return whom the page offers; her own desk only where she has a second one to refer from."""
    found = [
        each.mailbox for each in receivers(timezone.now()) if len(mine) > 1 or each.mailbox.pk not in mine
    ]
    desks = [(each.pk, each.name) for each in found if not is_body(each)]
    others = [(each.pk, each.name) for each in found if is_body(each)]
    return [group for group in ((_("Sportelli"), desks), (_("Enti della rete"), others)) if group[1]]


def _data() -> dict[str, Any]:
    """Return what the page's script has to know."""
    names = {"token": "console_token", "keys": "referral_keys", "send": "referral_send"}
    return {
        "today": localdate().isoformat(),
        "longest": LONGEST,
        "addresses": {name: reverse(view) for name, view in names.items()},
        "words": words(),
    }
