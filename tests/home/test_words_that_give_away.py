"""Words that may stand in no history, tab or card, and the harmless ones that look like them."""

import pytest

from home.discreet.revealing_words import (
    revealing_word,
    revealing_word_on_a_card,
    telling_in_a_title,
)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("centro-antiviolenza", "antiv"),
        ("Violenza", "violen"),
        ("stalking", "stalk"),
        ("maltrattamenti", "maltratt"),
        ("femminicidio", "femminicid"),
        ("femicide", "femicid"),
        ("La denuncia", "denunc"),
        ("Case rifugio", "rifugi"),
        ("1522", "1522"),
        ("mi picchia", "picchi"),
        ("botte", "botte"),
        ("raped", "raped"),
        ("Safe house", "safe"),
        ("SHELTERS", "shelters"),
        ("vio\u00adlenza", "violen"),
        ("ｖiolenza", "violen"),
        ("ammonimento", "ammonim"),
        ("domestic", "domestic"),
    ],
)
def test_a_telling_word_is_found_and_shown_as_far_as_it_tells(text: str, word: str) -> None:
    assert revealing_word(text) == word


@pytest.mark.parametrize(
    "text",
    [
        "bottega",
        "spicchio",
        "preferito",
        "terapeuta",
        "unsafely",
        "Spazio Sambuco",
        "Bresso",
        "battery",
        "domesticate",
        "",
    ],
)
def test_a_harmless_word_that_holds_the_letters_of_another_passes(text: str) -> None:
    assert revealing_word(text) == ""


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("I tuoi diritti", "diritt"),
        ("Avvocata gratis", "avvocat"),
        ("I figli", "figli"),
        ("Trovare lavoro", "lavor"),
        ("Una casa", "casa"),
        ("Your rights", "right"),
        ("Women and children", "women"),
        ("Leaving home", "leaving"),
        ("Home", "home"),
        ("Time limits", "time limits"),
    ],
)
def test_the_subject_of_a_help_page_is_no_title_though_its_word_is_harmless_elsewhere(
    text: str, word: str
) -> None:
    assert telling_in_a_title(text) == word
    assert revealing_word(text) == ""


@pytest.mark.parametrize("text", ["Pagina 3", "Casale", "Bresso", "Orari", "Rete", "Planet", ""])
def test_a_title_that_names_a_place_or_nothing_passes(text: str) -> None:
    assert telling_in_a_title(text) == ""


def test_what_tells_more_is_named_before_the_subject() -> None:
    assert telling_in_a_title("Diritti dopo la denuncia") == "denunc"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Chiama il 112", "1"),
        ("Per le donne", "donn"),
        ("Un aiuto", "aiut"),
        ("For women", "women"),
        ("Help", "help"),
        ("contro la violenza", "violen"),
    ],
)
def test_a_card_tells_no_stranger_what_it_is_for(text: str, word: str) -> None:
    assert revealing_word_on_a_card(text) == word


@pytest.mark.parametrize("text", ["Spazio Sambuco", "Biblioteca di Bresso", "madonna", "whelp", ""])
def test_a_name_may_stand_on_a_card(text: str) -> None:
    assert revealing_word_on_a_card(text) == ""
