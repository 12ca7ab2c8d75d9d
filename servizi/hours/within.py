"""A part of a calendar: the openings of a desk, as far as somebody is there who speaks a language."""

from dataclasses import dataclass, replace
from datetime import date

from servizi.hours.calendar import Calendar, Day
from servizi.hours.entries import WeeklySlot
from servizi.hours.intervals import Interval, joined
from servizi.hours.italian_time import ONE_DAY


@dataclass(frozen=True, slots=True)
class CalendarWithin(Calendar):
    """The openings of a calendar that fall into `during`: closed whenever the whole is closed."""

    during: tuple[WeeklySlot, ...] = ()

    @classmethod
    def of_part(cls, whole: Calendar, during: tuple[WeeklySlot, ...]) -> "CalendarWithin":
        """Return what is left of `whole` in the hours of `during`; holidays and closures stay its own."""
        return cls(
            whole.slots,
            whole.closures,
            whole.extra_openings,
            whole.holiday,
            whole.open_on_holidays,
            during,
        )

    def day(self, day: date) -> Day:
        """What `day` looks like in these hours; an extra opening counts where a row falls on its weekday."""
        # A class with slots is made anew by the decorator, and a bare super() would look at the first one.
        whole = Calendar.day(self, day)
        # An opening may run into the next day, and so may the hours of a language from the day before.
        days = (day - ONE_DAY, day, day + ONE_DAY)
        spoken = [slot.on(each) for each in days for slot in self.during if slot.begins_on(each)]
        common = sorted(
            Interval(max(opening.start, hours.start), min(opening.end, hours.end))
            for opening in whole.openings
            for hours in spoken
        )
        return replace(whole, openings=tuple(joined(common)))
