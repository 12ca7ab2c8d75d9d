"""What the whole network can answer at a moment."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from servizi.desks.blocks import PhoneValue
from servizi.desks.published import published_desks
from servizi.hours import State
from servizi.models.desks import DeskPage


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
    def lines(self) -> list[AlwaysOn]:
        """The telephones that do answer at every hour: an invented one does not."""
        return [each for each in self.always_on if not each.phone.is_invented]

    @property
    def next(self) -> DeskNow | None:
        later = [each for each in self.states if each.state.opens_at]
        return min(later, key=lambda each: each.state.opens_at or self.moment, default=None)


def open_now(moment: datetime, desks: Iterable[DeskPage] | None = None) -> OpenNow:
    """Raises ValueError if `moment` is naive. Without `desks`, all published ones answer."""
    known = published_desks(comuni_served=False) if desks is None else list(desks)
    return OpenNow(
        moment,
        tuple(DeskNow(desk, desk.calendar.state(moment)) for desk in known),
        tuple(AlwaysOn(desk, phone) for desk in known for phone in desk.telephones if phone["always_on"]),
    )
