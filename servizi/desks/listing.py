"""The index of desks: filters that are plain links, who is open, and the week of all desks together."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from urllib.parse import urlencode

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from servizi.desks.open_now import OpenNow, open_now
from servizi.hours import MergedDay, covered_hours, day_in_italy, merged_week
from servizi.models.desks import DeskPage
from servizi.vocabulary import Language, Service

Words = Mapping[str, str]


@dataclass(frozen=True)
class Facet:
    """One thing to filter by; `words` gives the values of a desk with their labels."""

    name: str
    label: str | Promise
    words: Callable[[DeskPage], Words]


def _labels(vocabulary: type[Service] | type[Language], values: Sequence[str]) -> Words:
    return {value: str(vocabulary(value).label) for value in values}


def _comuni(desk: DeskPage) -> Words:
    return {comune.slug: comune.name for comune in desk.source.comuni_served.all()}


FACETS = (
    Facet("comune", _("Comune"), _comuni),
    Facet("servizio", _("Servizio"), lambda desk: _labels(Service, desk.source.services)),
    Facet("lingua", _("Lingua"), lambda desk: _labels(Language, desk.source.languages)),
)


@dataclass(frozen=True)
class Choice:
    """A link that answers: where it leads, how many desks are behind it, whether it is the answer shown."""

    label: str
    query: str
    count: int
    current: bool


@dataclass(frozen=True)
class Filter:
    label: str | Promise
    choices: tuple[Choice, ...]
    clear: str

    @property
    def current(self) -> str:
        return next((choice.label for choice in self.choices if choice.current), "")


@dataclass(frozen=True)
class WeeklyHours:
    """Hours of an ordinary week: those of each desk added up, and those in which at least one receives."""

    total: timedelta
    covered: timedelta
    by_appointment: bool


@dataclass(frozen=True)
class Listing:
    filters: tuple[Filter, ...]
    is_filtered: bool
    desks: tuple[DeskPage, ...]
    now: OpenNow
    week: tuple[MergedDay[DeskPage], ...]
    today: date
    hours: WeeklyHours | None


def listing(known: Sequence[DeskPage], query: Mapping[str, str], moment: datetime) -> Listing:
    """All that the index shows of the desks `known` at an aware `moment`, for the filters in `query`."""
    chosen = {facet.name: query[facet.name] for facet in FACETS if query.get(facet.name)}
    found = tuple(desk for desk in known if _matches(desk, chosen))
    today = day_in_italy(moment)
    return Listing(
        tuple(_filter(facet, known, chosen) for facet in FACETS),
        bool(chosen),
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


def _matches(desk: DeskPage, chosen: Words) -> bool:
    return all(facet.name not in chosen or _has(facet, desk, chosen[facet.name]) for facet in FACETS)


def _has(facet: Facet, desk: DeskPage, value: str) -> bool:
    words = facet.words(desk)
    serves_all = facet.words is _comuni and not words
    return serves_all or value in words


def _filter(facet: Facet, desks: Sequence[DeskPage], chosen: Words) -> Filter:
    others = {name: value for name, value in chosen.items() if name != facet.name}
    within = [desk for desk in desks if _matches(desk, others)]
    labels: dict[str, str] = {}
    for desk in desks:
        labels.update(facet.words(desk))
    choices = (
        Choice(
            label,
            "?" + urlencode({**others, facet.name: value}),
            sum(_has(facet, desk, value) for desk in within),
            chosen.get(facet.name) == value,
        )
        for value, label in sorted(labels.items(), key=lambda item: item[1])
    )
    return Filter(facet.label, tuple(choices), "?" + urlencode(others))
