"""Words that no page may publish, however they are written."""

import subprocess
import sys

import pytest
from django.conf import settings
from django.test import Client, override_settings
from django.urls import reverse
from wagtail.models import Locale

from home.models import BasePage, HomePage, ReservedPhrase
from home.publication import findings, refusals
from home.publication.person_names import people
from home.publication.refusals import doubts
from home.publication.wording import ASKS_WHO
from home.text.normalize import seen

from .drafts import codes, document, downloads, figure, page_with, prose


class TestReservedWords:
    def test_are_nowhere_in_the_database(self, reserved: ReservedPhrase) -> None:
        row = ReservedPhrase.objects.values().get()

        assert "esempio" not in str(row).casefold()
        assert row["words"] == 4

    def test_are_found_in_an_address_bar_a_file_name_or_a_link(
        self, home: HomePage, reserved: ReservedPhrase
    ) -> None:
        by_slug = page_with(home, [], slug="via-dell-esempio-99")
        by_link = page_with(home, prose('<a href="https://maps.example/via+dell+esempio+99">mappa</a>'))

        assert codes(by_slug) == codes(by_link) == {"reserved-words"}

    def test_the_reason_does_not_repeat_them(self, home: HomePage, reserved: ReservedPhrase) -> None:
        (reason,) = refusals(page_with(home, prose("Ci vediamo in via dell’Esempio 99.")))

        assert "sempio" not in str(reason)

    def test_after_a_change_of_the_secret_key_nothing_goes_out_until_they_are_typed_again(
        self, home: HomePage, reserved: ReservedPhrase, admin_client: Client
    ) -> None:
        page = page_with(home, prose("Una pagina qualunque."))
        with override_settings(SECRET_KEY="another-key-" + "y" * 40):
            assert codes(page) == {"reserved-words"}
            reserved.hold("via dell'Esempio 99")
            reserved.save()
            assert codes(page) == set()

    def test_are_typed_in_the_administration_and_never_shown_again(
        self, admin_client: Client, db: None
    ) -> None:
        add = reverse("parole-riservate:add")
        admin_client.post(add, {"note": "prima casa", "phrase": "Piazza Segreta 1"})
        row = ReservedPhrase.objects.get()
        pages = [reverse("parole-riservate:index"), reverse("parole-riservate:edit", args=[row.pk])]

        assert all("Segreta" not in admin_client.get(page).content.decode() for page in pages)
        again = admin_client.post(add, {"note": "doppia", "phrase": "piazza segreta 1"}).content.decode()
        assert "Questa c’è già." in again

    @pytest.mark.parametrize(
        "text",
        [
            "Ci vediamo in via dell’Esem&shy;pio 99.",
            "Ci vediamo in via dell’Esem\u200bpio 99.",
            "Ci vediamo in via dell’E\u2060s\ufeffempio\u00a099.",
            "Ci vediamo in ｖｉａ dell’Ｅsempio 9\ufe0f9.",
            "Ci vediamo in <b>via</b> dell’<i>Es</i>empio 99.",
            '<a href="https://maps.example/place/via%20dell%27Esempio%2099">qui</a>',
            '<a href="https://maps.example/place/via%2520dell%2527Esempio%252099">qui</a>',
            '<a href="https://maps.example/?q=via&#43;dell&amp;nbsp;Esempio,99">qui</a>',
        ],
    )
    def test_are_found_through_letters_that_nobody_sees_and_in_coded_links(
        self, home: HomePage, reserved: ReservedPhrase, text: str
    ) -> None:
        assert codes(page_with(home, prose(text))) == {"reserved-words"}

    @pytest.mark.parametrize(
        ("name", "title"),
        [("via-dell-esempio-99.txt", "Foglio"), ("foglio.txt", "Via dell’Esempio 99")],
        ids=["name", "title"],
    )
    def test_are_found_in_the_name_and_title_of_a_file_wherever_a_page_offers_it(
        self, home: HomePage, reserved: ReservedPhrase, name: str, title: str
    ) -> None:
        file = document(name, title=title)
        linked = prose(f'<a linktype="document" id="{file.pk}">Leggi il foglio</a>')

        assert codes(page_with(home, downloads(file))) == {"reserved-words"}
        assert codes(page_with(home, linked, slug="altra")) == {"reserved-words"}

    def test_that_look_alike_are_not_taken_for_them(self, home: HomePage, reserved: ReservedPhrase) -> None:
        assert codes(page_with(home, prose("Via dell’Esempio 9. Via dell’Esempio, 100%."))) == set()


