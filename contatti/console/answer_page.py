"""The page on which an operator answers: everything that she types is read and sealed in her browser."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localtime
from django.views.decorators.http import require_GET

from contatti.availability import offered_mailboxes
from contatti.console.forms import DraftForm
from contatti.console.requests import with_calendars
from contatti.console.rights import mailboxes_of
from contatti.console.times import days_of
from contatti.console.words import words
from contatti.models import DeskMailbox, ModelAnswer
from contatti.sealed.conf import sealed_settings


@require_GET
def answer_page(request: HttpRequest) -> HttpResponse:
    """Show the page to who answers at a desk. Raises PermissionDenied."""
    mailboxes = with_calendars(mailboxes_of(request.user))
    if not mailboxes:
        raise PermissionDenied
    context = {"form": DraftForm(), "data": _data(mailboxes), "mailboxes": mailboxes}
    return render(request, "contatti/admin/console/answer.html", context)


def _data(mailboxes: list[DeskMailbox]) -> dict[str, Any]:
    """Return what the page's script has to know."""
    now = timezone.now()
    return {
        "siteId": sealed_settings.SITE_ID,
        "now": f"{localtime(now):%Y-%m-%dT%H:%M}",
        "mine": {str(each.pk): {"name": each.name, "days": days_of(each, now)} for each in mailboxes},
        # Their names stand on the site.
        "others": {str(each.pk): each.name for each in offered_mailboxes()},
        "models": list(
            ModelAnswer.objects.for_mailboxes(mailboxes).values("title", "language", "text", "mailbox")
        ),
        "addresses": {name: reverse(f"console_{name}") for name in ("token", "state", "keep", "end")},
        "words": words(),
    }
