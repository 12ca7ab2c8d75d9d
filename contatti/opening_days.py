"""How long something waits, in openings of a desk: a change of keys (SEALED_WAIT), an answer to a case."""

from datetime import datetime, timedelta
from typing import Any

from servizi.hours import Calendar
from servizi.models import DeskPage

OPENINGS = 2
LONGEST = timedelta(days=14)


def two_opening_days(mailbox: Any, asked_at: datetime) -> datetime:
    """Return the end of the second opening after a moment: so long somebody at the desk can say no.

    At least two days; LONGEST where the desk does not open so often, and for a body, which tells no hours.
    """
    desk = DeskPage.objects.filter(mailbox=mailbox.pk).first()
    if desk is None:
        return asked_at + LONGEST
    return max(end_of_opening(desk.calendar, asked_at, OPENINGS), asked_at + timedelta(days=2))


def end_of_opening(calendar: Calendar, after: datetime, number: int) -> datetime:
    """Return the end of so many openings after a moment; LONGEST where they are not so frequent."""
    latest = after + LONGEST
    moment = after
    for _opening in range(number):
        found = calendar.next_opening(moment)
        if found is None or found.end > latest:
            return latest
        moment = found.end
    return moment
