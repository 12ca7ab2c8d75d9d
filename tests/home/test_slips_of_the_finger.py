"""One slip of the finger, compared with somebody who makes every slip that there is."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from home.publication.plain_language import ENOUGH_WORDS, LONG_SENTENCE, Plainness, plainness
from home.search.spelling import SHORTEST, is_a_slip, mended

LETTERS = "abc"


def every_slip(word: str) -> Iterator[str]:
    for place in range(len(word) + 1):
        for letter in LETTERS:
            yield word[:place] + letter + word[place:]
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]
        for letter in LETTERS:
            yield word[:place] + letter + word[place + 1 :]
    for place in range(len(word) - 1):
        yield word[:place] + word[place + 1] + word[place] + word[place + 2 :]


words = st.text(alphabet=LETTERS, max_size=6)


@settings(max_examples=300)
@given(words, words)
def test_a_slip_is_what_one_wrong_move_of_a_finger_makes(one: str, other: str) -> None:
    assert is_a_slip(one, other) == (one != other and one in set(every_slip(other)))


@settings(max_examples=100)
@given(words, words)
def test_a_slip_leads_back_as_it_led_there(one: str, other: str) -> None:
    assert is_a_slip(one, other) == is_a_slip(other, one)


KNOWN = {"denuncia", "violenza", "polizia", "casa", "vicina", "ricina"}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("denunica", "denuncia"),
        ("denuncai", "denuncia"),
        ("denunncia", "denuncia"),
        ("denucia", "denuncia"),
        ("senuncia", "denuncia"),
        ("denuncia", "denuncia"),
        ("denunzzia", "denunzzia"),
        ("cosa", "cosa"),
        ("cas", "cas"),
        ("vcina", "vicina"),
        ("", ""),
    ],
)
def test_a_word_with_one_slip_is_read_as_the_one_that_was_meant(typed: str, meant: str) -> None:
    assert mended([typed], KNOWN) == [meant]


def test_a_word_that_is_known_is_never_mended_into_another() -> None:
    assert mended(["ricina", "vicina"], KNOWN) == ["ricina", "vicina"]


def test_of_two_that_are_as_near_the_one_that_begins_alike_is_meant() -> None:
    assert mended(["vicino"], {"vicina", "ricino"}) == ["vicina"]
    assert mended(["ricino"], {"vicino", "sicino"}) == ["sicino"]


def test_short_words_are_left_alone_on_both_sides() -> None:
    assert SHORTEST == 5
    assert mended(["abcd"], {"abcde"}) == ["abcd"]
    assert mended(["abcde"], {"abcd"}) == ["abcde"]
    assert mended(["abcde"], {"abcdf"}) == ["abcdf"]


def test_nothing_is_mended_where_nothing_is_known() -> None:
    assert mended(["denunica"], set()) == ["denunica"]
    assert mended([], KNOWN) == []


def sentence(words: int, word: str = "casa") -> str:
    return " ".join([word] * words) + "."


@pytest.mark.parametrize(
    ("text", "words", "share"),
    [
        ("", 0, 1.0),
        ("1522 112", 0, 1.0),
        ("Vai. Chiama. Parla.", 3, 1.0),
        (sentence(LONG_SENTENCE), LONG_SENTENCE, 1.0),
        (sentence(LONG_SENTENCE + 1), LONG_SENTENCE + 1, 0.0),
        (sentence(LONG_SENTENCE + 1) + " Vai.", LONG_SENTENCE + 2, 0.5),
        ("Titolo\nAltra riga", 3, 1.0),
        ("Alle 9.30 apre", 2, 1.0),
        ("«Vai!» disse; poi: basta…", 4, 1.0),
    ],
)
def test_words_and_plain_sentences_are_counted(text: str, words: int, share: float) -> None:
    found = plainness(text)
    assert (found.words, found.share) == (words, share)


def test_the_index_is_gulpease_between_nothing_and_a_hundred() -> None:
    # 89 + (300 sentences - 10 letters) / words: ten words of five letters in one sentence.
    assert plainness(sentence(10, "paura")).index == 89 + (300 - 500) / 10
    assert plainness("Va.").index == 100.0
    assert plainness(sentence(30, "incostituzionalissimamente")).index == 0.0
    assert plainness("").index == 100.0


def test_a_short_text_is_plain_whatever_its_words() -> None:
    hard = "incostituzionalissimamente"
    assert plainness(sentence(ENOUGH_WORDS - 1, hard)).is_plain
    assert not plainness(sentence(ENOUGH_WORDS, hard)).is_plain
    assert plainness(" ".join(sentence(6, "casa") for _ in range(10))).is_plain


@pytest.mark.parametrize(
    ("index", "share", "is_plain"), [(50, 0.75, True), (49.9, 0.75, False), (50, 0.74, False), (100, 1, True)]
)
def test_a_long_text_is_plain_by_its_index_and_by_its_sentences(
    index: float, share: float, is_plain: bool
) -> None:
    assert Plainness(ENOUGH_WORDS, index, share).is_plain == is_plain
    assert Plainness(ENOUGH_WORDS - 1, index, share).is_plain
