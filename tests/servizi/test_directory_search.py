"""Searching and filtering, without a database."""

from dataclasses import replace

import pytest
from django.http import QueryDict

from servizi.directory.catalogue import Catalogue, Entry, Selection
from servizi.directory.comuni_map import PLACES, tiles
from servizi.directory.text_search import fold, says, stem, terms

COMUNI = {"bresso": "Bresso", "bollate": "Bollate", "cormano": "Cormano"}


def entry(pk: int, title: str, **values: object) -> Entry:
    defaults: dict[str, object] = {
        "url_path": f"/{pk}/",
        "summary": "",
        "phone": "",
        "search_text": fold(title),
        "services": (),
        "languages": ("it",),
        "kind": "associazione",
        "is_archive": False,
        "comuni": frozenset({"bresso"}),
    }
    return Entry(pk, title, **{**defaults, **values})  # type: ignore[arg-type]


LAWYERS = entry(
    1,
    "Avvocate in rete",
    kind="avvocati",
    services=("legale",),
    languages=("it", "ar"),
    comuni=frozenset({"bollate"}),
)
HOSPITAL = entry(2, "Ospedale dell’Esempio", kind="ospedale", services=("sanitario",), languages=("it", "en"))
GROUP = entry(3, "Città delle donne", services=("gruppi", "ascolto"), comuni=frozenset({"bresso", "cormano"}))
SHELTER = entry(4, "Casa rifugio", kind="rifugio", services=("casa",), comuni=frozenset())
ARCHIVE = entry(5, "Avvocati di allora", is_archive=True)
ALL = [LAWYERS, HOSPITAL, GROUP, SHELTER, ARCHIVE]


def found(**filters: str) -> set[int]:
    return {each.pk for each in Catalogue(ALL, COMUNI, Selection(**filters)).results}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("legale", "legali"),
        ("avvocata", "avvocate"),
        ("psicologa", "psicologhe"),
        ("Città", "citta"),
        ("donna", "donne"),
    ],
)
def test_singular_plural_and_accents_are_the_same_word(one: str, other: str) -> None:
    assert stem(fold(one)) == stem(fold(other))


def test_short_words_are_not_cut_to_nothing() -> None:
    assert stem("bue") == "bue"
    assert terms("la casa di Bresso") == ["cas", "bress"]
    assert terms("chi") == ["chi"]


def test_a_word_is_found_at_its_beginning_only() -> None:
    assert says("casa rifugio", "rifug")
    assert not says("incasso", "cas")


@pytest.mark.parametrize(
    ("query", "pks"),
    [
        ("avvocata", {1}),
        ("AVVOCATE", {1}),
        ("divorzio", {1}),
        ("citta", {3}),
        ("donna città", {3}),
        ("ospedali bresso", {2}),
        ("inglese", {2}),
        ("english", {2}),
        ("a Bollate", {1}),
        ("dormire", {4}),
        ("xyz", set()),
        ("' OR 1=1 --", set()),
        ("%", {1, 2, 3, 4}),
    ],
)
def test_words_find_names_services_kinds_places_and_synonyms(query: str, pks: set[int]) -> None:
    assert found(q=query) == pks


def test_filters_combine() -> None:
    assert found(comune="bollate", servizio="legale", lingua="ar") == {1}
    assert found(comune="bresso", servizio="legale", lingua="ar") == set()


def test_a_shelter_serves_every_comune_because_it_has_none() -> None:
    assert 4 in found(comune="bollate")
    assert 4 in found(comune="cormano")


def test_historical_bodies_are_shown_only_when_asked_for() -> None:
    assert 5 not in found()
    assert found(archivio="1") == {5}


def test_the_count_beside_an_option_is_what_choosing_it_gives() -> None:
    for chosen in (
        Selection(),
        Selection(comune="bresso"),
        Selection(q="ospedale"),
        Selection(lingua="it", tipo="ospedale"),
    ):
        catalogue = Catalogue(ALL, COMUNI, chosen)
        for name, facet in catalogue.facets.items():
            for option in facet.options:
                under = Selection(**{**vars(chosen), name: option.value})
                assert option.count == len(Catalogue(ALL, COMUNI, under).results), (chosen, name, option)


def test_a_value_that_does_not_exist_is_reported_and_not_applied() -> None:
    catalogue = Catalogue(ALL, COMUNI, Selection(comune="atlantide", lingua="ar"))
    assert catalogue.unknown == ["comune"]
    assert {each.pk for each in catalogue.results} == {1}


def test_an_empty_answer_says_which_filter_to_drop() -> None:
    catalogue = Catalogue(ALL, COMUNI, Selection(comune="bresso", lingua="ar"))
    assert catalogue.ways_out() == [("Bresso", "?lingua=ar", 1), ("العربية", "?comune=bresso", 3)]


def test_an_address_carries_every_filter_and_can_be_shared() -> None:
    chosen = Selection.from_query(QueryDict("q=casa+mia&comune=bresso&altro=1&pagina=3"))
    assert chosen.address(pagina="2") == "?comune=bresso&pagina=2"
    assert Selection.from_query(QueryDict(chosen.address()[1:])) == replace(chosen, q="")


def test_the_drawing_has_a_tile_of_its_own_for_each_comune() -> None:
    drawn = tiles(Catalogue(ALL, COMUNI, Selection(comune="cormano")))
    assert {tile.name: tile.count for tile in drawn} == {"Bollate": 2, "Cormano": 2, "Bresso": 3}
    assert [tile.name for tile in drawn if tile.selected] == ["Cormano"]
    assert len(set(PLACES.values())) == len(PLACES)
