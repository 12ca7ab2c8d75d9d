"""The pages for each situation: plain, in Italian and English, two taps from the home page, discreet, warned of."""

import re
from html import unescape

import pytest
from django.test import Client
from wagtail.models import Locale

from home.discreet.revealing_words import revealing_word
from home.models import BasePage, PageClass, RightsPage
from home.publication.plain_language import plainness
from home.publication.reading import content_of

Demo = dict[str, BasePage]
ROOT, RIGHTS = "/per-me/situazioni/", "/per-me/diritti/"
SITUATIONS = [
    ROOT + slug
    for slug in (
        "prime-ore", "visita", "chat", "in-famiglia", "coppia", "per-tutti", "soldi", "abitare", "incontri",
    )
]  # fmt: skip
NEW_RIGHTS = [RIGHTS + slug for slug in ("scelte", "ufficio", "crescere", "indennizzo")]
NEW = [f"{address}/" for address in (*SITUATIONS, *NEW_RIGHTS)]
PLAIN = 80


def main_of(client: Client, address: str) -> str:
    return client.get(address).content.decode().split("<main")[1].split("</main>")[0]


def links(html: str) -> set[str]:
    """Return where links lead, those to private pages included."""
    return {beyond or here for here, beyond in re.findall(r'<a href="([^"]+)"(?: data-to="([^"]+)")?', html)}


@pytest.mark.parametrize("address", NEW)
def test_is_written_in_plain_italian(demo: Demo, address: str) -> None:
    page = demo[address]
    text = "\n".join(part.text for part in content_of(page).passages if part.where.column == "body")

    measured = plainness(f"{page.search_description}\n{text}")
    assert measured.words > 60
    assert measured.index >= PLAIN, f"{measured.index:.0f}"


@pytest.mark.parametrize("address", NEW)
def test_is_two_taps_from_the_home_page(demo: Demo, client: Client, address: str) -> None:
    doors = links(main_of(client, "/"))

    assert "/per-me/" in doors
    assert address in links(main_of(client, "/per-me/")) | links(main_of(client, ROOT))
    assert ROOT in links(main_of(client, "/per-me/"))


@pytest.mark.parametrize(
    ("start", "warning"),
    [("/per-me/", "/per-me/diritti/questura/"), ("/en/for-me/", "/en/for-me/rights/questura/")],
)
def test_being_followed_is_two_taps_from_the_home_page_too(
    demo: Demo, client: Client, start: str, warning: str
) -> None:
    assert warning in links(main_of(client, start))


@pytest.mark.parametrize("address", NEW)
def test_leaves_a_neutral_title_and_address(demo: Demo, client: Client, address: str) -> None:
    page = demo[address]
    html = client.get(address).content.decode()
    title = unescape(re.findall("<title>(.*?)</title>", html)[0])

    assert page.page_class is PageClass.HELP
    assert title == f"Amaranta · {page.discreet_name}"
    assert revealing_word(title + address) == ""


@pytest.mark.parametrize("address", NEW)
def test_speaks_english_too_with_the_same_parts(demo: Demo, client: Client, address: str) -> None:
    italian = demo[address].specific
    english = italian.get_translation(Locale.objects.get(language_code="en")).specific

    assert english.live
    assert [row.block_type for row in english.body] == [row.block_type for row in italian.body]
    assert revealing_word(english.head_title + english.url) == ""
    here, there = (
        set(re.findall(r'href="tel:(\d+)', main_of(client, page.url))) for page in (italian, english)
    )
    assert here == there


def test_every_page_for_herself_ends_with_a_way_to_somebody(demo: Demo, client: Client) -> None:
    for address in SITUATIONS:
        assert 'class="card contact"' in main_of(client, f"{address}/"), address


class TestWhatSavesALife:
    @pytest.mark.parametrize(
        ("address", "told"),
        [
            ("prime-ore", ["pronto soccorso", "72 ore", "non lavarti", "sacchetto di carta", "Mangiagalli", "decidi tu"]),
            ("visita", ["anche se stai bene e non hai segni", "«Mi ha stretto il collo»", "incinta"]),
            ("in-famiglia", ["un figlio adulto", "senza avvocata"]),
            ("abitare", ["L’indirizzo è segreto"]),
        ],
    )  # fmt: skip
    def test_is_said(self, demo: Demo, client: Client, address: str, told: list[str]) -> None:
        main = unescape(main_of(client, f"{ROOT}{address}/"))

        assert [words for words in told if words not in main] == []

    def test_the_number_against_trafficking_can_be_called(self, demo: Demo, client: Client) -> None:
        for address in (f"{RIGHTS}scelte/", f"{RIGHTS}documenti/", "/en/for-me/rights/choices/"):
            assert 'href="tel:800290290"' in main_of(client, address), address


