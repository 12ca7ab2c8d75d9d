"""What waits too long, on the administration's first page: for the desk's operators and who coordinates."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from contatti.console.requests import with_calendars
from contatti.console.rights import coordinates, mailboxes_of
from contatti.console.waiting import DeskCounts, counts
from contatti.models import DeskMailbox
from home.admin.todos import Item, Todo, provider


@provider
def waiting_requests(user: Any) -> Iterator[Todo]:
    """Yield the desks at which nobody took charge of a request in time."""
    sees_all = coordinates(user)
    rows = DeskMailbox.objects.order_by("name") if sees_all else mailboxes_of(user)
    found = [each for each in counts(with_calendars(rows), timezone.now()) if each.late]
    yield Todo(
        _("Richieste che aspettano da troppo"),
        _("Nessuna le ha prese in carico entro l’apertura seguente, o in due giorni."),
        [Item(_words(each), url=reverse("console")) for each in found],
        urgent=True,
    )


def _words(desk: DeskCounts) -> str:
    number = ngettext("%(n)d richiesta", "%(n)d richieste", desk.late) % {"n": desk.late}
    return f"{desk.mailbox.name}: {number}"
