"""The only precision at which the project remembers when somebody wrote; dates of others' files."""

from datetime import UTC, date, datetime

from django.utils.timezone import localdate


def truncate_to_hour(moment: datetime) -> datetime:
    """Return the beginning of the hour of an aware moment, in UTC."""
    return moment.astimezone(UTC).replace(minute=0, second=0, microsecond=0)


LAST_DAY = datetime(9999, 12, 30, tzinfo=UTC)
FIRST_DAY = datetime(1950, 1, 1, tzinfo=UTC)


def within_calendar(moment: datetime) -> datetime:
    """Return an aware moment of somebody else's file, or the nearest one that every time zone can show.

    9999-12-31T23:59:59Z says "no end" in a certificate (RFC 5280, 4.1.2.5), and in Rome it is a year too far.
    """
    return min(max(moment, FIRST_DAY), LAST_DAY)


def local_day(moment: datetime) -> date:
    """Return the day of an aware moment in the project's time zone, whatever a file says it is."""
    return localdate(within_calendar(moment))
