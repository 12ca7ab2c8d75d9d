"""Pages opened in the place of another when something is slow, broken, moved, or not a page at all."""

from typing import Any

import pytest
from django.template.loader import render_to_string
from playwright.sync_api import Download, Page, expect
from wagtail.contrib.redirects.models import Redirect

from amaranta.demo.desks import build_desks
from amaranta.demo.partners import build_partners
from home.models import HomePage
from servizi.models import DeskPage, PartnerIndexPage
from tests.browser.neutral import Neutral
from tests.browser.watch import DESKTOP, Open, Watch

pytestmark = pytest.mark.browser

ENTRIES = "history.length"
CLICK = "setTimeout(() => document.querySelector('.exit .exit-link').click())"
# A file whose end comes later than its beginning.
SLOW_FILE = """() => {
    const whole = Response.prototype.blob;
    Response.prototype.blob = async function () {
        await new Promise((done) => setTimeout(done, 500));
        return whole.call(this);
    };
}"""
BROKEN: list[dict[str, Any]] = [
    {"status": 502, "content_type": "text/html", "body": "<center><h1>502 Bad Gateway</h1></center>"},
    {"status": 502, "content_type": "text/plain", "body": ""},
]


@pytest.fixture
def directory(discreet_home: HomePage, page: Page) -> Page:
    """Return a phone's tab with the directory open, in discreet navigation."""
    build_partners(discreet_home)
    page.goto(PartnerIndexPage.objects.get().url)
    switch(page)
    return page


def switch(page: Page) -> None:
    page.get_by_role("button", name="Fuori dalla cronologia").click()


def lead(page: Page, address: str) -> None:
    """Follow the link with the name of the site, made to lead to this address."""
    page.locator(".brand").evaluate("(link, address) => (link.href = address)", address)
    page.locator(".brand").click()


def downloads(page: Page) -> list[Download]:
    """Return the files that the page saves from now on."""
    files: list[Download] = []

    def note(file: Download) -> None:
        files.append(file)

    page.on("download", note)
    return files


def heading(page: Page, words: str) -> None:
    expect(page.locator("main h1")).to_have_text(words)


def test_after_an_error_that_has_no_menu_every_page_has_its_own_again(
    discreet_home: HomePage, page: Page
) -> None:
    page.goto("/tracce/")
    error = render_to_string("error.html", {"heading": "Guasto", "words": "Riprova."})
    page.route("**/", lambda route: route.fulfill(status=500, content_type="text/html", body=error), times=1)
    page.locator("header .brand").click()
    heading(page, "Guasto")
    page.get_by_role("link", name="Torna all’inizio").click()
    heading(page, "Non sei sola.")

    assert page.locator("header.top").is_visible()
    assert page.locator("body > :is(header, main, footer)").evaluate_all(
        "all => all.map((part) => part.localName)"
    ) == ["header", "main", "footer"]


@pytest.mark.parametrize("answer", BROKEN, ids=["another page", "nothing"])
def test_an_answer_of_a_proxy_leaves_her_where_she_is(
    discreet_home: HomePage, page: Page, answer: dict[str, Any]
) -> None:
    files = downloads(page)
    page.goto("/tracce/")
    page.route("**/", lambda route: route.fulfill(**answer), times=1)
    page.locator("header .brand").click()

    expect(page.locator(".exit [role=status]")).to_contain_text("Sei ancora dov’eri")
    heading(page, "Lasciare meno tracce")
    page.locator("header .brand").click()
    heading(page, "Non sei sola.")
    assert files == []


def test_a_file_that_arrives_after_the_exit_is_not_saved(discreet_home: HomePage, open_page: Open) -> None:
    neutral = Neutral(answers=False)
    page = open_page(viewport=DESKTOP)
    neutral.attach(page.context)
    files = downloads(page)
    page.goto("/tracce/")
    page.evaluate(SLOW_FILE)
    with page.expect_response("**/robots.txt"):
        lead(page, "/robots.txt")
    page.evaluate(CLICK)

    assert neutral.later(page) == {"children": 0, "text": ""}
    assert files == []


def test_a_place_on_the_map_is_chosen_in_place(directory: Page) -> None:
    entries = directory.evaluate(ENTRIES)
    directory.locator("#mappa svg a").first.press("Enter")

    expect(directory.locator(".chips .drop")).to_be_visible()
    assert directory.locator("[data-back]").is_visible()
    assert directory.evaluate(ENTRIES) == entries


def test_when_discreet_navigation_ends_the_links_and_the_form_of_the_page_still_lead_on(
    directory: Page,
) -> None:
    switch(directory)
    form = directory.locator("form.filters").evaluate("form => form.action")
    directory.get_by_role("link", name="Gli enti dei progetti").click()

    expect(directory.locator(".note.warn")).to_contain_text("enti dei progetti 2012-15")
    assert form == directory.url.replace("?archivio=1", "#risultati")


def test_a_page_that_was_moved_keeps_its_links(directory: Page) -> None:
    Redirect.objects.create(old_path="/vecchio", redirect_page=PartnerIndexPage.objects.get())
    lead(directory, "/vecchio/")
    directory.locator("[data-back]").wait_for()
    directory.get_by_role("link", name="Gli enti dei progetti").click()

    expect(directory.locator(".note.warn")).to_contain_text("enti dei progetti 2012-15")


def test_a_page_wears_its_own_style_and_not_that_of_pages_before(
    discreet_home: HomePage, directory: Page, watch: Watch
) -> None:
    build_desks(discreet_home)
    desk = DeskPage.objects.first()
    assert desk
    style = "form => [getComputedStyle(form).display, form.offsetHeight]"
    alone = directory.locator("form.filters").evaluate(style)
    lead(directory, desk.url)
    heading(directory, desk.title)
    directory.get_by_role("button", name="Indietro").click()

    assert directory.locator("form.filters").evaluate(style) == alone
    # What the page of the desk tells search engines is no script.
    assert watch.violations == []
