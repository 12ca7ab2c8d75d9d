"""The next three weeks of a desk, as the console offers them for an appointment."""

from datetime import date, datetime
from typing import Any

from django.utils.translation import pgettext

from contatti.models import DeskMailbox
from home.text.dates import dated
from servizi.hours import ROME, Calendar, Interval, day_in_italy
from servizi.time_words import hours

DAYS_AHEAD = 21


def day_words(day: date) -> str:
    """Return a day as people say it."""
    return dated(day, pgettext("giorno della settimana, giorno e mese", "l j F"))


def days_of(mailbox: DeskMailbox, now: datetime) -> list[dict[str, Any]]:
    """Return each day with what to call it and its openings, none where the desk is closed."""
    calendar: Calendar = mailbox.desk.calendar
    return [
        {
            "day": day.date.isoformat(),
            "name": day_words(day.date),
            "hours": ", ".join(hours(opening) for opening in day.openings),
            "openings": [_clocks(opening, day.date) for opening in day.openings],
            "reason": day.reason,
        }
        for day in calendar.week(day_in_italy(now), DAYS_AHEAD)
    ]


def _clocks(opening: Interval, day: date) -> list[str]:
    """Return beginning and end as a field for a time has them; an end on the next day is midnight."""
    start, end = opening.start.astimezone(ROME), opening.end.astimezone(ROME)
    return [f"{start:%H:%M}", f"{end:%H:%M}" if end.date() == day else "24:00"]
