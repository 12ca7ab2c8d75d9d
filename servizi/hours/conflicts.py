"""What cannot be true in the hours that an editor wrote, with the words that tell how to mend it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum
from itertools import combinations
from typing import TypeAlias

from django.utils.dates import WEEKDAYS
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from home.text.dates import dated
from servizi.hours.calendar import Calendar
from servizi.hours.entries import Entry, ExtraOpening, Hours, WeeklySlot
from servizi.hours.italian_time import WEEK

Found: TypeAlias = Iterator[tuple[Entry, dict[str, str]]]

# Minutes. Nobody keeps a desk open for longer across midnight without a break: it is a typing mistake.
LONGEST_NIGHT = 12 * 60


class ConflictCode(StrEnum):
    NO_DURATION = "no-duration"
    ENDS_BEFORE_START = "ends-before-start"
    DATES_REVERSED = "dates-reversed"
    WEEKDAY_NEVER_COMES = "weekday-never-comes"
    SLOTS_OVERLAP = "slots-overlap"
    CLOSURES_OVERLAP = "closures-overlap"
    EXTRAS_OVERLAP = "extras-overlap"


@dataclass(frozen=True, slots=True)
class Conflict:
    """`entry` is the one to correct (of two, the one written later); `message` is for the editor."""

    kind: ConflictCode
    entry: Entry
    message: str

    def is_about(self, entries: Iterable[Entry]) -> bool:
        return any(entry is self.entry for entry in entries)


@dataclass(frozen=True, slots=True)
class ConflictRule:
    """`find` yields each wrong entry with the values that its `message` needs."""

    kind: ConflictCode
    find: Callable[[Calendar], Found]
    message: str | Promise


def conflicts(calendar: Calendar) -> list[Conflict]:
    """All that is wrong in `calendar`. `Conflict.entry` is the very object of the calendar, not a copy.

    An extra opening may overlap the weekly hours: "on that day from 9 to 18" says what is meant.
    """
    return [
        Conflict(rule.kind, entry, str(rule.message) % values)
        for rule in RULES
        for entry, values in rule.find(calendar)
    ]


def _no_duration(calendar: Calendar) -> Found:
    for entry in _timed(calendar):
        if entry.opens == entry.closes and not entry.whole_day:
            yield entry, {}


def _ends_before_start(calendar: Calendar) -> Found:
    for entry in _timed(calendar):
        opens, closes = entry.minutes
        if entry.closes < entry.opens and closes - opens > LONGEST_NIGHT:
            yield entry, {"opens": _clock(entry.opens), "closes": _clock(entry.closes)}


def _dates_reversed(calendar: Calendar) -> Found:
    for slot in calendar.slots:
        if slot.valid_from and slot.valid_through and slot.valid_through < slot.valid_from:
            yield slot, _dates(slot.valid_from, slot.valid_through)
    for closure in calendar.closures:
        if closure.last < closure.first:
            yield closure, _dates(closure.first, closure.last)


def _weekday_never_comes(calendar: Calendar) -> Found:
    for slot in calendar.slots:
        first, last = slot.valid_from, slot.valid_through
        if first and last and first <= last and not _meet(slot, slot, 0):
            yield slot, {**_dates(first, last), "weekday": str(WEEKDAYS[slot.weekday]).lower()}


def _slots_overlap(calendar: Calendar) -> Found:
    for earlier, later in combinations(calendar.slots, 2):
        if any(_overlap(earlier, later, days) and _meet(earlier, later, days) for days in (-1, 0, 1)):
            weekday = str(WEEKDAYS[earlier.weekday]).lower()
            yield later, {"weekday": weekday, "hours": _hours(earlier)}


def _closures_overlap(calendar: Calendar) -> Found:
    for earlier, later in combinations(calendar.closures, 2):
        if earlier.first <= later.last and later.first <= earlier.last:
            yield later, _dates(earlier.first, earlier.last)


def _extras_overlap(calendar: Calendar) -> Found:
    for earlier, later in combinations(calendar.extra_openings, 2):
        if _overlap(earlier, later, (later.date - earlier.date).days):
            yield later, {"date": _date(earlier.date), "hours": _hours(earlier)}


RULES = (
    ConflictRule(
        ConflictCode.NO_DURATION,
        _no_duration,
        _("L’apertura e la chiusura coincidono. Per un’apertura di 24 ore scrivi 00:00 in tutte e due."),
    ),
    ConflictRule(
        ConflictCode.ENDS_BEFORE_START,
        _ends_before_start,
        _(
            "La chiusura (%(closes)s) viene prima dell’apertura (%(opens)s): controlla i due orari. Se il "
            "servizio continua davvero oltre la mezzanotte, scrivi due fasce: una fino alle 00:00 e una "
            "dalle 00:00 del giorno dopo."
        ),
    ),
    ConflictRule(
        ConflictCode.DATES_REVERSED,
        _dates_reversed,
        _("La data di fine (%(last)s) viene prima di quella di inizio (%(first)s): controllale."),
    ),
    ConflictRule(
        ConflictCode.WEEKDAY_NEVER_COMES,
        _weekday_never_comes,
        _("Tra il %(first)s e il %(last)s «%(weekday)s» non capita mai: cambia le date o il giorno."),
    ),
    ConflictRule(
        ConflictCode.SLOTS_OVERLAP,
        _slots_overlap,
        _(
            "Questa fascia si sovrappone a quella di %(weekday)s %(hours)s: cambia gli orari, oppure le date "
            "di validità se una delle due vale solo in una stagione."
        ),
    ),
    ConflictRule(
        ConflictCode.CLOSURES_OVERLAP,
        _closures_overlap,
        _(
            "Questa chiusura si sovrappone a quella dal %(first)s al %(last)s: tieni solo una delle due, con "
            "tutte le date."
        ),
    ),
    ConflictRule(
        ConflictCode.EXTRAS_OVERLAP,
        _extras_overlap,
        _("Questa apertura si sovrappone a quella del %(date)s, %(hours)s: tieni solo una delle due."),
    ),
)


def _timed(calendar: Calendar) -> tuple[WeeklySlot | ExtraOpening, ...]:
    return (*calendar.slots, *calendar.extra_openings)


def _overlap(first: Hours, second: Hours, days: int) -> bool:
    """Do the clock times overlap if `second` begins `days` days after `first`?"""
    opens, closes = first.minutes
    other_opens, other_closes = (minute + days * 24 * 60 for minute in second.minutes)
    return opens < other_closes and other_opens < closes


def _meet(first: WeeklySlot, second: WeeklySlot, days: int) -> bool:
    """Is there a date on which `first` begins, with `second` beginning `days` days after it?"""
    if (first.weekday + days) % 7 != second.weekday:
        return False
    shift = timedelta(days=days)
    starts = [day for day in (first.valid_from, second.valid_from and second.valid_from - shift) if day]
    ends = [
        day for day in (first.valid_through, second.valid_through and second.valid_through - shift) if day
    ]
    if not starts or not ends:
        return True
    start = max(starts)
    return start + timedelta(days=(first.weekday - start.weekday()) % WEEK.days) <= min(ends)


def _clock(clock: time) -> str:
    return f"{clock.hour}.{clock.minute:02}"


def _hours(hours: Hours) -> str:
    return f"{_clock(hours.opens)}–{_clock(hours.closes)}"


def _date(day: date) -> str:
    return dated(day, "j F Y")


def _dates(first: date, last: date) -> dict[str, str]:
    return {"first": _date(first), "last": _date(last)}
