"""The library's filters: each is a link, links combine, and none leads to an empty shelf.

A library holds some hundreds of materials at most, so all are read at once and counted here: the number of
queries does not grow with filters, values or materials.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.core.paginator import Page as Leaf
from django.core.paginator import Paginator
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from home.models.materials import MaterialPage
from home.schools import terms

PER_LEAF = 12
LEAF = "pagina"
Choice = tuple[str, str | Promise]


@dataclass(frozen=True)
class Facet:
    """A question that a teacher asks. `param` is its name in the address, `codes` a material's answers."""

    param: str
    label: str | Promise
    choices: tuple[Choice, ...]
    codes: Callable[[Any], Iterable[str]]


def _choices(enumeration: Iterable[Choice]) -> tuple[Choice, ...]:
    return tuple(enumeration)


def _spans(spans: Iterable[terms.Span]) -> tuple[Choice, ...]:
    return tuple((span.code, span.label) for span in spans)


FACETS = (
    Facet("scuola", _("Scuola"), _choices(terms.Level.choices), lambda page: [page.level]),
    Facet(
        "minuti",
        _("Durata"),
        _spans(terms.MINUTES),
        lambda page: [span.code for span in terms.MINUTES if span.meets(page.minutes, page.minutes)],
    ),
    Facet("tipo", _("Tipo"), _choices(terms.Kind.choices), lambda page: [page.kind]),
    Facet("materia", _("Materia"), _choices(terms.Subject.choices), lambda page: [page.subject]),
    Facet(
        "eta",
        _("Età"),
        _spans(terms.AGES),
        lambda page: [span.code for span in terms.AGES if span.meets(page.age_from, page.age_to)],
    ),
    Facet(
        "nucleo",
        _("Nucleo di educazione civica"),
        _choices(terms.Nucleus.choices),
        lambda page: [page.nucleus],
    ),
    Facet("lingua", _("Lingua"), _choices(terms.Language.choices), lambda page: [page.language]),
    Facet(
        "accesso",
        _("Accessibilità"),
        tuple((feature.code, feature.label) for feature in terms.ACCESS_FEATURES),
        lambda page: [feature.code for feature in page.access_features],
    ),
    Facet(
        "formato",
        _("File"),
        tuple((suffix, suffix.upper()) for suffix in ("pdf", "odt", "docx", "odp", "pptx", "svg", "mp4")),
        lambda page: page.formats,
    ),
    Facet(
        "operatrice",
        _("Serve un’operatrice"),
        (("no", _("No, basta chi insegna")), ("si", _("Sì, da concordare con la rete"))),
        lambda page: ["si" if page.needs_operator else "no"],
    ),
)


@dataclass(frozen=True)
class Option:
    """One value of a facet: where its link leads, how many materials it leaves, whether it is chosen."""

    label: str | Promise
    address: str
    count: int
    is_chosen: bool


@dataclass(frozen=True)
class Shelf:
    """A facet as it is shown, with the values that lead somewhere."""

    label: str | Promise
    options: tuple[Option, ...]

    @property
    def is_chosen(self) -> bool:
        return any(option.is_chosen for option in self.options)


class Library:
    """The materials that answer what stands in the address; unknown names and values there are ignored."""

    def __init__(self, materials: list[MaterialPage], asked: Mapping[str, str]) -> None:
        self.materials = materials
        self.asked_leaf = asked.get(LEAF, "1")
        self.chosen = {
            facet.param: asked[facet.param]
            for facet in FACETS
            if asked.get(facet.param) in dict(facet.choices)
        }
        self._answers = [
            (page, {facet.param: frozenset(facet.codes(page)) for facet in FACETS}) for page in materials
        ]

    def _matching(self, chosen: Mapping[str, str]) -> list[MaterialPage]:
        wanted = chosen.items()
        return [
            page for page, answers in self._answers if all(code in answers[param] for param, code in wanted)
        ]

    @cached_property
    def leaf(self) -> Leaf[MaterialPage]:
        """Return the leaf that was asked for, the nearest one if it does not exist."""
        return Paginator(self._matching(self.chosen), PER_LEAF).get_page(self.asked_leaf)

    @cached_property
    def shelves(self) -> tuple[Shelf, ...]:
        """Return the facets, each with the values that leave at least one material or are chosen."""
        shelves = (Shelf(facet.label, tuple(self._options(facet))) for facet in FACETS)
        return tuple(shelf for shelf in shelves if len(shelf.options) > 1 or shelf.is_chosen)

    def _options(self, facet: Facet) -> Iterable[Option]:
        others = {param: code for param, code in self.chosen.items() if param != facet.param}
        for code, label in facet.choices:
            is_chosen = self.chosen.get(facet.param) == code
            count = len(self._matching({**others, facet.param: code}))
            if count or is_chosen:
                yield Option(
                    label, query(others if is_chosen else {**others, facet.param: code}), count, is_chosen
                )

    @property
    def taken_off(self) -> list[Option]:
        """Return the chosen values, each with the address without it."""
        return [option for shelf in self.shelves for option in shelf.options if option.is_chosen]

    @property
    def previous_address(self) -> str:
        return query({**self.chosen, LEAF: str(self.leaf.previous_page_number())})

    @property
    def next_address(self) -> str:
        return query({**self.chosen, LEAF: str(self.leaf.next_page_number())})


def query(chosen: Mapping[str, str]) -> str:
    """Return the relative address of a choice, names in the order of the facets: one choice, one address."""
    order = [*(facet.param for facet in FACETS), LEAF]
    return "?" + urlencode([(param, chosen[param]) for param in order if param in chosen])
