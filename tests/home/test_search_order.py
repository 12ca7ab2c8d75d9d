"""Which pages stand first among the results, for whoever is afraid and for everybody else."""

import re

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, get_page_models

from home.models import BasePage
from home.search.ranking import SearchRank

from .searching import Demo, ask, found

DANGER, PLAN, DESKS, WRITE = "/per-me/domande/", "/per-me/piano/", "/sportelli/", "/scrivi/"
HELPERS = {DANGER, PLAN, DESKS, WRITE}
OWN = "/cambiare/"
IN_ENGLISH = {"/en/for-me/questions/", "/en/for-me/plan/", "/en/desks/", "/en/write/"}


class TestWhatComesFirst:
    @pytest.mark.parametrize(
        ("asked", "first"),
        [
            ("mi picchia", DANGER),
            ("mio marito mi picchia davanti ai bambini", DANGER),
            ("MI HA PICCHIATA", DANGER),
            ("mi picchiò", DANGER),
            ("ho paura", DANGER),
            ("ho paura di mio marito", DANGER),
            ("mio marito è violento", DANGER),
            ("minaccia di uccidermi", DANGER),
            ("scappare di casa", DANGER),
            ("come faccio ad andarmene", DANGER),
            ("he hits me", DANGER),
            ("aiuto", DESKS),
            ("ho bisogno di aiuto", DESKS),
            ("non so cosa fare", DESKS),
            ("centro antiviolenza", DESKS),
            ("1522", DESKS),
            ("help", DESKS),
        ],
    )
    def test_words_of_fear_lead_to_danger_questions_plan_desks_and_the_form(
        self, demo: Demo, client: Client, asked: str, first: str
    ) -> None:
        results = found(client, asked)

        assert results[0] == first
        assert set(results[:4]) == HELPERS
        assert {"/per-me/", "/per-me/diritti/"} <= set(results)
        assert OWN not in results

    @pytest.mark.parametrize(
        "asked", ["he hits me", "scared of my husband", "he wants to kill me", "help", "aiuto", "mi picchia"]
    )
    def test_and_in_english_to_the_english_ones_in_whichever_language_she_types(
        self, demo: Demo, client: Client, asked: str
    ) -> None:
        assert set(found(client, asked, "/en/cerca/")[:4]) == IN_ENGLISH

    @pytest.mark.parametrize(
        ("asked", "first"),
        [
            ("avvocata gratis", "/per-me/diritti/avvocata/"),
            ("violenza", "/per-me/capire/"),
            ("permesso di soggiorno", "/per-me/diritti/documenti/"),
            ("Bresso", "/sportelli/bresso/"),
            ("sportello di Bresso", "/sportelli/bresso/"),
            ("un’amica", "/per-altri/"),
            ("aiutare un’amica", "/per-altri/"),
            ("25 novembre", "/campagne/25-novembre/"),
        ],
    )
    def test_other_words_lead_to_the_page_that_answers_them(
        self, demo: Demo, client: Client, asked: str, first: str
    ) -> None:
        assert found(client, asked)[0] == first

    @pytest.mark.parametrize(
        ("asked", "first"),
        [
            ("mi ha stretto il collo", "/per-me/situazioni/visita/"),
            ("mi ha stuprata", "/per-me/situazioni/prime-ore/"),
            ("mio figlio mi picchia", "/per-me/situazioni/in-famiglia/"),
        ],
    )
    def test_words_of_fear_that_name_a_page_lead_to_it_and_then_to_the_same(
        self, demo: Demo, client: Client, asked: str, first: str
    ) -> None:
        results = found(client, asked)

        assert results[0] == first
        assert set(results[1:5]) == HELPERS

    def test_worry_for_somebody_else_in_danger_finds_both_help_and_how_to_stand_by_her(
        self, demo: Demo, client: Client
    ) -> None:
        results = found(client, "picchia la mia amica")

        assert set(results[:4]) == HELPERS
        assert results[4] == "/per-altri/"

    @pytest.mark.parametrize(
        "asked",
        [
            "sono violento", "ho picchiato mia moglie", "l’ho picchiata", "alzo le mani", "uso violenza",
            "voglio smettere di picchiare", "I hit my wife",
        ],
    )  # fmt: skip
    def test_whoever_speaks_of_his_own_violence_finds_the_page_about_stopping_it(
        self, demo: Demo, client: Client, asked: str
    ) -> None:
        assert found(client, asked)[0] == OWN

    @pytest.mark.parametrize(
        "asked",
        [
            "violenza", "smettere", "cambiare", "uomini", "mi ha picchiata", "sono stata picchiata",
            "ho subito violenza", "ho un marito violento", "l’ho colpito", "mi picchio", "controllo",
        ],
    )  # fmt: skip
    def test_and_nobody_else_does(self, demo: Demo, client: Client, asked: str) -> None:
        assert OWN not in found(client, asked)

    @pytest.mark.parametrize("asked", ["aiuto", "violenza", "Bresso", "ho paura", "scuola"])
    def test_schools_come_after_help_and_what_is_past_comes_last(
        self, demo: Demo, client: Client, asked: str
    ) -> None:
        ranks = [demo[address].search_rank for address in found(client, asked)]
        late = [rank for rank in ranks if rank >= SearchRank.SCHOOLS]

        assert late
        assert ranks[-len(late) :] == sorted(late)
        assert ranks[0] < SearchRank.OTHERS

    def test_a_body_of_the_past_stands_below_every_one_that_can_be_turned_to(
        self, demo: Demo, client: Client
    ) -> None:
        html = ask(client, "Bresso").content.decode()
        items = html.split('class="results"')[1].split("</ul>")[0].split("<li>")[1:]
        past = [place for place, item in enumerate(items) if "Ente storico" in item or "Archivio" in item]

        assert past
        assert past == list(range(len(items) - len(past), len(items)))

    @pytest.mark.parametrize("asked", ["mi picchia", "Bresso", "scuola", "xyzzy"])
    def test_the_numbers_stand_before_the_results(self, demo: Demo, client: Client, asked: str) -> None:
        results = ask(client, asked).content.decode().split('id="risultati"')[1]

        assert {'href="tel:112"', 'href="tel:1522"'} <= set(
            re.findall('href="tel:[0-9]+"', results.split("<ul")[0])
        )

    def test_private_pages_are_led_to_through_the_page_that_stands_before_them(
        self, demo: Demo, client: Client
    ) -> None:
        html = ask(client, "mi picchia").content.decode()

        for address in (DANGER, PLAN, WRITE):
            assert f'href="/qui/" data-to="{address}"' in html
            assert f'href="{address}"' not in html.split("<main")[1].split("</main>")[0]

    @pytest.mark.parametrize("address", ["/cerca/", "/en/cerca/"])
    @pytest.mark.parametrize("asked", ["violenza", "mi picchia", "aiuto", "friend xyzzy", "sono violento"])
    def test_a_search_costs_no_more_than_a_page(
        self, demo: Demo, client: Client, asked: str, address: str
    ) -> None:
        client.post(address, {"q": asked})
        with CaptureQueriesContext(connection) as queries:
            client.post(address, {"q": asked})

        assert len(queries) <= 8, [query["sql"] for query in queries]

    def test_every_type_of_page_that_may_be_found_says_whom_it_answers(self) -> None:
        silent = {
            "InformationPage",
            "CampaignIndexPage",
            "CampaignPage",
            "FiguresPage",
            "NewsIndexPage",
            "NewsPage",
        }
        models = [model for model in get_page_models() if issubclass(model, BasePage) and model.in_search]

        assert {model.__name__ for model in models if model.search_rank is SearchRank.PUBLIC} == silent

    def test_a_desk_in_english_is_no_result_while_the_italian_one_is_offline(
        self, demo: Demo, client: Client
    ) -> None:
        assert "/en/desks/bresso/" in found(client, "Bresso", "/en/cerca/")
        desk = Page.objects.get(pk=demo["/sportelli/bresso/"].pk)
        with transaction.atomic():
            Page.objects.filter(pk=desk.pk).update(live=False)
            results = found(client, "Bresso", "/en/cerca/")
            transaction.set_rollback(True)

        assert "/en/desks/bresso/" not in results
        assert "/en/desks/cinisello-balsamo/" in results
