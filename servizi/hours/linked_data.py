"""Opening hours as schema.org OpeningHoursSpecification, for search engines (JSON-LD)."""

from datetime import date, time
from typing import TypeAlias

from servizi.hours.calendar import Calendar, Day
from servizi.hours.entries import WeeklySlot
from servizi.hours.intervals import Interval
from servizi.hours.italian_time import MIDNIGHT, ONE_DAY, ROME

Specification: TypeAlias = dict[str, str]

DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SPECIAL_DAYS_AHEAD = 90
CLOSED: Specification = {"opens": "00:00", "closes": "00:00"}


def weekly_specification(calendar: Calendar, today: date) -> list[Specification]:
    """The weekly slots that hold today or later: the value of `openingHoursSpecification`."""
    return [
        _slot(slot) for slot in calendar.slots if slot.valid_through is None or slot.valid_through >= today
    ]


def special_specification(calendar: Calendar, today: date) -> list[Specification]:
    """What differs in the next SPECIAL_DAYS_AHEAD days: the value of `specialOpeningHoursSpecification`.

    It replaces the weekly hours of its dates. A closed day opens and closes at 00:00: an empty range by
    the definition of schema.org and the form that search engines ask for.
    """
    found: list[Specification] = []
    for day in calendar.special_days(today, SPECIAL_DAYS_AHEAD):
        if day.openings:
            found += [_special(day, _clocks(opening)) for opening in day.openings]
        elif found and _continues(found[-1], day):
            found[-1]["validThrough"] = day.date.isoformat()
        else:
            found.append(_special(day, CLOSED))
    return found


def _slot(slot: WeeklySlot) -> Specification:
    specification = {
        "@type": "OpeningHoursSpecification",
        "dayOfWeek": f"https://schema.org/{DAY_NAMES[slot.weekday]}",
        **_whole_or(slot.opens, slot.closes),
    }
    if slot.valid_from:
        specification["validFrom"] = slot.valid_from.isoformat()
    if slot.valid_through:
        specification["validThrough"] = slot.valid_through.isoformat()
    return specification


def _special(day: Day, hours: Specification) -> Specification:
    date = day.date.isoformat()
    return {"@type": "OpeningHoursSpecification", "validFrom": date, "validThrough": date, **hours}


def _clocks(opening: Interval) -> Specification:
    start, end = (moment.astimezone(ROME).time() for moment in (opening.start, opening.end))
    return _whole_or(start, end)


def _whole_or(opens: time, closes: time) -> Specification:
    """The whole day is written 00:00-23:59: two equal times would mean closed."""
    if opens == closes == MIDNIGHT:
        return {"opens": "00:00", "closes": "23:59"}
    return {"opens": f"{opens:%H:%M}", "closes": f"{closes:%H:%M}"}


def _continues(last: Specification, day: Day) -> bool:
    return last.items() >= CLOSED.items() and last["validThrough"] == (day.date - ONE_DAY).isoformat()
