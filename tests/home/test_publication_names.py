"""Names of people that no page may publish, in a field or in running text."""

import subprocess
import sys

import pytest
from django.conf import settings
from wagtail.models import Locale

from home.models import BasePage, HomePage
from home.publication import findings, refusals
from home.publication.person_names import people
from home.publication.refusals import doubts
from home.text.normalize import seen

from .drafts import codes, figure, page_with, prose


class TestNamesOfPeople:
    @pytest.mark.parametrize(
        "caption",
        [
            "MARIA ROSSI", "Maria ROSSI", "La Volontaria Maria Rossi", "Maria\u200b Rossi", "Maria&nbsp;Rossi",
            "maria rossi", "maria rossi, 34 anni", "Foto di Giulia De’ Ferri", "Anna Maria Rossi",
        ],
    )  # fmt: skip
    def test_under_a_picture_are_found_in_any_letters(self, home: HomePage, caption: str) -> None:
        caption = caption.replace("&nbsp;", "\u00a0")

        assert codes(page_with(home, figure(caption=caption))) == {"name-in-caption"}

    @pytest.mark.parametrize(
        "caption",
        ["Rosa antico e viola scuro", "maria parla con le altre", "Anna apre la porta", "VIA MARIA ROSSI"],
    )
    def test_colours_first_names_and_streets_are_none(self, home: HomePage, caption: str) -> None:
        assert codes(page_with(home, figure(caption=caption))) == set()

    @pytest.mark.parametrize(
        ("source", "origin", "found"),
        [
            ("Maria Rossi, 34 anni, Bresso", "consent", True),
            ("Maria Rossi", "invented", True),
            ("Maria Rossi, 34 anni, Bresso", "published", True),
            ("un’operatrice", "consent", False),
            ("Franca Viola", "published", False),
        ],
    )
    def test_beside_a_quotation_only_an_author_already_published_has_one(
        self, home: HomePage, source: str, origin: str, found: bool
    ) -> None:
        body = [("quotation", {"text": "Mi hanno creduta.", "source": source, "origin": origin})]

        assert codes(page_with(home, body)) == ({"name-in-caption"} if found else set())


class TestNamesInRunningText:
    def test_are_a_question_to_the_editor_and_stop_nothing(self, home: HomePage) -> None:
        page = page_with(home, prose("Maria Rossi di 34 anni ha denunciato."))
        (found,) = findings(page)

        assert found.rule.code == "name-in-text"
        assert found.excerpt == "Maria Rossi"
        assert "?" in str(found)
        assert refusals(page) == []

    @pytest.mark.parametrize(
        "given",
        [
            "Massimo",
            "Maurizio",
            "Alberto",
            "Pasquale",
            "Luciano",
            "Carmine",
            "Gaetano",
            "Ciro",
            "Ivan",
            "Ettore",
            "Tiziano",
            "Raffaele",
            "Cristiano",
            "Giancarlo",
            "Nicolò",
            "Vincenza",
            "Filomena",
            "Assunta",
            "Rosalba",
            "Fiorella",
            "Gloria",
            "Carolina",
            "Angelica",
            "Ludovica",
            "Luana",
            "Katia",
            "Deborah",
            "Ahmed",
            "Mohammed",
            "Ali",
            "Oksana",
            "Mihaela",
            "Shpresa",
            "Xiu",
            "José",
            "Blessing",
        ],
    )
    def test_are_known_by_the_given_names_of_whoever_lives_here(self, given: str) -> None:
        assert list(people(f"Ieri {given} Rossi ha parlato.")) == [f"{given} Rossi"]

    @pytest.mark.parametrize(
        ("text", "name"),
        [
            ("Rossi Maria ha denunciato.", "Rossi Maria"),
            ("Hanno ucciso Cecchettin Giulia.", "Cecchettin Giulia"),
            ("maria rossi di 34 anni ha denunciato", "maria rossi"),
            ("la storia di mihaela popescu, 22 anni", "mihaela popescu"),
            ("Ha chiamato M. Rossi.", "M. Rossi"),
            ("Rossi M. ha chiamato.", "Rossi M."),
            ("È venuta la signora Rossi.", "signora Rossi"),
            ("La sig.ra D'Angelo dice.", "sig.ra D'Angelo"),
            ("Ha parlato Nicolo' Rossi.", "Nicolo' Rossi"),
            ("Con Anna Maria Rossi", "Anna Maria Rossi"),
            ("È Ahmed El Mansouri.", "Ahmed El Mansouri"),
        ],
    )
    def test_are_found_however_they_are_written(self, home: HomePage, text: str, name: str) -> None:
        assert [finding.excerpt.replace("’", "'") for finding in findings(page_with(home, prose(text)))] == [
            name
        ]

    @pytest.mark.parametrize(
        "text",
        [
            "Chiama alla Polizia. Mia madre, nel Comune, dalla Procura: otto Comuni.",
            "D. Lgs. 81 del 2008, G. U. n. 5. La storia A e la storia B. Leggetele.",
            "L’ospedale Niguarda Ca’ Granda, il San Raffaele, il liceo M. Curie, via G. Verdi 3.",
            "Signora, può venire. La signora che risponde. Ciao Anna. Chiedi di Maria.",
            "Le ali della libertà, il massimo della pena, la grazia e la gioia.",
            "Will You Help? Ask For June And May.",
            "Premi insieme Ctrl e H. Sul Mac premi Comando e Y. Sui telefoni no.",
        ],
    )
    def test_are_not_offices_letters_titles_and_words(self, text: str) -> None:
        assert list(people(seen(text))) == []

    def test_ask_nothing_on_the_pages_of_the_demonstration(self, demo: dict[str, BasePage]) -> None:
        asked = {address: [str(doubt) for doubt in doubts(page)] for address, page in demo.items()}

        assert {address: told for address, told in asked.items() if told} == {}

    @pytest.mark.parametrize(("text", "asked"), [("En Milán no hay nada malo.", 0), ("Vino Anna Rossi.", 1)])
    def test_are_asked_for_in_a_language_whose_words_nobody_listed(
        self, home: HomePage, text: str, asked: int
    ) -> None:
        page = page_with(home, prose(text))
        page.locale = Locale.objects.get_or_create(language_code="es")[0]

        assert [doubt.rule.code for doubt in doubts(page)].count("name-in-text") == asked

    def test_are_loaded_by_nobody_who_only_reads(self) -> None:
        code = "import sys, home.publication.rules; print('faker' in sys.modules); import faker; print('faker' in sys.modules)"
        shell = [sys.executable, "manage.py", "shell", "--no-imports", "-c", code]
        done = subprocess.run(shell, cwd=settings.ROOT, check=True, capture_output=True, text=True)

        assert done.stdout.split() == ["False", "True"]

    @pytest.mark.parametrize(
        "text",
        ["La sede è in via Maria Montessori 3.", "La rosa bianca nel parco.", "Il Centro Franca Viola."],
    )
    def test_are_not_those_of_streets_flowers_and_places(self, home: HomePage, text: str) -> None:
        assert codes(page_with(home, prose(text))) == set()
