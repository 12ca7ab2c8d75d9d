"""What the whole network can answer at a moment."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import get_language

from servizi.blocks import PhoneValue
from servizi.hours import State
from servizi.models import DeskPage


@dataclass(frozen=True)
class DeskNow:
    desk: DeskPage
    state: State


@dataclass(frozen=True)
class AlwaysOn:
    """A telephone that somebody answers at every hour."""

    desk: DeskPage
    phone: PhoneValue


@dataclass(frozen=True)
class OpenNow:
    """Every desk at `moment`; who is open, who opens next (None: no opening is known), who always answers."""

    moment: datetime
    states: tuple[DeskNow, ...]
    always_on: tuple[AlwaysOn, ...]

    @property
    def open(self) -> list[DeskNow]:
        return [each for each in self.states if each.state.is_open]

    @property
    def next(self) -> DeskNow | None:
        later = [each for each in self.states if each.state.opens_at]
        return min(later, key=lambda each: each.state.opens_at or self.moment, default=None)


def desks_here() -> list[DeskPage]:
    """The published desks in the active language, with their facts; one list of queries for any number."""
    desks: list[DeskPage] = DeskPage.objects.live().filter(locale__language_code=get_language()).with_facts()
    return desks


def open_now(moment: datetime, desks: Iterable[DeskPage] | None = None) -> OpenNow:
    """Raises ValueError if `moment` is naive. Without `desks`, those in the active language answer."""
    known = desks_here() if desks is None else list(desks)
    return OpenNow(
        moment,
        tuple(DeskNow(desk, desk.calendar.state(moment)) for desk in known),
        tuple(AlwaysOn(desk, phone) for desk in known for phone in desk.telephones if phone["always_on"]),
    )
