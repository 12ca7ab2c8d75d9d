"""Faceted filters over a list that is small enough to be read at once: links or fields, each with its count.

A directory, a library or a network has some thousands of items at most: counting here costs milliseconds, and
the number of queries does not grow with filters, values or items.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from django.utils.functional import Promise
from django.utils.http import urlencode

Item = TypeVar("Item")
Text = str | Promise


@dataclass(frozen=True)
class Facet(Generic[Item]):
    """One thing to filter by.

    name: its parameter in the address. labels: its values in the order in which they are offered. values:
    those of an item. fits_all: whether an item answers to every value. offers_all: values without any item
    are shown too, where their absence would read as "not here".
    """

    name: str
    label: Text
    labels: Mapping[str, Text]
    values: Callable[[Item], Collection[str]]
    fits_all: Callable[[Item], bool] | None = None
    offers_all: bool = False

    def has(self, item: Item, value: str) -> bool:
        return value in self.values(item) or self.answers_to_all(item)

    def answers_to_all(self, item: Item) -> bool:
        return self.fits_all is not None and self.fits_all(item)


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a facet: the items that it leaves under all other filters, and where choosing it leads.

    The address of a chosen option is that without it.
    """

    value: str
    label: Text
    count: int
    is_chosen: bool
    address: str


@dataclass(frozen=True)
class FacetOptions:
    """A facet as it is shown. `address`: without a choice in this facet."""

    name: str
    label: Text
    options: tuple[Option, ...]
    address: str

    @property
    def chosen(self) -> Option | None:
        return next((option for option in self.options if option.is_chosen), None)


class FacetedList(Generic[Item]):
    """Items under a choice. A value that no facet knows leaves nothing, unless `ignores_unknown`."""

    def __init__(
        self,
        items: Iterable[Item],
        facets: Sequence[Facet[Item]],
        asked: Mapping[str, str],
        *,
        kept: Mapping[str, str] | None = None,
        ignores_unknown: bool = False,
    ) -> None:
        """`asked`: the parameters of an address. `kept`: others that every link repeats, after these."""
        self.items = list(items)
        self.by_name = {facet.name: facet for facet in facets}
        self.chosen = {name: asked[name] for name in self.by_name if asked.get(name)}
        self.kept = dict(kept or {})
        self.unknown = [name for name, value in self.chosen.items() if value not in self.by_name[name].labels]
        ignored = self.unknown if ignores_unknown else ()
        self._applied = {name: value for name, value in self.chosen.items() if name not in ignored}

    def address(self, **changes: str) -> str:
        """Return the query string of the choice with `changes`; one choice has one address."""
        values = {**self.kept, **self.chosen, **changes}
        order = [*self.by_name, *(name for name in values if name not in self.by_name)]
        return "?" + urlencode([(name, values[name]) for name in order if values.get(name)])

    @cached_property
    def results(self) -> list[Item]:
        """Return the items that pass every filter, in their order."""
        return [item for item, misses in self._misses if not misses]

    @cached_property
    def facets(self) -> dict[str, FacetOptions]:
        """Return what is offered, by the name of the facet: what leaves an item, what is chosen, or all."""
        counts = {name: Counter[str]() for name in self.by_name}
        for item, misses in self._misses:
            for name, counter in counts.items():
                if not misses or misses == [name]:
                    facet = self.by_name[name]
                    # As a list: a counter takes the values of a mapping for counts.
                    counter.update(list(facet.labels if facet.answers_to_all(item) else facet.values(item)))
        return {name: self._offered(facet, counts[name]) for name, facet in self.by_name.items()}

    @property
    def chips(self) -> list[tuple[Text, str]]:
        """Return each choice: its label, or the value that no facet knows, and the address without it."""
        return [
            (self.by_name[name].labels.get(value, value), self.address(**{name: ""}))
            for name, value in self.chosen.items()
        ]

    def _offered(self, facet: Facet[Item], counter: Counter[str]) -> FacetOptions:
        options = (
            Option(
                value,
                label,
                counter[value],
                is_chosen := self.chosen.get(facet.name) == value,
                self.address(**{facet.name: "" if is_chosen else value}),
            )
            for value, label in facet.labels.items()
        )
        shown = tuple(each for each in options if each.count or each.is_chosen or facet.offers_all)
        return FacetOptions(facet.name, facet.label, shown, self.address(**{facet.name: ""}))

    @cached_property
    def _misses(self) -> list[tuple[Item, list[str]]]:
        """Return each item with the filters that it does not pass."""
        return [
            (item, [name for name, value in self._applied.items() if not self.by_name[name].has(item, value)])
            for item in self.items
        ]
