"""What waits too long: counted for each desk, from the hour in which a request came."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from contatti.models import DeskMailbox
from contatti.proof_days import last_proof_at
from contatti.sealed.models import OutboxItem
from servizi.hours import Calendar

PATIENCE = timedelta(days=2)
"""However seldom a desk opens, a request that nobody took charge of for so long waits too long."""


def answer_by(calendar: Calendar, arrived: datetime) -> datetime:
    """Return until when somebody should take charge: the end of the desk's next opening, at most PATIENCE."""
    opening = calendar.next_opening(arrived)
    latest = arrived + PATIENCE
    return min(opening.end, latest) if opening else latest


@dataclass(frozen=True, slots=True)
class DeskCounts:
    """What may be known of a desk's requests by who does not answer there. oldest: days, of the new ones."""

    mailbox: DeskMailbox
    new: int
    taken: int
    done: int
    late: int
    oldest: int | None

    @property
    def last_proof(self) -> str:
        """Return the day on which somebody there last showed that she reads."""
        return last_proof_at(self.mailbox)


def counts(mailboxes: Iterable[DeskMailbox], now: datetime) -> list[DeskCounts]:
    """Return the counts of each mailbox; its desk must be loaded."""
    mailboxes = list(mailboxes)
    rows = (
        OutboxItem.objects.requests()
        .filter(mailbox__in=mailboxes, referral=None)
        .values_list("mailbox", "accepted_hour", "progress__item", "progress__done")
    )
    by_mailbox: dict[int, list[tuple[datetime, object, bool]]] = {}
    for mailbox, hour, progress, done in rows:
        by_mailbox.setdefault(mailbox, []).append((hour, progress, bool(done)))
    return [_counted(mailbox, by_mailbox.get(mailbox.pk, []), now) for mailbox in mailboxes]


def _counted(mailbox: DeskMailbox, rows: list[tuple[datetime, object, bool]], now: datetime) -> DeskCounts:
    new = [hour for hour, progress, _done in rows if progress is None]
    done = sum(done for _hour, _progress, done in rows)
    calendar = mailbox.desk.calendar
    return DeskCounts(
        mailbox,
        len(new),
        len(rows) - len(new) - done,
        done,
        sum(answer_by(calendar, hour) < now for hour in new),
        (now - min(new)).days if new else None,
    )
