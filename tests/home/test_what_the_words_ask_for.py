"""What somebody needs who types some words into the search, of either language."""

import pytest

from home.search.intent import DANGER, FOR_OTHERS, HELP, KNOWN, OWN_VIOLENCE, Need, needs_of
from home.search.ranking import SearchRank
from home.text.stems import plain

D, H, OWN = Need.DANGER, Need.HELP, Need.OWN_VIOLENCE
OTHERS = Need.FOR_OTHERS


@pytest.mark.parametrize(
    ("words", "needs"),
    [
        ("mi picchia", (D,)),
        ("Mio marito mi ha PICCHIATA", (D,)),
        ("mi mette le mani al collo", (D,)),
        ("ho paura di lui", (D,)),
        ("he hits me", (D,)),
        ("I am scared", (D,)),
        ("he is following me", (D,)),
        ("voglio lasciarlo", (D,)),
        ("aiuto", (H,)),
        ("non so più che cosa fare", (H,)),
        ("numero antiviolenza", (H,)),
        ("1522", (H,)),
        ("I need to talk to someone", (H,)),
        ("where can I go", (H,)),
        ("la mia amica", (OTHERS,)),
        ("my sister", (OTHERS,)),
        ("aiuto, mi picchia", (D, H)),
        ("aiutare una amica che ha paura", (D, OTHERS)),
        ("help for my friend", (H, OTHERS)),
        ("help my friend", (OTHERS,)),
        ("ho picchiato mia moglie", (OWN,)),
        ("sono violento", (OWN,)),
        ("I hit my wife", (OWN,)),
        ("smettere di picchiare", (OWN,)),
        ("perdo la testa con lei", (OWN,)),
        ("orari", ()),
        ("consultorio di Bresso", ()),
        ("", ()),
        ("…", ()),
    ],
)
def test_words_say_what_is_needed_the_most_pressing_first(words: str, needs: tuple[Need, ...]) -> None:
    assert needs_of(words) == needs


@pytest.mark.parametrize(
    "words",
    [
        "mi ha picchiata",
        "mi picchiò",
        "lui è violento",
        "he hit me",
        "my husband is violent",
        "mi minaccia e dice che smette",
        "mi ha messo le mani addosso",
    ],
)
def test_what_was_done_to_her_is_never_read_as_what_she_did(words: str) -> None:
    assert OWN not in needs_of(words)
    assert needs_of(words)[:1] == (D,)


@pytest.mark.parametrize(
    ("harmless", "telling", "need"),
    [
        ("bottega", "botte", D),
        ("menarca", "mena", D),
        ("calcio", "calci", D),
        ("spugna", "pugno", D),
        ("telefonini", "telefono", H),
        ("amichevole", "amica", OTHERS),
    ],
)
def test_a_word_that_only_holds_a_telling_one_is_told_from_it(
    harmless: str, telling: str, need: Need
) -> None:
    assert need in needs_of(telling)
    assert need not in needs_of(harmless)


def test_who_hit_back_is_not_read_as_who_uses_violence() -> None:
    assert needs_of("l’ho colpita") == (OWN,)
    assert needs_of("l’ho colpito per difendermi") == ()


def test_accents_case_and_signs_do_not_hide_what_is_needed() -> None:
    for words in ("HO PAURA!!!", "ho…paura", "hó pàura", "«ho paura»"):
        assert needs_of(words) == (D,)


def test_in_danger_the_pages_for_danger_come_before_the_desks_and_for_herself_no_other_comes() -> None:
    assert D.first[0] is SearchRank.DANGER
    assert H.first[0] is SearchRank.DESKS
    assert OWN.first == (SearchRank.OWN_VIOLENCE,)
    assert OTHERS.first == (SearchRank.OTHERS,)
    assert all(SearchRank.OWN_VIOLENCE not in {*need.first, *need.along} for need in (D, H, OTHERS))


def test_every_word_towards_which_a_slip_is_mended_is_written_as_words_are_compared() -> None:
    assert all(plain(word) == [word] for word in KNOWN)


@pytest.mark.parametrize("pattern", [DANGER, HELP, FOR_OTHERS, OWN_VIOLENCE])
def test_no_pattern_finds_anything_in_nothing(pattern: object) -> None:
    assert pattern.search("") is None  # type: ignore[attr-defined]
    assert pattern.search("orari della biblioteca") is None  # type: ignore[attr-defined]
