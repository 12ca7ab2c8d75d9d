"""The opening hours of one desk, and the questions that people ask about them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from servizi.hours.entries import Closure, Entry, ExtraOpening, WeeklySlot
from servizi.hours.holidays import Holidays, no_holidays
from servizi.hours.intervals import Interval, joined
from servizi.hours.italian_time import ONE_DAY, day_in_italy, require_aware
from servizi.hours.ordinary_week import covered_minutes

# A later opening is no news for somebody who needs help; a desk that does not close within it never does.
HORIZON = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Day:
    """One date of one desk: the openings that begin on it, `special` if other than the weekly slots say."""

    date: date
    openings: tuple[Interval, ...]
    special: bool = False
    closure: Closure | None = None
    holiday: str | None = None

    @property
    def reason(self) -> str:
        """Why the weekly hours do not hold on this day; empty if they do, or if nobody said why."""
        return (self.closure.reason if self.closure else self.holiday) or ""


@dataclass(frozen=True, slots=True)
class State:
    """Open or closed at `moment`.

    Open: `until` is the closing instant, None if it does not close within HORIZON.
    Closed: `opens_at` is the next opening instant, None if none is known within HORIZON; `reason` says
    why today is not an ordinary day.
    """

    moment: datetime
    is_open: bool
    until: datetime | None = None
    opens_at: datetime | None = None
    reason: str = ""

    @property
    def next_change(self) -> datetime | None:
        return self.until if self.is_open else self.opens_at


@dataclass(frozen=True, slots=True)
class Calendar:
    """Weekly slots, less closures and holidays, plus extra openings."""

    slots: tuple[WeeklySlot, ...] = ()
    closures: tuple[Closure, ...] = ()
    extra_openings: tuple[ExtraOpening, ...] = ()
    holiday: Holidays = no_holidays
    open_on_holidays: bool = False

    @classmethod
    def of(
        cls, entries: Iterable[Entry], holiday: Holidays = no_holidays, *, open_on_holidays: bool = False
    ) -> "Calendar":
        """The calendar that `entries`, whatever their kinds, make together."""
        found = tuple(entries)
        return cls(
            tuple(entry for entry in found if isinstance(entry, WeeklySlot)),
            tuple(entry for entry in found if isinstance(entry, Closure)),
            tuple(entry for entry in found if isinstance(entry, ExtraOpening)),
            holiday,
            open_on_holidays,
        )

    def day(self, day: date) -> Day:
        """What `day` looks like; openings that touch are joined."""
        closure = next((closure for closure in self.closures if closure.includes(day)), None)
        holiday = None if self.open_on_holidays else self.holiday(day)
        weekly = [slot.on(day) for slot in self.slots if slot.begins_on(day)]
        hours = [extra.on(day) for extra in self.extra_openings if extra.date == day]
        if closure is None and holiday is None:
            hours += weekly
        openings, usual = (tuple(joined(sorted(intervals))) for intervals in (hours, weekly))
        return Day(day, openings, openings != usual, closure, holiday)

    def week(self, first: date, days: int = 7) -> list[Day]:
        """`days` days from `first` on."""
        return [self.day(first + timedelta(days=number)) for number in range(days)]

    def is_open(self, moment: datetime) -> bool:
        """Raises ValueError, as every question about a moment, if `moment` is naive."""
        now = require_aware(moment)
        today = day_in_italy(now)
        return any(
            opening.contains(now) for day in (today - ONE_DAY, today) for opening in self.day(day).openings
        )

    def next_opening(self, moment: datetime) -> Interval | None:
        """The first opening that begins after `moment`; None if there is none within HORIZON."""
        now = require_aware(moment)
        return next((opening for opening in self._openings(now) if opening.start > now), None)

    def state(self, moment: datetime) -> State:
        """What to tell somebody who asks at `moment`."""
        now = require_aware(moment)
        opening = next((opening for opening in self._openings(now) if opening.end > now), None)
        if opening and opening.contains(now):
            return State(now, is_open=True, until=opening.end if opening.end <= now + HORIZON else None)
        today = self.day(day_in_italy(now))
        return State(
            now,
            is_open=False,
            opens_at=opening.start if opening else None,
            reason=today.reason if today.special else "",
        )

    def special_days(self, first: date, days: int) -> list[Day]:
        """Those of `days` days from `first` on whose openings are not those of the weekly slots."""
        return [day for day in self.week(first, days) if day.special]

    def open_time(self, first: date, days: int) -> timedelta:
        """Real time open in the openings that begin in `days` days from `first` on."""
        openings = (opening for day in self.week(first, days) for opening in day.openings)
        return sum((opening.duration for opening in openings), timedelta())

    def weekly_hours(self, on: date) -> timedelta:
        """Hours of an ordinary week, under the slots valid on `on`; nothing special counts."""
        return timedelta(minutes=covered_minutes(slot for slot in self.slots if slot.valid_on(on)))

    def _openings(self, now: datetime) -> Iterator[Interval]:
        """In order of time, joined where they touch, from the opening that may still be running at `now`."""
        today = day_in_italy(now)
        days = (today + timedelta(days=number) for number in range(-1, HORIZON.days + 1))
        known = self.slots or self.extra_openings
        return joined(opening for day in days if known for opening in self.day(day).openings)
