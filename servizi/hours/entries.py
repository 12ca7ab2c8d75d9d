"""What an editor writes about the hours of a desk, with the meaning of schema.org OpeningHoursSpecification.

An opening belongs to the day on which it begins. `closes` not later than `opens` means the next day;
`closes` at 00:00 is therefore the midnight that ends the day (24:00), and 00:00-00:00 is the whole day.
"""

from dataclasses import dataclass
from datetime import date, time
from typing import TypeAlias

from servizi.hours.intervals import Interval
from servizi.hours.italian_time import MIDNIGHT, ONE_DAY, instant


@dataclass(frozen=True, slots=True)
class Hours:
    """Opening and closing time as clocks in Italy show them."""

    opens: time
    closes: time

    @property
    def past_midnight(self) -> bool:
        return self.closes <= self.opens

    @property
    def whole_day(self) -> bool:
        return self.opens == self.closes == MIDNIGHT

    @property
    def minutes(self) -> tuple[int, int]:
        """Minutes from the midnight that begins the day to opening and to closing, on an ordinary day."""
        opens, closes = (clock.hour * 60 + clock.minute for clock in (self.opens, self.closes))
        return opens, closes + 24 * 60 * self.past_midnight

    def on(self, day: date) -> Interval:
        """The opening that begins on `day`; it has no duration if the clocks jump over all of it."""
        last = day + ONE_DAY if self.past_midnight else day
        return Interval(instant(day, self.opens), instant(last, self.closes))


@dataclass(frozen=True, slots=True)
class WeeklySlot(Hours):
    """Open every week on `weekday` (0 is Monday), from `valid_from` through `valid_through`, both included.

    Raises ValueError for a weekday outside 0-6.
    """

    weekday: int
    valid_from: date | None = None
    valid_through: date | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.weekday <= 6:
            raise ValueError(f"weekday runs from 0 (Monday) to 6 (Sunday), not {self.weekday}")

    def begins_on(self, day: date) -> bool:
        return day.weekday() == self.weekday and self.valid_on(day)

    def valid_on(self, day: date) -> bool:
        return (self.valid_from or date.min) <= day <= (self.valid_through or date.max)


@dataclass(frozen=True, slots=True)
class ExtraOpening(Hours):
    """Open on one date besides the weekly hours, also on a holiday or in a closure."""

    date: date


@dataclass(frozen=True, slots=True)
class Closure:
    """No weekly opening begins from `first` through `last`, both included."""

    first: date
    last: date
    reason: str = ""

    def includes(self, day: date) -> bool:
        return self.first <= day <= self.last


Entry: TypeAlias = WeeklySlot | Closure | ExtraOpening
