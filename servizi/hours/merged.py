"""The hours of several desks read together."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Generic, TypeVar

from servizi.hours.calendar import Calendar, Day
from servizi.hours.intervals import Interval
from servizi.hours.ordinary_week import covered_minutes

Desk = TypeVar("Desk")

TODAY_AND_NEXT_SEVEN_DAYS = 8


@dataclass(frozen=True, slots=True)
class Presence(Generic[Desk]):
    """Somebody is at `desk` during `opening`."""

    desk: Desk
    opening: Interval


@dataclass(frozen=True, slots=True)
class MergedDay(Generic[Desk]):
    """One date of all desks: who is open, by opening time, and who stays closed against the usual."""

    date: date
    presences: tuple[Presence[Desk], ...]
    closed: tuple[tuple[Desk, Day], ...]


def merged_week(
    calendars: Mapping[Desk, Calendar], first: date, days: int = TODAY_AND_NEXT_SEVEN_DAYS
) -> list[MergedDay[Desk]]:
    """Who is open where, for `days` days from `first` on."""
    return [_merged_day(calendars, first + timedelta(days=number)) for number in range(days)]


def covered_hours(calendars: Collection[Calendar], on: date) -> timedelta:
    """Hours of an ordinary week in which at least one desk is open, under the slots valid on `on`."""
    slots = (slot for calendar in calendars for slot in calendar.slots if slot.valid_on(on))
    return timedelta(minutes=covered_minutes(slots))


def _merged_day(calendars: Mapping[Desk, Calendar], date: date) -> MergedDay[Desk]:
    days = [(desk, calendar.day(date)) for desk, calendar in calendars.items()]
    presences = [Presence(desk, opening) for desk, day in days for opening in day.openings]
    return MergedDay(
        date,
        tuple(sorted(presences, key=lambda presence: presence.opening)),
        tuple((desk, day) for desk, day in days if day.special and not day.openings),
    )
