"""The directory as a list of short entries, and the answers to a visitor's filters.

A directory has at most a few thousand bodies: reading all of them in one query and filtering here costs
milliseconds, gives every filter its count, and keeps the number of queries the same at any size.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from home.facets import Facet, FacetedList, Text
from servizi.directory import telephones
from servizi.directory.text_search import fold, says, terms
from servizi.vocabulary import SHELTER, SHELTER_LABEL, SYNONYMS, Language, PartnerKind, Service

LONGEST_QUERY = 80


@dataclass(frozen=True, slots=True)
class Entry:
    """What the list shows and filters by. No comuni: the body serves the whole network."""

    pk: int
    title: str
    url_path: str
    summary: str
    search_text: str
    services: tuple[str, ...]
    languages: tuple[str, ...]
    phone: str
    kind: str
    is_archive: bool
    comuni: frozenset[str]

    @property
    def kind_label(self) -> str:
        return str(SHELTER_LABEL if self.kind == SHELTER else PartnerKind(self.kind).label)

    @property
    def phone_uri(self) -> str:
        return telephones.uri(self.phone)


@dataclass(frozen=True)
class Selection:
    """A visitor's filters; field names are the parameters of the address."""

    q: str = ""
    comune: str = ""
    servizio: str = ""
    tipo: str = ""
    lingua: str = ""
    archivio: str = ""

    @classmethod
    def from_query(cls, query: QueryDict) -> "Selection":
        given = {field.name: query.get(field.name, "").strip() for field in fields(cls)}
        return cls(**{**given, "q": given["q"][:LONGEST_QUERY], "archivio": "1" if given["archivio"] else ""})

    @property
    def is_empty(self) -> bool:
        return replace(self, archivio="") == Selection()

    def address(self, **changes: str) -> str:
        """Return the query string of this selection with `changes`; `pagina` may be among them.

        Without the words: an address stays in the history, and what she typed must not.
        """
        page = changes.pop("pagina", "")
        chosen = replace(self, **changes)
        pairs = [(field.name, getattr(chosen, field.name)) for field in fields(chosen) if field.name != "q"]
        return "?" + urlencode([(name, value) for name, value in [*pairs, ("pagina", page)] if value])


def partner_facets(comuni: dict[str, str]) -> list[Facet[Entry]]:
    """Return the facets of the directory. `comuni` maps the short name of each Comune to its name."""
    kinds = {**{word.value: word.label for word in PartnerKind}, SHELTER: SHELTER_LABEL}
    return [
        Facet(
            "comune",
            _("Comune"),
            comuni,
            lambda entry: entry.comuni,
            fits_all=lambda entry: not entry.comuni,
            offers_all=True,
        ),
        Facet("servizio", _("Servizio"), _labels(Service), lambda entry: entry.services),
        Facet("tipo", _("Tipo di ente"), kinds, lambda entry: (entry.kind,)),
        Facet("lingua", _("Lingua"), _labels(Language), lambda entry: entry.languages),
    ]


def _labels(vocabulary: type[Service] | type[Language]) -> dict[str, str]:
    return {word.value: str(word.label) for word in vocabulary}


Meaning = tuple[str, frozenset[str]]


def says_all(entry: Entry, meanings: Iterable[Meaning]) -> bool:
    """True when each term is in the entry's text, or names one of its values."""
    values = {entry.kind, *entry.services, *entry.comuni, *entry.languages}
    return all(says(entry.search_text, term) or not values.isdisjoint(codes) for term, codes in meanings)


class Catalogue(FacetedList[Entry]):
    """Entries under a selection; a filter whose value does not exist is not applied, and the page says so."""

    def __init__(self, entries: Iterable[Entry], comuni: dict[str, str], selection: Selection) -> None:
        self.selection = selection
        archive = bool(selection.archivio)
        self.every_entry = [entry for entry in entries if entry.is_archive == archive]
        self.comuni = comuni
        facets = partner_facets(comuni)
        meanings = [_meaning(term, facets) for term in terms(selection.q)]
        found = [entry for entry in self.every_entry if says_all(entry, meanings)]
        # By name: a folded title is what their text begins with.
        found.sort(key=lambda entry: entry.search_text)
        kept = {"archivio": selection.archivio}
        super().__init__(found, facets, vars(selection), kept=kept, ignores_unknown=True)

    def chips_with_words(self) -> list[tuple[Text, str]]:
        """Return each applied filter, the words first: its label, and the address without it."""
        words = [(self.selection.q, self.address())] if self.selection.q else []
        return [*words, *self.chips]

    def ways_out(self) -> list[tuple[Text, str, int]]:
        """Return each filter that could be dropped: its label, the address without it, the count then."""
        names = (["q"] if self.selection.q else []) + list(self.chosen)
        others = [replace(self.selection, **{name: ""}) for name in names]
        counts = [len(Catalogue(self.every_entry, self.comuni, other).results) for other in others]
        return [(*chip, count) for chip, count in zip(self.chips_with_words(), counts, strict=True) if count]


def _meaning(term: str, facets: Iterable[Facet[Entry]]) -> Meaning:
    """Return the term with every value of a filter that it names, by label or by synonym."""
    return term, frozenset(
        value
        for facet in facets
        for value, label in facet.labels.items()
        if says(fold(f"{label} {SYNONYMS.get(value, '')}"), term)
    )