class TestTheLaw:
    def test_no_page_promises_what_the_law_does_not_or_hides_what_it_does(
        self, demo: Demo, client: Client
    ) -> None:
        home, limits, aid, papers = (
            unescape(main_of(client, f"{RIGHTS}{slug}/"))
            for slug in ("casa", "termini", "avvocata", "documenti")
        )

        assert "Decide lui: non succede da sé" not in home
        assert "ordina sempre anche il braccialetto elettronico" in home
        assert "anche senza avvocata" in home
        assert "contro un figlio adulto" in home
        assert "609-quater" in aid
        assert "gratuito patrocinio" in aid
        assert (
            re.search(r"fatte al computer</td><td[^>]*>3 mesi", limits.replace("\n", ""))
            or "612-quater" in limits
        )
        assert "devono avvisarti sempre, anche se non l’hai chiesto" in limits
        assert "permesso per lavoro o per studio" in papers
        assert "cittadina dell’Unione europea" in papers

    def test_a_right_says_one_thing_about_who_read_it(self, demo: Demo, client: Client) -> None:
        for address, page in demo.items():
            if isinstance(page, RightsPage) and address.startswith("/per-me/"):
                main = unescape(main_of(client, address))
                assert main.count("Nessuna avvocata ha ancora riletto questa pagina") == 1, address
                assert "Pagina verificata il 29 novembre 2026" in main, address
                assert "solo un esempio" not in main

    def test_and_that_a_lawyer_read_it_once_she_did(self, demo: Demo, client: Client) -> None:
        page = demo[f"{RIGHTS}avvocata/"]
        RightsPage.objects.filter(pk=page.pk).update(lawyer_read_on="2026-12-01")
        main = unescape(main_of(client, f"{RIGHTS}avvocata/"))

        assert "Nessuna avvocata" not in main
        assert "Un’avvocata l’ha riletta il 1º dicembre 2026." in main

    def test_every_lesson_tells_teachers_to_ask_about_the_consent_of_families(
        self, demo: Demo, client: Client
    ) -> None:
        lessons = [
            a for a, p in demo.items() if a.startswith("/scuole/") and getattr(p, "kind", "") == "lezione"
        ]

        assert len(lessons) > 4
        for address in lessons:
            assert "La Camera l’ha approvato il 3 dicembre 2025" in unescape(main_of(client, address)), (
                address
            )

    def test_no_police_station_is_shown_with_office_hours(self, demo: Demo, client: Client) -> None:
        stations = [page for page in demo.values() if getattr(page, "kind", "") == "polizia"]

        assert {page.phone_hours for page in stations} == {"a ogni ora"}


class TestWaysOut:
    def test_a_link_to_another_site_warns_of_the_trace_inside_itself(
        self, demo: Demo, client: Client
    ) -> None:
        out = re.compile(r'<a href="https?://[^"]+" rel="noreferrer nofollow"><small>(.*?)</small>')
        for address, warning in (
            (f"{ROOT}chat/", "Altro sito, resta nella cronologia:"),
            ("/en/for-me/situations/chat/", "Another site, it stays in the history:"),
            ("/per-me/piano/", "Altro sito, resta nella cronologia:"),
            ("/riservatezza/", "Altro sito, resta nella cronologia:"),
        ):
            main = main_of(client, address)
            assert set(out.findall(main)) == {warning}, address
            assert len(out.findall(main)) == len(re.findall(r'href="https?://', main)), address

    def test_no_page_for_visitors_leads_out_without_it(self, demo: Demo, client: Client) -> None:
        bare = {}
        for address, page in demo.items():
            # Materials for schools name their licences; they are read at a desk, not in hiding.
            if page.page_class is PageClass.PUBLIC:
                continue
            html = re.sub(r"<script.*?</script>", "", main_of(client, address), flags=re.DOTALL)
            found = re.findall(r'<a [^>]*href="https?://[^>]*>(?!<small>)', html)
            if found := [link for link in found if "exit-link" not in link]:
                bare[address] = found
        assert bare == {}
