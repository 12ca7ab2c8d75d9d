"""From what a clock on the wall in Italy shows to an instant, and back."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

ROME = ZoneInfo("Europe/Rome")
ONE_DAY = timedelta(days=1)
WEEK = timedelta(days=7)
MIDNIGHT = time(0)

# Summer time begins and ends at 01:00 UTC in the whole Union (Directive 2000/84/EC, articles 2 and 3).
CLOCK_CHANGE = time(1, tzinfo=UTC)


def instant(day: date, clock: time) -> datetime:
    """The first instant, in UTC, at which clocks in Italy show `clock` of `day`, or later.

    One rule settles both clock changes. In October the hour from 2 to 3 comes twice: the first one counts
    (RFC 5545 section 3.3.5 decides alike). In March it does not come: the instant of the change counts.

    All the calculus is done in UTC: Python compares and subtracts two datetimes of the same zone by their
    clock faces, which is an hour wrong across a change.
    """
    wall = datetime.combine(day, clock)
    moment = wall.replace(tzinfo=ROME, fold=0).astimezone(UTC)
    if moment.astimezone(ROME).replace(tzinfo=None) != wall:
        return datetime.combine(day, CLOCK_CHANGE)
    return moment


def require_aware(moment: datetime) -> datetime:
    """The same instant in UTC. Raises ValueError for a naive datetime: its zone would be a guess."""
    if moment.utcoffset() is None:
        raise ValueError("an aware datetime is required: opening hours depend on the time zone")
    return moment.astimezone(UTC)


def day_in_italy(moment: datetime) -> date:
    """The date that calendars in Italy show at an aware `moment`. Raises ValueError if it is naive."""
    return require_aware(moment).astimezone(ROME).date()
