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
from servizi.hours import WeeklySlot, day_in_italy
from servizi.models import DeskPage


def printable_desks(language: str) -> list[KitDesk]:
    """Return the desks whose telephones and hours somebody verified lately, as paper says them.

    The others are left out: a web page says how old its facts are, paper cannot.
    """
    today = day_in_italy(timezone.now())
    desks = DeskPage.objects.live().originals(comuni_served=False).order_by("path")
    with override(language):
        return [on_paper(desk, today) for desk in desks if not desk.is_stale(today)]


def on_paper(desk: DeskPage, today: date) -> KitDesk:
    """Return the lines of one desk in the active language; seasonal hours stay out of them."""
    phones = [
        KitPhone(phone["number"], _("sempre attivo") if phone["always_on"] else phone["hours"])
        for phone in (row.value for row in desk.phones)
    ]
    slots = [entry for row in desk.hours for entry in row.value.entries if isinstance(entry, WeeklySlot)]
    lasting = [slot for slot in slots if slot.valid_through is None and slot.valid_on(today)]
    return KitDesk(
        number=desk.pk,
        name=desk.title,
        place=desk.comune.name,
        phones=tuple(phones),
        hours=tuple(week_lines(lasting)),
        by_appointment=desk.by_appointment,
    )


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
    return f"{time_format(opens, pattern)}–{end}"
