"""Search finds what people type: each phrase leads to the page that answers it."""

import pytest
from django.test import Client

from home.search.spelling import is_a_slip, mended, with_h
from home.text.stems import stems

from .search_phrases import ENGLISH, ITALIAN
from .searching import Demo, found


def misled(client: Client, phrases: dict[str, str], address: str) -> dict[str, list[str]]:
    results = {words: found(client, words, address) for words in phrases}
    return {words: pages[:3] for words, pages in results.items() if pages[:1] != [phrases[words]]}


def test_eighty_phrases_and_more_lead_to_the_right_page_first(demo: Demo, client: Client) -> None:
    assert len(ITALIAN) + len(ENGLISH) >= 80
    assert {*ITALIAN.values(), *ENGLISH.values()} <= set(demo)

    assert misled(client, ITALIAN, "/cerca/") == {}
    assert misled(client, ENGLISH, "/en/cerca/") == {}


def test_danger_comes_before_what_else_she_names(demo: Demo, client: Client) -> None:
    results = found(client, "mi picchia e non ho soldi per l’affitto")

    assert results[0] == "/per-me/domande/"
    assert {"/per-me/situazioni/soldi/", "/per-me/situazioni/abitare/"} <= set(results[:6])


def test_editors_add_a_word_and_it_is_found_at_once(demo: Demo, client: Client) -> None:
    page = demo["/per-me/situazioni/abitare/"]
    assert found(client, "roulotte")[:1] != ["/per-me/situazioni/abitare/"]
    page.search_terms += "\nroulotte"
    page.save_revision().publish()

    assert found(client, "vivo in una roulotte")[0] == "/per-me/situazioni/abitare/"
    assert "roulotte" not in client.get("/per-me/situazioni/abitare/").content.decode()


def test_his_own_violence_leads_nowhere_else_whatever_it_names(demo: Demo, client: Client) -> None:
    assert found(client, "ho picchiato mia moglie")[0] == "/cambiare/"
    assert "/cambiare/" not in found(client, "mia moglie mi picchia")


@pytest.mark.parametrize(
    "family",
    [
        "picchia picchiata picchiato picchiarmi", "denuncia denunce denunciare denunciarlo", "molestie molestata",
        "minaccia minacciata minacce minacciare", "separarmi separazione separata", "stupro stuprata",
    ],
)  # fmt: skip
def test_forms_of_a_word_meet_that_a_shorter_cut_kept_apart(family: str) -> None:
    assert len(set(stems(family, "it").split())) == 1, stems(family, "it")


def test_raped_is_another_word_than_violent() -> None:
    assert len(set(stems("violentata violentate violentarmi violentavano", "it").split())) == 1
    assert stems("violentata", "it") != stems("violenta", "it")


def test_a_letter_drawn_out_is_one_letter_or_two() -> None:
    assert mended(["aiutooo", "mammma", "ciaooo"], {"aiuto", "mamma"}) == ["aiuto", "mamma", "ciao"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("mi a picchiata", "mi ha picchiata"),
        ("mi anno fatto male", "mi hanno fatto male"),
        ("o picchiato lei", "ho picchiato lei"),
        ("lui mi manda a casa", "lui mi manda a casa"),
        ("un anno passato", "un anno passato"),
        ("", ""),
    ],
)
def test_the_silent_letter_comes_back_before_a_participle_alone(typed: str, meant: str) -> None:
    assert " ".join(with_h(typed.split())) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("pichia", "picchia"), ("strozata", "strozzata"), ("volenza", "violenza"), ("piccihare", "picchiare")],
)
def test_one_slip_is_forgiven(typed: str, meant: str) -> None:
    assert is_a_slip(typed, meant)
    assert mended([typed], {meant, "altro"}) == [meant]


@pytest.mark.parametrize(
    ("typed", "other"), [("casa", "cassa"), ("pichata", "picchiata"), ("violenza", "violenza")]
)
def test_short_words_two_slips_and_right_words_stay(typed: str, other: str) -> None:
    assert mended([typed], {other}) == [typed]
