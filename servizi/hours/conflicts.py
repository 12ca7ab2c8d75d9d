"""What cannot be true in the hours that an editor wrote, with the words that tell how to mend it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from enum import StrEnum
from itertools import combinations
from typing import TypeAlias

from django.utils.dates import WEEKDAYS
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from servizi.hours.calendar import Calendar
from servizi.hours.clock import ONE_DAY, WEEK
from servizi.hours.entries import Closure, ExtraOpening, Hours, WeeklySlot

Entry: TypeAlias = WeeklySlot | Closure | ExtraOpening

# Nobody keeps a desk open for longer without a break in the middle of the night: it is a typing mistake.
LONGEST_NIGHT = 12 * 60


class Kind(StrEnum):
    NO_DURATION = "no-duration"
    ENDS_BEFORE_START = "ends-before-start"
    DATES_REVERSED = "dates-reversed"
    WEEKDAY_NEVER_COMES = "weekday-never-comes"
    SLOTS_OVERLAP = "slots-overlap"
    CLOSURES_OVERLAP = "closures-overlap"
    EXTRA_OVERLAPS = "extra-overlaps"


@dataclass(frozen=True, slots=True)
class Conflict:
    """`entry` is the one to correct (of two, the one written later); `message` is for the editor."""

    kind: Kind
    entry: Entry
    message: str


Found: TypeAlias = Iterator[tuple[Entry, str]]


@dataclass(frozen=True, slots=True)
class Rule:
    kind: Kind
    find: Callable[[Calendar], Found]


def conflicts(calendar: Calendar) -> list[Conflict]:
    """All that is wrong in `calendar`. `Conflict.entry` is the very object of the calendar, not a copy."""
    return [Conflict(rule.kind, entry, message) for rule in RULES for entry, message in rule.find(calendar)]


def _no_duration(calendar: Calendar) -> Found:
    for entry in _with_hours(calendar):
        if entry.opens == entry.closes and not entry.whole_day:
            yield (
                entry,
                _("L’apertura e la chiusura coincidono. Per un’apertura di 24 ore scrivi 00:00 in tutte e due."),
            )


def _ends_before_start(calendar: Calendar) -> Found:
    for entry in _with_hours(calendar):
        opens, closes = entry.minutes
        if entry.opens > entry.closes and closes - opens > LONGEST_NIGHT:
            yield (
                entry,
                _(
                    "La chiusura (%(closes)s) viene prima dell’apertura (%(opens)s): controlla i due orari. Se il "
                    "servizio continua davvero oltre la mezzanotte, scrivi due fasce: una fino alle 00:00 e una "
                    "dalle 00:00 del giorno dopo."
                )
                % {"opens": _clock(entry.opens), "closes": _clock(entry.closes)},
            )


def _dates_reversed(calendar: Calendar) -> Found:
    for slot in calendar.slots:
        if slot.valid_from and slot.valid_through and slot.valid_through < slot.valid_from:
            yield slot, _reversed(slot.valid_from, slot.valid_through)
    for closure in calendar.closures:
        if closure.last < closure.first:
            yield closure, _reversed(closure.first, closure.last)


def _weekday_never_comes(calendar: Calendar) -> Found:
    for slot in calendar.slots:
        start, end = slot.valid_from, slot.valid_through
        if start and end and start <= end and not _meet(slot, slot, 0):
            yield (
                slot,
                _("Tra il %(start)s e il %(end)s non c’è nessun %(weekday)s: cambia le date o il giorno.")
                % {"start": _day(start), "end": _day(end), "weekday": WEEKDAYS[slot.weekday]},
            )


def _slots_overlap(calendar: Calendar) -> Found:
    for first, second in combinations(calendar.slots, 2):
        if any(_overlap(first, second, days) and _meet(first, second, days) for days in (-1, 0, 1)):
            yield (
                second,
                _(
                    "Questa fascia si sovrappone a %(other)s: cambia gli orari, oppure le date di validità se una delle "
                    "due vale solo in una stagione."
                )
                % {"other": _slot(first)},
            )


def _closures_overlap(calendar: Calendar) -> Found:
    for first, second in combinations(calendar.closures, 2):
        if first.first <= second.last and second.first <= first.last:
            yield (
                second,
                _(
                    "Questa chiusura si sovrappone a quella dal %(start)s al %(end)s: tieni solo una delle due, con "
                    "tutte le date."
                )
                % {"start": _day(first.first), "end": _day(first.last)},
            )


def _extra_overlaps(calendar: Calendar) -> Found:
    for first, second in combinations(calendar.extra_openings, 2):
        if _overlap(first, second, (second.date - first.date).days):
            yield (
                second,
                _(
                    "Questa apertura straordinaria si sovrappone a quella del %(date)s, %(hours)s: tieni solo una "
                    "delle due."
                )
                % {"date": _day(first.date), "hours": _hours(first)},
            )
    weekly = replace(calendar, extra_openings=())
    for extra in calendar.extra_openings:
        opening = extra.on(extra.date)
        near = weekly.week(extra.date - ONE_DAY, 3)
        if any(other.start < opening.end and opening.start < other.end for day in near for other in day.openings):
            yield (
                extra,
                _("In queste ore lo sportello è già aperto secondo l’orario settimanale: indica solo le ore in più."),
            )


RULES = (
    Rule(Kind.NO_DURATION, _no_duration),
    Rule(Kind.ENDS_BEFORE_START, _ends_before_start),
    Rule(Kind.DATES_REVERSED, _dates_reversed),
    Rule(Kind.WEEKDAY_NEVER_COMES, _weekday_never_comes),
    Rule(Kind.SLOTS_OVERLAP, _slots_overlap),
    Rule(Kind.CLOSURES_OVERLAP, _closures_overlap),
    Rule(Kind.EXTRA_OVERLAPS, _extra_overlaps),
)


def _with_hours(calendar: Calendar) -> tuple[WeeklySlot | ExtraOpening, ...]:
    return (*calendar.slots, *calendar.extra_openings)


def _overlap(first: Hours, second: Hours, days: int) -> bool:
    """Do the clock times overlap if `second` begins `days` days after `first`?"""
    opens, closes = first.minutes
    others = tuple(minute + days * 24 * 60 for minute in second.minutes)
    return opens < others[1] and others[0] < closes


def _meet(first: WeeklySlot, second: WeeklySlot, days: int) -> bool:
    """Is there a date on which `first` begins, with `second` beginning `days` days after it?"""
    if (first.weekday + days) % 7 != second.weekday:
        return False
    shift = timedelta(days=days)
    starts = [slot for slot in (first.valid_from, second.valid_from and second.valid_from - shift) if slot]
    ends = [slot for slot in (first.valid_through, second.valid_through and second.valid_through - shift) if slot]
    if not starts or not ends:
        return True
    start, end = max(starts), min(ends)
    until_weekday = timedelta(days=(first.weekday - start.weekday()) % WEEK.days)
    return start + until_weekday <= end


def _clock(clock: time) -> str:
    return f"{clock.hour}.{clock.minute:02}"


def _hours(hours: Hours) -> str:
    return f"{_clock(hours.opens)}–{_clock(hours.closes)}"


def _slot(slot: WeeklySlot) -> str:
    return f"{WEEKDAYS[slot.weekday]} {_hours(slot)}"


def _day(day: date) -> str:
    return date_format(day, "j F Y")


def _reversed(start: date, end: date) -> str:
    return _("La data di fine (%(end)s) viene prima di quella di inizio (%(start)s): controllale.") % {
        "start": _day(start),
        "end": _day(end),
    }
