"""The directory as a list of short entries, and the answers to a visitor's filters.

A directory has at most a few thousand bodies: reading all of them in one query and filtering here costs
milliseconds, gives every filter its count, and keeps the number of queries the same at any size.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from functools import cached_property
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from servizi.directory import telephones
from servizi.directory.text_search import fold, says, terms
from servizi.vocabulary import SHELTER, SHELTER_LABEL, SYNONYMS, Language, PartnerKind, Service

LONGEST_QUERY = 80
FACET_LABELS = {
    "comune": _("Comune"),
    "servizio": _("Servizio"),
    "tipo": _("Tipo di ente"),
    "lingua": _("Lingua"),
}


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

    def values(self, facet: str) -> Iterable[str]:
        """Return the entry's values under the facet of that name."""
        if facet == "tipo":
            return (self.kind,)
        return {"comune": self.comuni, "servizio": self.services, "lingua": self.languages}[facet]

    def has(self, facet: str, value: str) -> bool:
        return value in self.values(facet) or (facet == "comune" and not self.comuni)


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


@dataclass(frozen=True, slots=True)
class Option:
    value: str
    label: str
    count: int
    selected: bool
    address: str


@dataclass(frozen=True)
class Facet:
    """One filter: its options with the number of bodies each would leave under all the other filters."""

    name: str
    options: tuple[Option, ...]

    @property
    def label(self) -> str:
        return str(FACET_LABELS[self.name])

    @property
    def shown(self) -> list[Option]:
        """Options worth offering; every Comune, because its absence would read as "not served"."""
        return [o for o in self.options if o.count or o.selected or self.name == "comune"]


Meaning = tuple[str, frozenset[str]]


def says_all(entry: Entry, meanings: Iterable[Meaning]) -> bool:
    """True when each term is in the entry's text, or names one of its values."""
    values = {entry.kind, *entry.services, *entry.comuni, *entry.languages}
    return all(says(entry.search_text, term) or not values.isdisjoint(codes) for term, codes in meanings)


class Catalogue:
    """Entries under a selection. `comuni` maps the short name of each Comune to its name."""

    def __init__(self, entries: Iterable[Entry], comuni: dict[str, str], selection: Selection) -> None:
        self.vocabularies: dict[str, dict[str, str]] = {
            "comune": comuni,
            "servizio": {word.value: str(word.label) for word in Service},
            "tipo": {**{word.value: str(word.label) for word in PartnerKind}, SHELTER: str(SHELTER_LABEL)},
            "lingua": {word.value: str(word.label) for word in Language},
        }
        self.selection = selection
        archive = bool(selection.archivio)
        self.entries = [entry for entry in entries if entry.is_archive == archive]

    @cached_property
    def unknown(self) -> list[str]:
        """Names of the filters whose value does not exist: they are not applied, and the page says so."""
        return [name for name, value in self.chosen if value not in self.vocabularies[name]]

    def chips(self) -> list[tuple[str, str]]:
        """Return each applied filter: its label, and the address without it."""
        labels = [("q", self.selection.q)] if self.selection.q else []
        labels += [(name, self.vocabularies[name].get(value, value)) for name, value in self.chosen]
        return [(label, self.selection.address(**{name: ""})) for name, label in labels]

    @property
    def chosen(self) -> list[tuple[str, str]]:
        pairs = [(name, getattr(self.selection, name)) for name in self.vocabularies]
        return [(name, value) for name, value in pairs if value]

    @cached_property
    def results(self) -> list[Entry]:
        """Entries that pass every filter, by name: a folded title is what their text begins with."""
        found = [entry for entry, misses in self.misses if not misses]
        return sorted(found, key=lambda entry: entry.search_text)

    @cached_property
    def facets(self) -> dict[str, Facet]:
        counts = {name: Counter[str]() for name in self.vocabularies}
        everywhere = 0
        for entry, misses in self.misses:
            for name, counter in counts.items():
                if not misses or misses == [name]:
                    counter.update(entry.values(name))
                    everywhere += name == "comune" and not entry.comuni
        return {name: self.facet(name, counts[name], everywhere) for name in counts}

    def facet(self, name: str, counter: Counter[str], everywhere: int) -> Facet:
        chosen = getattr(self.selection, name)
        extra = everywhere if name == "comune" else 0
        options = [
            Option(
                value=value,
                label=label,
                count=counter[value] + extra,
                selected=value == chosen,
                address=self.selection.address(**{name: "" if value == chosen else value}),
            )
            for value, label in self.vocabularies[name].items()
        ]
        return Facet(name, tuple(options))

    @cached_property
    def misses(self) -> list[tuple[Entry, list[str]]]:
        """Each entry that the words find, with the filters that it does not pass."""
        applied = [(name, value) for name, value in self.chosen if name not in self.unknown]
        return [
            (entry, [name for name, value in applied if not entry.has(name, value)])
            for entry in self.found_by_words()
        ]

    def found_by_words(self) -> Iterable[Entry]:
        meanings = [self.meaning(term) for term in terms(self.selection.q)]
        return filter(lambda entry: says_all(entry, meanings), self.entries) if meanings else self.entries

    def meaning(self, term: str) -> Meaning:
        """Return the term with every value of a filter that it names, by label or by synonym."""
        return term, frozenset(
            value
            for vocabulary in self.vocabularies.values()
            for value, label in vocabulary.items()
            if says(fold(f"{label} {SYNONYMS.get(value, '')}"), term)
        )

    def ways_out(self) -> list[tuple[str, str, int]]:
        """Return each filter that could be dropped: its label, the address without it, the count then."""
        comuni = self.vocabularies["comune"]
        names = (["q"] if self.selection.q else []) + [name for name, value in self.chosen]
        others = [replace(self.selection, **{name: ""}) for name in names]
        counts = [len(Catalogue(self.entries, comuni, other).results) for other in others]
        return [(*chip, count) for chip, count in zip(self.chips(), counts, strict=True) if count]
