"""What waits in referred cases, on the administration's first page, for who can do something about it."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from contatti.console.requests import with_calendars
from contatti.console.rights import mailboxes_of
from contatti.models import Referral
from contatti.readers import mailboxes_read_by
from contatti.referral.rows import SentRow
from home.admin.todos import Item, Todo, provider


@provider
def referrals_without_answer(user: Any) -> Iterator[Todo]:
    """Yield, to the operators of the sending desk, cases that came back and cases that wait too long."""
    own = with_calendars(mailboxes_of(user))
    cases = Referral.objects.unanswered().filter(sender__in=own).select_related("receiver", "item")
    rows = [SentRow(each, timezone.now(), own) for each in cases.order_by("sent_hour", "pk")]
    waiting = [each for each in rows if each.needs_her]
    yield Todo(
        _("Casi affidati che non hanno risposta"),
        _("Sono tornati indietro, o nessuno ha risposto: telefonate, poi segnate com’è andata."),
        [Item(_words(each), url=reverse("referrals")) for each in waiting],
        urgent=any(each.came_back for each in waiting),
    )


@provider
def referrals_to_answer(user: Any) -> Iterator[Todo]:
    """Yield, to who reads a mailbox, the cases that were referred to it and that nobody answered."""
    cases = (
        Referral.objects.unanswered().filter(receiver__in=mailboxes_read_by(user)).select_related("sender")
    )
    yield Todo(
        _("Casi affidati a voi"),
        _("La lettera è nella vostra casella di posta. Leggetela, poi dite se lo prendete in carico."),
        [
            Item(_("da «%(name)s»") % {"name": each.sender.name}, url=reverse("referrals"))
            for each in cases.order_by("sent_hour", "pk")
        ],
        urgent=True,
    )


def _words(row: SentRow) -> str:
    words = _("a «%(name)s», da %(day)s: %(state)s")
    return words % {"name": row.case.receiver.name, "day": row.hour.day, "state": row.state}
