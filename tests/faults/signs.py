"""What shows that a fault was really there: else nobody would notice a harness that breaks nothing."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from tests.faults.portal import Portal


def hours(portal: Portal) -> set[datetime]:
    """Return in which hours the portal thought that it accepted something."""
    found = [row[0] for row in portal.statement("SELECT DISTINCT accepted_hour FROM sealed_outboxitem")]
    return {
        hour.astimezone(UTC)
        if isinstance(hour, datetime)
        else datetime.fromisoformat(hour).replace(tzinfo=UTC)
        for hour in found
    }


def tried_again(portal: Portal) -> bool:
    """Tell whether some delivery needed more than one attempt."""
    ((number,),) = portal.statement("SELECT count(*) FROM sealed_outboxitem WHERE attempts > 1")
    return bool(number)


def day_ahead(portal: Portal) -> bool:
    return max(hours(portal)) > datetime.now(UTC) + timedelta(hours=12)


def day_back(portal: Portal) -> bool:
    return min(hours(portal)) < datetime.now(UTC) - timedelta(hours=12)


def across(moment: datetime) -> Callable[[Portal], bool]:
    """Return what tells whether requests were accepted on both sides of a change of clocks."""
    return lambda portal: hours(portal) >= {moment - timedelta(hours=1), moment}
