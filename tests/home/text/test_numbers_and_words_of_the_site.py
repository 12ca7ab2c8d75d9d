"""What stands in an editor's text for the numbers and the words of whoever runs the site."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.utils.translation import override

from home.text.placeholders import has_placeholder, substitute, without_placeholders
from home.text.site_words import BY_TOKEN, WORDS, is_foreign, unset, word


def facts(**values: Any) -> SimpleNamespace:
    empty = {known.field: "" for known in WORDS}
    return SimpleNamespace(**{"emergency_number": "112", "helpline_number": "1522", **empty, **values})


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Chiama il {{emergenza}}.", "Chiama il 112."),
        ("Chiama il {{ antiviolenza }}.", "Chiama il 1522."),
        ("{{emergenza}} o {{antiviolenza}}", "112 o 1522"),
        ('<a href="tel:{{antiviolenza}}">', '<a href="tel:1522">'),
        ("{{altro}}", "{{altro}}"),
        ("{emergenza}", "{emergenza}"),
        ("", ""),
    ],
)
def test_numbers_stand_where_their_tokens_stood(text: str, told: str) -> None:
    assert substitute(text, facts()) == told


def test_after_tel_a_number_is_dialled_and_elsewhere_it_is_read() -> None:
    known = facts(helpline_number="+39 02 0000-0001")
    assert substitute("{{antiviolenza}} tel:{{antiviolenza}}", known) == "+39 02 0000-0001 tel:+390200000001"


@pytest.mark.parametrize("evil", ["<b>1522", '15"22', "15{{emergenza}}22", "15\\22", "javascript:1522"])
def test_a_number_brings_nothing_into_markup_but_itself(evil: str) -> None:
    told = substitute("{{antiviolenza}}", facts(helpline_number=evil))
    assert not set(told) & set('<>"{}\\:')
    assert "".join(sign for sign in told if sign.isdigit()) == "1522"


def test_a_word_that_nobody_has_said_yet_is_a_sentence_that_is_true_meanwhile() -> None:
    assert substitute("{{titolare}}", facts()).startswith("L’ente che gestisce questo sito.")
    assert substitute("{{titolare}}", facts(controller="Comune di Bresso")) == "Comune di Bresso"
    with override("en"):
        assert "ente" not in substitute("{{titolare}}", facts()).split()


@pytest.mark.parametrize("known", WORDS, ids=lambda known: known.token)
def test_every_word_has_its_field_and_something_to_say_until_then(known: Any) -> None:
    assert word(known.token, facts())
    assert word(known.token, facts(**{known.field: " Detto "})) == "Detto"
    assert BY_TOKEN[known.token] is known
    assert has_placeholder(f"x {{{{{known.token}}}}} y")


def test_what_is_not_said_yet_is_told_in_the_order_of_the_form() -> None:
    assert unset(facts()) == list(WORDS)
    said = facts(**{WORDS[0].field: "x", WORDS[3].field: "y"})
    assert unset(said) == [known for known in WORDS if known not in {WORDS[0], WORDS[3]}]
    assert unset(facts(**{known.field: "x" for known in WORDS})) == []


def test_a_word_in_another_language_than_the_page_says_so_between_tags_alone() -> None:
    known = facts(owner="Comune & altri")
    text = '<p title="{{ente}}">Di {{ente}}</p>'
    assert substitute(text, known, markup=True) == '<p title="Comune &amp; altri">Di Comune &amp; altri</p>'
    with override("en"):
        assert is_foreign("ente", known)
        assert not is_foreign("ente", facts())
        assert (
            substitute(text, known, markup=True)
            == '<p title="Comune &amp; altri">Di <span lang="it">Comune &amp; altri</span></p>'
        )
        for element in ("script", "style", "title"):
            assert "<span" not in substitute(f"<{element}>{{{{ente}}}}</{element}>", known, markup=True)


def test_a_word_brings_no_markup_with_it() -> None:
    told = substitute("<p>{{ente}}</p>", facts(owner='<script>"x"\\{{emergenza}}</script>'), markup=True)
    assert told.count("<") == 2
    assert not set(told) & set('"\\{}')


def test_a_text_that_is_kept_knows_no_number() -> None:
    assert without_placeholders("Chiama {{antiviolenza}} ora, {{ente}}").split() == ["Chiama", "ora,"]
    assert has_placeholder("Chiama {{antiviolenza}}")
    assert not has_placeholder("Chiama il 1522")
