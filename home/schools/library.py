"""The library's filters: each is a link, links combine, and none leads to nothing."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from django.core.paginator import Page as ResultsPage
from django.core.paginator import Paginator
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from home.facets import Facet, FacetedList, FacetOptions, Option
from home.models.materials import MaterialPage
from home.schools import terms

PER_PAGE = 12
PAGE = "pagina"


def _spans(spans: Iterable[terms.Span]) -> dict[str, str | Promise]:
    return {span.code: span.label for span in spans}


FACETS: tuple[Facet[MaterialPage], ...] = (
    Facet("scuola", _("Scuola"), dict(terms.Level.choices), lambda page: [page.level]),
    Facet(
        "minuti",
        _("Durata"),
        _spans(terms.MINUTES),
        lambda page: [span.code for span in terms.MINUTES if span.meets(page.minutes, page.minutes)],
    ),
    Facet("tipo", _("Tipo"), dict(terms.MaterialKind.choices), lambda page: [page.kind]),
    Facet("materia", _("Materia"), dict(terms.Subject.choices), lambda page: [page.subject]),
    Facet(
        "eta",
        _("Età"),
        _spans(terms.AGES),
        lambda page: [span.code for span in terms.AGES if span.meets(page.age_from, page.age_to)],
    ),
    Facet(
        "nucleo",
        _("Nucleo di educazione civica"),
        dict(terms.Nucleus.choices),
        lambda page: [page.nucleus],
    ),
    Facet("lingua", _("Lingua"), dict(terms.MaterialLanguage.choices), lambda page: [page.language]),
    Facet(
        "accesso",
        _("Accessibilità"),
        {feature.code: feature.label for feature in terms.ACCESS_FEATURES},
        lambda page: [feature.code for feature in page.access_features],
    ),
    Facet(
        "formato",
        _("File"),
        {suffix: suffix.upper() for suffix in ("pdf", "odt", "docx", "odp", "pptx", "svg", "mp4")},
        lambda page: page.formats,
    ),
    Facet(
        "operatrice",
        _("Serve un’operatrice"),
        {"no": _("No, basta chi insegna"), "si": _("Sì, da concordare con la rete")},
        lambda page: ["si" if page.needs_operator else "no"],
    ),
)


class Library(FacetedList[MaterialPage]):
    """The materials that answer what stands in the address; unknown names and values there are ignored."""

    def __init__(self, materials: list[MaterialPage], asked: Mapping[str, str]) -> None:
        known = {facet.name: asked[facet.name] for facet in FACETS if asked.get(facet.name) in facet.labels}
        super().__init__(materials, FACETS, known)
        self._asked_page = asked.get(PAGE, "1")

    @cached_property
    def page(self) -> ResultsPage[MaterialPage]:
        """Return the page of results that was asked for, the nearest one if it does not exist."""
        return Paginator(self.results, PER_PAGE).get_page(self._asked_page)

    @property
    def offered(self) -> list[FacetOptions]:
        """Return the facets with something to choose."""
        return [facet for facet in self.facets.values() if len(facet.options) > 1 or facet.chosen]

    @property
    def taken_off(self) -> list[Option]:
        """Return the chosen values, each with the address without it."""
        return [facet.chosen for facet in self.facets.values() if facet.chosen]

    @property
    def previous_address(self) -> str:
        return self.address(**{PAGE: str(self.page.previous_page_number())})

    @property
    def next_address(self) -> str:
        return self.address(**{PAGE: str(self.page.next_page_number())})
