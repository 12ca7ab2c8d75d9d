"""What the contact pages say of a desk: who it is, when somebody reads, how else it can be reached."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any

from contatti.availability import DeskAvailability
from servizi.hours import Day, State, day_in_italy

LONG_WAIT = timedelta(days=5)
"""A desk that opens later than that says so before she writes, and the others are offered first."""

PATIENCE = timedelta(days=3)
"""What a woman is asked to wait once somebody has read; twice as long where nobody knows when that is."""


@dataclass(frozen=True)
class DeskCard:
    """One desk at a moment (aware)."""

    availability: DeskAvailability
    now: datetime

    @property
    def page(self) -> Any:
        """Return the desk in the language that she reads."""
        return self.availability.page

    @property
    def is_open(self) -> bool:
        return self.availability.is_open

    @cached_property
    def state(self) -> State:
        found: State = self.page.calendar.state(self.now)
        return found

    @cached_property
    def days(self) -> list[Day]:
        """Return the days of the next week on which it opens."""
        week: list[Day] = self.page.calendar.week(day_in_italy(self.now))
        return [day for day in week if day.openings]

    @property
    def today(self) -> Any:
        return day_in_italy(self.now)

    @property
    def answer_by(self) -> date:
        """Return the day by which an answer should have come: PATIENCE after somebody reads."""
        reads = self.now if self.state.is_open else self.state.opens_at
        return day_in_italy(reads) + PATIENCE if reads else day_in_italy(self.now) + 2 * PATIENCE

    @property
    def is_late(self) -> bool:
        """Tell whether it next opens after LONG_WAIT."""
        opens = self.state.opens_at
        return opens is not None and opens - self.now > LONG_WAIT


def desk_cards(desks: Iterable[DeskAvailability], now: datetime) -> list[DeskCard]:
    """Return the cards of all desks: first who takes requests, and among those who does not open late."""
    cards = [DeskCard(each, now) for each in desks]
    return sorted(cards, key=lambda card: (not card.is_open, card.is_open and card.is_late))
