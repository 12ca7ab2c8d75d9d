"""Names of people and phrases that move the fault: which are found in a text, and which are let pass."""

import pytest

from home.publication.person_names import full_names, says_age
from home.publication.place_names import MAP_WORDS, PLACE_WORDS
from home.publication.victim_blaming import ENGLISH, ITALIAN, TERMS, blaming
from home.text.normalize import seen


def names(text: str) -> list[str]:
    return list(full_names(seen(text)))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Parla Anna Rossi, operatrice.", ["Anna Rossi"]),
        ("Con Anna Rossi e Marco De Luca", ["Anna Rossi", "Marco De Luca"]),
        ("Maria D’Angelo racconta", ["Maria D'Angelo"]),
        ("FATIMA HASSAN", ["FATIMA HASSAN"]),
        ("ha scritto anna rossi, ieri", ["anna rossi"]),
        ("anna rossi, ieri", ["anna rossi"]),
        ("Scuola Anna Frank", []),
        ("via Carlo Porta", []),
        ("Piazza Maria Montessori", []),
        ("Rosa Parks", ["Rosa Parks"]),
        ("rosa bianca", []),
        ("una rosa, viola chiaro", []),
        ("Anna va a casa", []),
        ("Anna", []),
        ("Spazio Sambuco", []),
        ("", []),
    ],
)
def test_a_given_name_with_a_surname_is_a_person_and_streets_and_flowers_are_not(
    text: str, found: list[str]
) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("una donna di 34 anni", True),
        ("a woman, 34 years old", True),
        ("aperto da 100 anni", False),
        ("34 mesi", False),
        ("per anni", False),
    ],
)
def test_an_age_is_told_in_years_of_one_or_two_digits(text: str, told: bool) -> None:
    assert says_age(text) == told


@pytest.mark.parametrize("term", [*ITALIAN, *ENGLISH])
def test_every_phrase_that_moves_the_fault_is_found_in_a_sentence_and_let_pass_in_quotes(term: str) -> None:
    assert term in list(blaming(seen(f"Il giornale scrive: {term}. Poi basta.")))
    assert term in list(blaming(seen(f"Il giornale scrive: {term.upper()}.")))
    assert list(blaming(seen(f"Non si scrive «{term}» mai."))) == []


@pytest.mark.parametrize(
    ("text", "blames"),
    [
        ("È stato un raptus.", True),
        ("Non è un raptus.", False),
        ("Non esiste nessun raptus improvviso.", False),
        ("Non è vero che sia stato mai chiamato un raptus.", False),
        ("Senza alcun raptus.", False),
        ("Non solo un raptus.", True),
        ("Non è andata via. È stato un raptus.", True),
        ("It was a fit of rage", True),
        ("It wasn’t a fit of rage", False),
        ("There is no such thing as a crime of passion", False),
        ("un rap\u00adtus", True),
        ("né raptus né gelosia", False),
        ("raptusss", False),
        ("Una lite\nfamiliare", True),
        ("Offriamo mediazione  familiare", True),
        ("Nessuna mediazione familiare", False),
    ],
)
def test_a_phrase_that_is_denied_in_its_own_clause_blames_nobody(text: str, blames: bool) -> None:
    assert bool(list(blaming(seen(text)))) == blames


def test_each_phrase_stands_once_in_the_lists() -> None:
    assert len(TERMS) == len(ITALIAN) + len(ENGLISH)


@pytest.mark.parametrize(
    ("text", "is_place"),
    [
        ("in via Roma 5", True),
        ("in Via della Pace", True),
        ("V.le Dante", True),
        ("P.zza 4 Novembre", True),
        ("20091 Bresso", True),
        ("via da casa in poche ore", False),
        ("per via di questo", False),
        ("il corso comincia a maggio", False),
        ("nel 2026", False),
    ],
)
def test_an_address_is_told_from_the_words_that_it_is_made_of(text: str, is_place: bool) -> None:
    assert bool(PLACE_WORDS.search(text)) == is_place


@pytest.mark.parametrize(
    ("text", "is_map"),
    [
        ("https://maps.example", True),
        ("goo.gl/x", True),
        ("www.google.it/maps", True),
        ("45.5401, 9.19", True),
        ("geo:45,9", True),
        ("la mappa è qui", False),
        ("45.5 per cento", False),
    ],
)
def test_a_link_to_a_map_is_a_place_too(text: str, is_map: bool) -> None:
    assert bool(MAP_WORDS.search(text)) == is_map
