"""Hands the desks to the kits of campaigns: `home` writes the sheets and may not know `servizi`."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, time

from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.formats import time_format
from django.utils.text import get_text_list
from django.utils.translation import get_language, override, pgettext
from django.utils.translation import gettext as _

from home.kit import KitDesk, KitPhone
from home.text.dates import dated, in_order
from servizi.desks.blocks import PhoneValue
from servizi.hours import WeeklySlot, day_in_italy
from servizi.models import DeskPage
from servizi.vocabulary import Language


def printable_desks(language: str) -> list[KitDesk]:
    """Return the desks whose telephones and hours somebody verified lately, as paper says them.

    The others are left out: a web page says how old its facts are, paper cannot.
    """
    today = day_in_italy(timezone.now())
    desks = DeskPage.objects.live().originals(comuni_served=False).order_by("path")
    with override(language):
        return [on_paper(desk, today) for desk in desks if not desk.is_stale(today)]


def on_paper(desk: DeskPage, today: date) -> KitDesk:
    """Return the lines of one desk in the active language: of what is true on `today`, with its last day."""
    phones = [KitPhone(in_order(row.value["number"]), _answers(row.value)) for row in desk.phones]
    slots = [entry for row in desk.hours for entry in row.value.entries if isinstance(entry, WeeklySlot)]
    valid = [slot for slot in slots if slot.valid_on(today)]
    return KitDesk(
        number=desk.pk,
        name=desk.title,
        place=desk.comune.name,
        phones=tuple(phones),
        hours=tuple(dated_lines(valid)),
        by_appointment=desk.by_appointment,
        languages=tuple(str(Language(code).label) for code in desk.all_languages),
    )


def _answers(phone: PhoneValue) -> str:
    """Return when somebody answers a telephone, in a few words; empty if nobody wrote it."""
    if phone["always_on"]:
        return _("sempre attivo")
    return _("negli orari di apertura") if phone["when_open"] else str(phone["hours"])


def dated_lines(slots: Iterable[WeeklySlot]) -> list[str]:
    """Return the lines of slots that last, then, with their last day, those of slots that end."""
    groups: dict[date | None, list[WeeklySlot]] = defaultdict(list)
    for slot in slots:
        groups[slot.valid_through].append(slot)
    lines = week_lines(groups.pop(None, []))
    for last, ending in sorted(groups.items(), key=lambda group: group[0] or date.max):
        until = dated(last or date.max, pgettext("giorno, mese e anno in cifre", "j.n.Y"))
        lines += [
            _("%(hours)s, fino al %(day)s") % {"hours": line, "day": until} for line in week_lines(ending)
        ]
    return lines


def week_lines(slots: Iterable[WeeklySlot]) -> list[str]:
    """Return lines such as "lunedì e mercoledì 9.00–13.00", by the first day on which each is true."""
    days: dict[tuple[time, time], list[int]] = defaultdict(list)
    for slot in slots:
        days[slot.opens, slot.closes].append(slot.weekday)
    told = sorted(days.items(), key=lambda each: (min(each[1]), each[0]))
    return [f"{_weekdays(sorted(set(weekdays)))} {_span(*hours)}" for hours, weekdays in told]


def _weekdays(numbers: list[int]) -> str:
    names = [str(WEEKDAYS[number]) for number in numbers]
    if get_language() == "it":
        names = [name.lower() for name in names]
    return str(get_text_list(names, _("e")))


def _span(opens: time, closes: time) -> str:
    pattern = pgettext("formato dell’ora", "G.i")
    end = pgettext("fine della giornata", "24.00") if closes == time(0) else time_format(closes, pattern)
    return in_order(f"{time_format(opens, pattern)}–{end}")
