"""The calculus of opening hours: plain values in, plain answers out, no database."""

from servizi.hours.calendar import HORIZON, Calendar, Day, State
from servizi.hours.conflicts import Conflict, ConflictCode, conflicts
from servizi.hours.entries import Closure, ExtraOpening, Hours, WeeklySlot
from servizi.hours.holidays import LocalHolidays, YearlyDay, capital_patron, national
from servizi.hours.intervals import Interval
from servizi.hours.italian_time import ROME, day_in_italy, instant
from servizi.hours.linked_data import special_specification, weekly_specification
from servizi.hours.merged import MergedDay, Presence, covered_hours, merged_week
from servizi.hours.within import CalendarWithin

__all__ = [
    "HORIZON",
    "ROME",
    "Calendar",
    "CalendarWithin",
    "Closure",
    "Conflict",
    "ConflictCode",
    "Day",
    "ExtraOpening",
    "Hours",
    "Interval",
    "LocalHolidays",
    "MergedDay",
    "Presence",
    "State",
    "WeeklySlot",
    "YearlyDay",
    "capital_patron",
    "conflicts",
    "covered_hours",
    "day_in_italy",
    "instant",
    "merged_week",
    "national",
    "special_specification",
    "weekly_specification",
]