class TestWordsThatMoveTheFault:
    @pytest.mark.parametrize(
        "text",
        [
            "Un raptus.",
            "Dicono: se l’è andata a cercare.",
            "Se l’e’ cercata.",
            "Se l' è  cercata.",
            "SE LA È CERCATA",
            "Un amore&nbsp;malato.",
            "Un amore<br/>malato.",
            "Un amore ma&shy;lato.",
            "Non molto tempo fa, raptus.",
            "Non molto tempo fa un raptus.",
            "Non solo gelosia: raptus.",
            "Un uomo non violento, in preda alla gelosia.",
            "Ne ha fatto un delitto passionale.",
            "Non si sa. Liti familiari.",
            "It was a crime of passion.",
            "In a fit of rage he hit her.",
            "Some say that she was asking for it.",
            "A story of toxic love.",
            "Why didn’t she leave?",
            "We offer couples therapy.",
        ],
    )
    def test_are_found_however_they_are_written_and_in_english(self, home: HomePage, text: str) -> None:
        assert codes(page_with(home, prose(text))) == {"blaming"}

    @pytest.mark.parametrize(
        "text",
        [
            "Non è vero che era un raptus.",
            "Non esiste il raptus.",
            "Nessuna mediazione familiare.",
            "Non è «amore malato», è violenza.",
            "There is no such thing as a crime of passion.",
            "It was not a fit of rage. Never family mediation.",
            "People say “she asked for it”.",
        ],
    )
    def test_may_be_denied_or_quoted(self, home: HomePage, text: str) -> None:
        assert codes(page_with(home, prose(text))) == set()


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


class TestAlternativeTexts:
    @pytest.mark.parametrize(
        "alt",
        [
            "",
            ".",
            "Una foto",
            "Una foto di",
            "foto foto foto",
            "a b c",
            "Due donne",
            "IMG_2041.jpg",
            "A photo of",
        ],
    )
    def test_that_describe_nothing_stop_the_page(self, home: HomePage, alt: str) -> None:
        assert codes(page_with(home, figure(alt=alt))) == {"no-alt"}

    @pytest.mark.parametrize(
        "alt", ["Una donna legge", "Due donne parlano", "Logo della rete Amaranta", "A woman reads"]
    )
    def test_of_three_words_that_say_something_pass(self, home: HomePage, alt: str) -> None:
        assert codes(page_with(home, figure(alt=alt))) == set()


class TestQuestions:
    @pytest.mark.parametrize(
        "label",
        [
            "Il tuo nome", "Nome", "Come ti chiami?", "Nominativo", "Generalità", "Nome della bambina", "Your name",
            "What is your name?", "Nome e cognome", "Name", "Come si chiama tuo marito?", "Dati anagrafici",
        ],
    )  # fmt: skip
    def test_that_ask_who_she_is_are_known(self, label: str) -> None:
        assert ASKS_WHO.search(label)

    @pytest.mark.parametrize(
        "label",
        [
            "Un nome inventato", "Come vuoi essere chiamata?", "A made-up name", "Any name", "Un nome qualunque",
            "Un nome, anche inventato", "Il nome dello sportello", "Che cosa è successo?", "Un soprannome",
        ],
    )  # fmt: skip
    def test_that_take_any_name_are_none(self, label: str) -> None:
        assert not ASKS_WHO.search(label)


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
