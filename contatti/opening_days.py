"""How long a change of keys waits for which a desk has no second person (SEALED_WAIT)."""

from datetime import datetime, timedelta
from typing import Any

from servizi.models import DeskPage

OPENINGS = 2
LONGEST = timedelta(days=14)


def two_opening_days(mailbox: Any, asked_at: datetime) -> datetime:
    """Return the end of the second opening after a moment: so long somebody at the desk can say no.

    At least two days; LONGEST where the desk does not open so often.
    """
    desk = DeskPage.objects.filter(mailbox=mailbox.pk).first()
    latest = asked_at + LONGEST
    moment = asked_at
    for _opening in range(OPENINGS):
        found = desk.calendar.next_opening(moment) if desk else None
        if found is None or found.end > latest:
            return latest
        moment = found.end
    return max(moment, asked_at + timedelta(days=2))
