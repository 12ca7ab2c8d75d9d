"""Hours of an ordinary week, which knows no date: counted on the circle of its 10 080 minutes."""

from collections.abc import Iterable

from servizi.hours.entries import WeeklySlot

MINUTES_PER_DAY = 24 * 60
MINUTES_PER_WEEK = 7 * MINUTES_PER_DAY


def covered_minutes(slots: Iterable[WeeklySlot]) -> int:
    """Minutes of the week in which at least one slot is open; validity is not looked at."""
    covered: set[int] = set()
    for slot in slots:
        opens, closes = slot.minutes
        covered.update(
            (slot.weekday * MINUTES_PER_DAY + minute) % MINUTES_PER_WEEK for minute in range(opens, closes)
        )
    return len(covered)
