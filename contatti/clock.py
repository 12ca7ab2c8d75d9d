"""The only precision at which the project remembers when somebody wrote."""

from datetime import UTC, datetime


def truncate_to_hour(moment: datetime) -> datetime:
    """Return the beginning of the hour of an aware moment, in UTC."""
    return moment.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
