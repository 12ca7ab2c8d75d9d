"""The answers that a desk gives to choose from: when one could come, and which languages it speaks."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from contatti.availability import DeskAvailability
from contatti.contact_form.languages import languages_first
from contatti.contact_form.question_types import YOU_CHOOSE, Choice, Question
from contatti.contact_form.questions import READS, WINDOWS
from home.text.dates import dated
from servizi.hours import Calendar, Interval, day_in_italy, instant
from servizi.time_words import hours

DAYS = 21
OFFERED = 18
"""Windows on the page: more would be a long list on a phone, and she may write any other time in her text."""
NOTICE = timedelta(hours=24)
"""Nobody reads at once, so nothing sooner is offered; what was offered stays good until it begins."""
SHORTEST = timedelta(minutes=30)
NOON, FIRST, LAST = time(13), time(7), time(22)


def given_by_desk(question: Question, desk: DeskAvailability | None, now: datetime) -> Question:
    """Return a question with the choices of a desk, or as it is if a desk has no say in it."""
    if question.code == READS.code:
        return replace(question, choices=languages_first(desk.desk.languages if desk else ()))
    if question.code == WINDOWS.code and desk:
        return replace(question, choices=tuple(_window_choices(desk.desk.calendar, now)))
    return question


def windows(calendar: Calendar, now: datetime) -> Iterator[tuple[date, Interval]]:
    """Yield the halves, before and after 13, of the openings of DAYS days that begin after `now` (aware).

    Closures, holidays and clock changes are the calendar's; nobody is asked to come between 22 and 7.
    """
    for day in calendar.week(day_in_italy(now), DAYS + 1):
        bounds = [instant(day.date, clock) for clock in (FIRST, NOON, LAST)]
        for opening in day.openings:
            for start, end in pairwise(bounds):
                part = Interval(max(opening.start, start), min(opening.end, end))
                if part.duration >= SHORTEST and part.start > now:
                    yield day.date, part


def _window_choices(calendar: Calendar, now: datetime) -> Iterator[Choice]:
    known = list(windows(calendar, now))
    if not known:
        return
    yield YOU_CHOOSE
    later = [window for window in known if window[1].start - now >= NOTICE][:OFFERED]
    for day, window in known:
        value = f"{int(window.start.timestamp()) // 60}-{int(window.duration.total_seconds()) // 60}"
        with translation.override(settings.LANGUAGE_CODE):
            heading = f"{dated(day, 'l j/n')} {hours(window)}"
        name = dated(day, pgettext("giorno della settimana, giorno e mese", "l j F"))
        yield Choice(value, hours(window), heading, name, (day, window) not in later)


def too_many_message() -> str:
    """Return the words for more windows than a desk can look at."""
    return _("Scegli al massimo tre orari.")


def gone_message() -> str:
    """Return the words for a window that began, or that the desk took off its hours, while she wrote."""
    return _("Uno degli orari che avevi scelto non c’è più. Guarda quelli rimasti, poi invia di nuovo.")
