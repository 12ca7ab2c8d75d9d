"""Names that stay on one line, words cut to what their forms share, and dates as people write them."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from home.text.dates import dated, in_order
from home.text.one_line import TURNING, one_line
from home.text.stems import common_words, plain, stems, telling_stems


@pytest.mark.parametrize(
    "text", ["Spazio Uno", "Città «più» – 2026", "مركز 12\u200f", "日本", "", "a\u00a0b"]
)
def test_a_name_of_any_language_stays_as_it_is(text: str) -> None:
    one_line(text)


@pytest.mark.parametrize("sign", ["\t", "\n", "\r", "\x0b", "\x00", "\x85", "\u2028", "\u2029"])
def test_a_sign_that_breaks_the_line_is_refused(sign: str) -> None:
    with pytest.raises(ValidationError) as raised:
        one_line(f"Spazio{sign}Uno")
    assert raised.value.code == "breaking"


@pytest.mark.parametrize("sign", sorted(TURNING))
def test_a_sign_that_turns_the_direction_is_refused_wherever_it_stands(sign: str) -> None:
    for text in (f"{sign}Uno", f"U{sign}no", f"Uno{sign}"):
        with pytest.raises(ValidationError) as raised:
            one_line(text)
        assert raised.value.code == "turning"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("it", ["denuncia", "denunciare", "denunciato"]),
        ("it", ["sportello", "sportelli"]),
        ("it", ["legale", "legali"]),
        ("it", ["violenza", "violenze"]),
        ("en", ["report", "reporting", "reported"]),
        ("en", ["shelter", "shelters"]),
    ],
)
def test_the_forms_of_a_word_are_found_by_one_another(language: str, words: list[str]) -> None:
    assert len({stems(word, language) for word in words}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("casa", "caso"), ("denuncia", "annuncio"), ("marito", "maritozzo")]
)
def test_words_that_only_look_alike_stay_apart(one: str, other: str) -> None:
    assert plain(one) != plain(other)
    if one != "casa":
        assert stems(one, "it") != stems(other, "it")


def test_accents_case_and_signs_are_left_out() -> None:
    assert plain("Perché, L’«ORDINE»? 2026!") == ["perche", "l", "ordine", "2026"]
    assert stems("CITTÀ", "it") == stems("citta", "it")
    assert plain("a_b") == ["a", "b"]


def test_a_language_without_rules_keeps_its_endings() -> None:
    assert stems("shtëpitë e bukura", "sq") == "shtepite e bukura"
    assert stems("casas bonitas", "es") != "casas bonitas"


def test_words_of_every_text_are_left_out_unless_there_are_no_others() -> None:
    assert telling_stems("che cosa devo fare con la denuncia", "it") == stems("devo denuncia", "it")
    assert telling_stems("che cosa", "it") == stems("che cosa", "it")
    assert telling_stems("", "it") == ""
    assert {"che", "what", "perche"} <= common_words("it")
    assert "denuncia" not in common_words("it")


@pytest.mark.parametrize(
    ("day", "italian", "english"),
    [
        (dt.date(2026, 3, 1), "1º marzo 2026", "1 March 2026"),
        (dt.date(2026, 3, 11), "11 marzo 2026", "11 March 2026"),
        (dt.date(2026, 12, 31), "31 dicembre 2026", "31 December 2026"),
    ],
)
def test_a_day_is_written_as_its_readers_write_it(day: dt.date, italian: str, english: str) -> None:
    assert dated(day, "j F Y") == italian
    with override("en"):
        assert dated(day, "j F Y") == english


def test_the_first_of_a_month_is_an_ordinal_in_words_and_not_in_figures() -> None:
    first = dt.date(2026, 3, 1)
    assert dated(first, "l j F") == "domenica 1º marzo"
    assert dated(first, "j/n/Y") == "1/3/2026"
    assert dated(first, "l") == "domenica"


def test_signs_keep_their_order_where_lines_run_from_the_right() -> None:
    assert in_order("9–12") == "9–12"
    with override("ar"):
        assert in_order("9–12") == "\u20669–12\u2069"
