"""What a desk's page, its description for machines and the list of all read of a desk."""

from datetime import date
from typing import Any, Protocol

from servizi.hours import Calendar


class DescribedDesk(Protocol):
    """A desk (servizi.models.DeskPage); `source` is the page in the main language, which holds the facts."""

    title: Any
    full_url: Any
    address: Any
    comune: Any
    by_appointment: Any

    @property
    def calendar(self) -> Calendar: ...
    @property
    def telephones(self) -> Any: ...
    @property
    def source(self) -> Any: ...
    def is_stale(self, today: date) -> bool: ...


class SpeakingDesk(Protocol):
    """A desk, asked for the languages spoken there."""

    title: Any

    @property
    def calendar(self) -> Calendar: ...
    @property
    def source(self) -> Any: ...
