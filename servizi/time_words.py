"""How times and states are said to people, in the active language and on Italy's clock."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from django.utils.dates import WEEKDAYS
from django.utils.formats import date_format, localize, time_format
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from home.text.dates import dated, in_order
from servizi.hours import ROME, Interval, State, day_in_italy

SMALL_WEEKDAYS = {"it", "it-simple", "es", "fr", "ro", "uk", "sq"}
"""Languages that write weekdays with a small letter; Django's catalogues have capitals."""


def clock_format() -> str:
    """Return how the active language writes an hour, as Django's format."""
    return pgettext("formato dell’ora", "G.i")


def clock(moment: datetime) -> str:
    """Such as 9.30."""
    return date_format(moment.astimezone(ROME), clock_format())


def hours(opening: Interval) -> str:
    """Such as 9.30–12.30; a closing at midnight is 24.00, for 0.00 reads like a mistake."""
    closes = opening.end.astimezone(ROME)
    end = (
        pgettext("fine della giornata", "24.00") if closes.hour == closes.minute == 0 else clock(opening.end)
    )
    return in_order(f"{clock(opening.start)}–{end}")


def weekly_words(days: Iterable[str], opens: time, closes: time) -> str:
    """Such as "lunedì, mercoledì 9.00–13.00", of weekdays as digits from 0 for Monday."""
    # The weekdays of Django's Italian catalogue have capitals.
    names = [str(WEEKDAYS[int(day)]) for day in sorted(days)]
    told = ", ".join(name.lower() if get_language() in SMALL_WEEKDAYS else name for name in names)
    end = (
        time_format(closes, clock_format()) if closes != time(0) else pgettext("fine della giornata", "24.00")
    )
    return f"{told} " + in_order(f"{time_format(opens, clock_format())}–{end}")


def hours_count(time: timedelta) -> str:
    """Such as 20 or 22,5."""
    count = time / timedelta(hours=1)
    return str(localize(int(count) if count.is_integer() else round(count, 2)))


def day_name(day: date, today: date) -> str:
    """Today, tomorrow, a weekday of the next six days, or a date with its weekday."""
    days = (day - today).days
    if days in (0, 1):
        return (_("oggi"), _("domani"))[days]
    if 1 < days < 7:
        return dated(day, "l")
    return dated(day, pgettext("giorno della settimana, giorno e mese", "l j F"))


def when(moment: datetime, now: datetime) -> str:
    """Such as "lunedì alle 9.30"."""
    day = day_name(day_in_italy(moment), day_in_italy(now))
    return _("%(day)s alle %(time)s") % {"day": day, "time": clock(moment)}


def state_words(state: State, *, by_appointment: bool = False) -> str:
    """One sentence that answers "can I go there now, and if not, when?"."""
    if state.is_open:
        return _open_words(state, by_appointment)
    if state.opens_at is None:
        return _("Su appuntamento.") if by_appointment else _("Chiuso. Non c’è ancora una prossima apertura.")
    opens = when(state.opens_at, state.moment)
    if by_appointment:
        return _("Riceve su appuntamento %(when)s") % {"when": opens}
    if state.reason:
        return _("Chiuso oggi (%(reason)s). Apre %(when)s") % {"reason": state.reason, "when": opens}
    return _("Chiuso ora. Apre %(when)s") % {"when": opens}


def opens_words(state: State, *, by_appointment: bool = False) -> str:
    """The same for whoever has just read that no desk is open: when it opens, and why not today."""
    if state.opens_at is None or by_appointment or state.reason:
        return state_words(state, by_appointment=by_appointment)
    return _("Apre %(when)s") % {"when": when(state.opens_at, state.moment)}


def _open_words(state: State, by_appointment: bool) -> str:
    if state.until is None:
        return (
            _("Riceve su appuntamento, a ogni ora") if by_appointment else _("Aperto a ogni ora, ogni giorno")
        )
    today = day_in_italy(state.moment)
    if day_in_italy(state.until) != today:
        until = {"when": when(state.until, state.moment)}
        if by_appointment:
            return _("Riceve ora su appuntamento, fino a %(when)s") % until
        return _("Aperto ora, fino a %(when)s") % until
    if by_appointment:
        return _("Riceve ora su appuntamento, fino alle %(time)s") % {"time": clock(state.until)}
    return _("Aperto ora, fino alle %(time)s") % {"time": clock(state.until)}
