"""The index of desks: filters that are plain links, who is open, and the week of all desks together."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from home.facets import Facet, FacetedList
from home.text.letters import by_name
from servizi.desks.open_now import OpenNow, open_now
from servizi.hours import MergedDay, covered_hours, day_in_italy, merged_week
from servizi.models.desks import DeskPage
from servizi.vocabulary import Language, Service


def _labels(vocabulary: type[Service] | type[Language], values: Iterable[str]) -> dict[str, str]:
    return {value: str(vocabulary(value).label) for value in values}


def _comuni(desk: DeskPage) -> dict[str, str]:
    return {comune.slug: comune.name for comune in desk.source.comuni_served.all()}


WORDS: tuple[tuple[str, str | Promise, Callable[[DeskPage], dict[str, str]]], ...] = (
    ("comune", _("Comune"), _comuni),
    ("servizio", _("Servizio"), lambda desk: _labels(Service, desk.source.services)),
    ("lingua", _("Lingua"), lambda desk: _labels(Language, desk.source.all_languages)),
)
"""Name and label of each facet, and the values of a desk with their labels."""


def desk_facets(desks: Sequence[DeskPage]) -> list[Facet[DeskPage]]:
    """Return the facets with the values that these desks have; one that names no Comune serves all."""
    return [
        Facet(
            name,
            label,
            dict(sorted({k: v for desk in desks for k, v in words(desk).items()}.items(), key=_by_label)),
            words,
            (lambda desk: not _comuni(desk)) if words is _comuni else None,
        )
        for name, label, words in WORDS
    ]


def _by_label(pair: tuple[str, str | Promise]) -> str:
    return by_name(str(pair[1]))


@dataclass(frozen=True)
class WeeklyHours:
    """Hours of an ordinary week: those of each desk added up, and those in which at least one receives."""

    total: timedelta
    covered: timedelta
    by_appointment: bool


@dataclass(frozen=True)
class Listing:
    filters: FacetedList[DeskPage]
    desks: tuple[DeskPage, ...]
    now: OpenNow
    week: tuple[MergedDay[DeskPage], ...]
    today: date
    hours: WeeklyHours | None


def listing(known: Sequence[DeskPage], query: Mapping[str, str], moment: datetime) -> Listing:
    """All that the index shows of the desks `known` at an aware `moment`, for the filters in `query`."""
    filters = FacetedList(known, desk_facets(known), query)
    found = tuple(filters.results)
    today = day_in_italy(moment)
    return Listing(
        filters,
        found,
        open_now(moment, found),
        tuple(merged_week({desk: desk.calendar for desk in found}, today)),
        today,
        weekly_hours(found, today),
    )


def weekly_hours(desks: Sequence[DeskPage], today: date) -> WeeklyHours | None:
    """Hours by the slots valid `today` of the desks lately verified; None where fewer than two have any."""
    counted = [
        desk for desk in desks if not desk.source.is_stale(today) and desk.calendar.weekly_hours(today)
    ]
    if len(counted) < 2:
        return None
    calendars = [desk.calendar for desk in counted]
    return WeeklyHours(
        sum((calendar.weekly_hours(today) for calendar in calendars), timedelta()),
        covered_hours(calendars, today),
        any(desk.source.by_appointment for desk in counted),
    )
