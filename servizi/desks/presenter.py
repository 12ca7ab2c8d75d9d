"""What the page of one desk shows."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from servizi.desks.described import DescribedDesk
from servizi.desks.linked_data import place
from servizi.hours import Calendar, Interval, day_in_italy

DAYS_AHEAD = 60


@dataclass(frozen=True)
class Change:
    """From `first` through `last`: `openings` instead of the weekly ones, or closed for `reason`."""

    first: date
    last: date
    reason: str
    openings: tuple[Interval, ...] = ()


def desk_context(desk: DescribedDesk, moment: datetime) -> dict[str, Any]:
    """Raises ValueError if `moment` is naive."""
    today = day_in_italy(moment)
    return {
        "today": today,
        "state": desk.calendar.state(moment),
        "week": desk.calendar.week(today),
        "changes": changes(desk.calendar, today),
        "stale": desk.source.is_stale(today),
        "says_how": bool(desk.source.phones or desk.source.hours),
        "linked_data": place(desk, today),
    }


def changes(calendar: Calendar, today: date) -> list[Change]:
    """Closures, holidays and extra openings of the next DAYS_AHEAD days, in order; a closure is told once."""
    told: dict[Change, None] = {}
    for day in calendar.special_days(today, DAYS_AHEAD):
        if day.closure and not day.openings:
            change = Change(day.closure.first, day.closure.last, day.reason)
        else:
            change = Change(day.date, day.date, day.reason, day.openings)
        told.setdefault(change)
    return list(told)
