"""Words that no page may publish, however they are written."""

import pytest
from django.test import Client, override_settings
from django.urls import reverse

from home.models import HomePage, ReservedPhrase
from home.publication import refusals
from home.publication.wording import ASKS_WHO

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
