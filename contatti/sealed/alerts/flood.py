"""Alerts about more requests than leave at once: how many each lane holds, and whether one is full."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import groupby

from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext, gettext_lazy, ngettext

from contatti.sealed.alerts.alert import Alert, AlertCode
from contatti.sealed.lanes import held_by_hour, is_full
from contatti.sealed.models import Lane

HOURS_NAMED = 12
"""Of each lane; what was held before is one line."""


def _full(now: datetime) -> list[str]:
    return [str(capfirst(lane.label)) for lane in Lane if is_full(lane)]


def _held(now: datetime) -> list[str]:
    return [line for lane, rows in groupby(held_by_hour(), lambda row: row[0]) for line in _lane(lane, rows)]


def _lane(lane: Lane, rows: Iterator[tuple[Lane, datetime, int]]) -> Iterator[str]:
    """Yield a line for the lane, and one for each of its last hours, on the project's clock."""
    hours = [(hour, number) for _lane, hour, number in rows]
    yield gettext("In tutto, %(lane)s: %(said)s") % {
        "lane": lane.label,
        "said": _said(sum(number for _hour, number in hours)),
    }
    before = sum(number for _hour, number in hours[:-HOURS_NAMED])
    if before:
        yield gettext("%(lane)s, prima: %(said)s") % {"lane": capfirst(lane.label), "said": _said(before)}
    for hour, number in hours[-HOURS_NAMED:]:
        begins, ends = localtime(hour), localtime(hour + timedelta(hours=1))
        when = f"{begins:%d/%m, %H}–{ends:%H}"
        yield f"{capfirst(lane.label)}, {when}: {_said(number)}"


def _said(number: int) -> str:
    return ngettext("%(number)d richiesta", "%(number)d richieste", number) % {"number": number}


FLOOD_ALERTS: tuple[Alert, ...] = (
    Alert(
        AlertCode.FULL,
        gettext_lazy("Non c’è più posto per richieste di questo genere"),
        gettext_lazy(
            "Chi scrive così legge di telefonare. Si libera posto man mano che partono; chi cura il server "
            "può dare più spazio o farle partire più in fretta."
        ),
        _full,
        urgent=True,
    ),
    Alert(
        AlertCode.HELD,
        gettext_lazy("Arrivano più richieste di quante partano subito"),
        gettext_lazy(
            "Sono tutte al sicuro, e partono a turno, estratte a sorte: chi scrive davvero può aspettare. "
            "Rispondete al telefono. Se sono vere, alzate le richieste all’ora in «Caselle e pause»."
        ),
        _held,
        urgent=True,
        patience=lambda: timedelta(minutes=2),
        repeat=timedelta(hours=6),
    ),
)
