"""Nobody loses the last administrator, the last keeper or herself; all keepers hear of a new one.

Wagtail changes accounts and roles in many views, several at once too. So the state before and after is
compared around all of them, in one transaction that is taken back.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import get_user_model
from django.db import transaction
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import ResolverMatch
from django.utils.translation import gettext as _

from logins.mails import MANAGES, people_with, tell_about, tell_keepers

GUARDED = ("wagtailusers_users:", "wagtailusers_groups:")
OF_PEOPLE = "auth"
"""The app whose rows actions on several accounts at once change."""


@dataclass(frozen=True)
class Staff:
    """Who has the permissions that somebody must have, and where links would be sent."""

    having: dict[str, dict[int, Any]]
    addresses: dict[int, str]

    @classmethod
    def now(cls) -> "Staff":
        permissions = {*settings.LOGINS_NEEDED, settings.LOGINS_TOLD}
        return cls(
            {name: {person.pk: person for person in people_with(name)} for name in permissions},
            dict(get_user_model().objects.values_list("pk", "email")),
        )


def is_guarded(match: ResolverMatch) -> bool:
    """Tell whether a view may change people; others answer in their own place, behind all middleware."""
    is_bulk = match.view_name == "wagtail_bulk_action" and match.kwargs.get("app_label") == OF_PEOPLE
    return is_bulk or match.view_name.startswith(GUARDED)


def guarded(request: HttpRequest, view: Callable[[], HttpResponseBase]) -> HttpResponseBase:
    """Answer with the view, unless afterwards somebody would be missing whom the site needs."""
    with transaction.atomic():
        before = Staff.now()
        response = view()
        after = Staff.now()
        if words := _missing(request, before, after):
            transaction.set_rollback(True)
        else:
            transaction.on_commit(lambda: _tell_changes(before, after))
    if not words:
        return response
    list(messages.get_messages(request))  # "deleted", which is no longer true
    messages.error(request, words)
    return HttpResponseRedirect(request.get_full_path())


def _missing(request: HttpRequest, before: Staff, after: Staff) -> str:
    me = request.user.pk
    if me in before.having.get(MANAGES, {}) and me not in after.having.get(MANAGES, {}):
        return _("Non puoi togliere te stessa: chiedilo a un’altra amministratrice.")
    for name, word in settings.LOGINS_NEEDED.items():
        if before.having[name] and not after.having[name]:
            return _("Non si può: resterebbe il sito senza %(role)s. Prima date il ruolo a un’altra.") % {
                "role": word
            }
    return ""


def _tell_changes(before: Staff, after: Staff) -> None:
    keepers = after.having[settings.LOGINS_TOLD]
    if new := [person for pk, person in keepers.items() if pk not in before.having[settings.LOGINS_TOLD]]:
        tell_keepers([person.get_username() for person in new], keepers.values())
    for pk, address in before.addresses.items():
        if address and after.addresses.get(pk, address) != address:
            _tell_former(pk, address)


def _tell_former(pk: int, address: str) -> None:
    """Write to the address of before: whoever changed it would get her links."""
    person = get_user_model().objects.get(pk=pk)
    person.email = address
    tell_about(person, lambda: _("Il tuo indirizzo e-mail nella redazione è stato cambiato."))
