"""A text as it is read: hidden letters, odd apostrophes and coded addresses hide nothing from a rule."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from home.text.normalize import bare, decoded, seen


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("via del\u00adla Pace", "via della Pace"),
        ("v\u200bia", "via"),
        ("v\ufeffia", "via"),
        ("v\u034fia", "via"),
        ("v\ufe0fia", "via"),
        ("\u202eaiv\u202c", "aiv"),
        ("dell’Esempio", "dell'Esempio"),
        ("dell‘Esempio", "dell'Esempio"),
        ("dell＇Esempio", "dell'Esempio"),
        ("ｖｉａ Ｒｏｍａ", "via Roma"),
        ("ﬁne", "fine"),
        ("perche\u0301", "perché"),
        ("via \u00a0 \t Roma", "via Roma"),
        ("  via Roma ", "via Roma"),
        ("via \r\n  Roma", "via\nRoma"),
        ("via\u2028Roma", "via\nRoma"),
        ("via\n\n\nRoma", "via\nRoma"),
        ("", ""),
    ],
)
def test_what_is_typed_is_read_as_it_looks(typed: str, read: str) -> None:
    assert seen(typed) == read


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("Perché", "perche"),
        ("CITTÀ", "citta"),
        ("Straße", "strasse"),
        ("Dell’Ésempio", "dell'esempio"),
        ("Řezníček", "reznicek"),
    ],
)
def test_bare_words_have_no_case_and_no_accents(typed: str, plain: str) -> None:
    assert bare(typed) == plain


@pytest.mark.parametrize(
    ("markup", "clear"),
    [
        ("via&nbsp;Roma", "via\u00a0Roma"),
        ("&#118;ia", "via"),
        ("maps%2Egoogle%2Ecom", "maps.google.com"),
        ("maps%252Egoogle", "maps.google"),
        ("maps%25252Egoogle", "maps.google"),
        ("a+b", "a b"),
        ("&amp;lt;b&amp;gt;", "<b>"),
        ("niente", "niente"),
        ("100%", "100%"),
    ],
)
def test_entities_and_codings_are_undone_however_often_they_were_done(markup: str, clear: str) -> None:
    assert decoded(markup) == clear


def test_a_text_that_was_coded_without_end_is_left_after_some_turns() -> None:
    text = "%"
    for _turn in range(10):
        text = text.replace("%", "%25")
    assert decoded(text).startswith("%25")


@settings(max_examples=150)
@given(st.text(max_size=40))
def test_what_was_read_once_is_read_the_same_again(text: str) -> None:
    once = seen(text)
    assert seen(once) == once
    assert once == once.strip()
    assert "\r" not in once
    assert "  " not in once


@settings(max_examples=100)
@given(st.text(alphabet="abcèàù 'ABC", max_size=20), st.integers(0, 20))
def test_a_hidden_letter_anywhere_changes_nothing(text: str, place: int) -> None:
    for hidden in ("\u00ad", "\u200b", "\u2060", "\u3164"):
        assert seen(text[:place] + hidden + text[place:]) == seen(text)
