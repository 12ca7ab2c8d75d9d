"""What people read, in a real browser: the first screen, the search, paper, and every barrier axe knows of."""

import re

import pytest
import time_machine
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from amaranta.demo.contact_page import build_contact_page
from amaranta.demo.desks import build_desks
from amaranta.demo.discreet import build_discreet_pages
from amaranta.demo.owner import build_owner
from amaranta.demo.pages import build_pages
from home.models import HomePage
from tests.browser.slow import hold
from tests.browser.watch import Open, Watch
from tests.demonstration import make_once

pytestmark = pytest.mark.browser

ADDRESSES = {
    "home": "/",
    "help": "/per-me/capire/",
    "hub": "/per-me/",
    "private": "/per-me/piano/",
    "right": "/per-me/diritti/termini/",
    "public": "/chi-siamo/stampa/",
    "archive": "/chi-siamo/amaranta-2013-2015/",
    "english": "/en/for-me/rights/",
    "search": "/cerca/",
    "missing": "/non-esiste/",
}


@pytest.fixture
def site(live_home: HomePage) -> HomePage:
    """The written pages with desks and a page to write from, below the name of whoever runs the site."""
    make_once("written pages", lambda: write_pages(live_home))
    return live_home


def write_pages(home: HomePage) -> None:
    build_owner()
    build_desks(home)
    build_discreet_pages(home)
    build_contact_page(home)
    build_pages(home)


@pytest.mark.parametrize("moment", ["2026-11-23T10:00+01:00", "2026-11-22T20:00+01:00"])
def test_the_three_questions_are_answered_on_a_small_phones_first_screen(
    site: HomePage, page: Page, moment: str
) -> None:
    """Also on a Monday morning, when two desks are open at once."""
    with time_machine.travel(moment):
        page.goto("/")
    bar = page.locator(".exit").bounding_box()
    assert bar is not None

    for answer in (
        page.locator(".emergency .call").first,
        page.locator(".emergency .call").last,
        page.locator(".now"),
        page.locator(".hero .button"),
    ):
        box = answer.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= bar["y"]


def test_search_shows_its_results_in_place_and_leaves_no_words_in_the_history(
    site: HomePage, page: Page
) -> None:
    page.goto("/cerca/")
    entries = page.evaluate("history.length")
    page.get_by_label("Che cosa cerchi?").fill("querele")
    page.keyboard.press("Enter")

    expect(page.locator("#risultati")).to_contain_text("Denuncia e querela")
    expect(page.locator("#risultati")).to_be_focused()
    assert page.url.endswith("/cerca/")
    assert page.evaluate("history.length") == entries


def test_search_works_again_after_the_results_were_replaced(site: HomePage, page: Page) -> None:
    page.goto("/cerca/")
    for words, title in (("querele", "Denuncia e querela"), ("congedo permessi", "Permessi dal lavoro")):
        page.get_by_label("Che cosa cerchi?").fill(words)
        page.get_by_role("main").get_by_role("button", name="Cerca").click()
        expect(page.locator("#risultati")).to_contain_text(title)


def test_search_answers_the_last_words_however_late_the_first_answer_comes(
    discreet_home: HomePage, page: Page
) -> None:
    page.goto("/cerca/")
    hold(page, "**/cerca/")
    page.get_by_label("Che cosa cerchi?").fill("sito")
    with page.expect_request("**/cerca/"):
        page.keyboard.press("Enter")
    page.get_by_label("Che cosa cerchi?").fill("tracce")
    with page.expect_event("requestfailed"):  # the first is given up
        page.keyboard.press("Enter")

    expect(page.locator("#risultati")).to_contain_text("Lasciare meno tracce")


def test_results_of_a_search_stay_on_the_page_that_asked_for_them(
    discreet_home: HomePage, page: Page
) -> None:
    page.goto("/cerca/")
    page.get_by_role("button", name="Fuori dalla cronologia").click()
    held = hold(page, "**/cerca/")
    page.get_by_label("Che cosa cerchi?").fill("tracce")
    with page.expect_request("**/cerca/"):
        page.keyboard.press("Enter")
    page.locator("header .brand").click()
    expect(page.locator("main h1")).to_have_text("Non sei sola.")
    with page.expect_event("requestfinished"):
        held[0].continue_()
    page.get_by_role("button", name="Indietro").click()

    expect(page.locator("#risultati")).to_contain_text("Lasciare meno tracce")


def test_search_without_the_network_keeps_the_page_and_says_so(discreet_home: HomePage, page: Page) -> None:
    page.goto("/cerca/")
    page.get_by_label("Che cosa cerchi?").fill("tracce")
    page.context.set_offline(True)
    page.keyboard.press("Enter")

    expect(page.locator("#risultati")).to_contain_text("forse manca il collegamento")
    page.context.set_offline(False)
    page.get_by_role("main").get_by_role("button", name="Cerca").click()
    expect(page.locator("#risultati")).to_contain_text("Lasciare meno tracce")


def test_search_works_without_scripts_and_keeps_the_words_out_of_the_address(
    site: HomePage, scriptless: Page
) -> None:
    scriptless.goto("/cerca/")
    scriptless.get_by_label("Che cosa cerchi?").fill("querele")
    scriptless.get_by_role("main").get_by_role("button", name="Cerca").click()

    expect(scriptless.locator("#risultati")).to_contain_text("Denuncia e querela")
    assert re.search(r"/cerca/[\w-]{22}/#contenuto$", scriptless.url)
    scriptless.reload()
    assert "querele" not in scriptless.content()
    assert "si aprono una volta sola" in scriptless.locator("#nota").inner_text()


def test_a_private_plan_is_printed_as_bare_lists(site: HomePage, page: Page) -> None:
    page.goto("/per-me/piano/")
    page.emulate_media(media="print")
    printed = page.locator("body").inner_text()

    assert "Documenti miei e dei figli" in printed
    for name in ("Amaranta", "Prepararsi", "1522", "112", "Esci", "sportello"):
        assert name not in printed
    assert page.title() == "Amaranta"


def test_answers_behind_questions_are_printed_open(site: HomePage, page: Page) -> None:
    page.goto("/per-me/come-funziona/")
    answer = page.get_by_text("Puoi parlare con uno sportello senza denunciare")
    expect(answer).to_be_hidden()

    page.emulate_media(media="print")
    expect(answer).to_be_visible()


@pytest.mark.parametrize("kind", ["light", "dark"])
def test_axe_finds_nothing_on_any_written_page(site: HomePage, open_page: Open, kind: str) -> None:
    page = open_page(color_scheme=kind, bypass_csp=True)
    found: dict[str, str] = {}
    for name, address in ADDRESSES.items():
        page.goto(address)
        # Skip links stand before every landmark: that is their use.
        results = Axe().run(page, context={"exclude": [[".skip"]]})
        if results.violations_count:
            found[name] = results.generate_report()

    assert found == {}


def test_nothing_is_wider_than_a_narrow_screen_nor_asked_of_another_host(
    site: HomePage, open_page: Open, watch: Watch
) -> None:
    page = open_page(viewport={"width": 320, "height": 640})
    for address in ADDRESSES.values():
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, address

    host = page.url.split("/")[2]
    assert {request.url.split("/")[2] for request in watch.requests if request.url.startswith("http")} == {
        host
    }
