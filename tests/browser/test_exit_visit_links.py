"""Links of private pages that lead to a search, a file, a place in a page or another language."""

import pytest
from playwright.sync_api import Page, expect

from amaranta.demo.contact_page import build_contact_page
from amaranta.demo.desks import build_desks
from amaranta.demo.doors import build_doors
from amaranta.demo.pages import build_pages
from amaranta.demo.partners import build_partners
from amaranta.demo.schools import build_library
from amaranta.demo.translations import build_translations
from home.models import HomePage, MaterialIndexPage
from servizi.models import PartnerIndexPage
from tests.browser.private_pages import ENTRIES, follow, heading
from tests.browser.watch import DESKTOP, Open

pytestmark = pytest.mark.browser


def test_without_scripts_every_private_page_is_two_links_away(
    discreet_home: HomePage, scriptless: Page
) -> None:
    scriptless.goto("/")
    follow(scriptless, "Scrivi a uno sportello")
    assert scriptless.url.endswith("/qui/")
    follow(scriptless, "Lasciare meno tracce")

    heading(scriptless, "Lasciare meno tracce")
    assert scriptless.locator("[data-back], [data-quiet]").locator("visible=true").count() == 0


def test_a_search_in_the_directory_is_answered_in_place(discreet_home: HomePage, page: Page) -> None:
    build_partners(discreet_home)
    page.goto(PartnerIndexPage.objects.get().url)
    page.get_by_role("button", name="Fuori dalla cronologia").click()
    page.locator(".filters select").first.select_option(index=1)
    page.locator(".filters button").first.click()
    page.locator(".chips .drop").first.wait_for()

    assert page.locator(".filters").is_visible()
    assert page.evaluate(ENTRIES) == ["/qui/"]


def test_a_file_opened_on_the_way_leaves_no_address_and_she_is_told_where_it_is(
    discreet_home: HomePage, page: Page
) -> None:
    build_library(discreet_home)
    page.goto(MaterialIndexPage.objects.get().url)
    page.get_by_role("button", name="Fuori dalla cronologia").click()
    page.get_by_role("link", name="Atom").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Scarica").click()

    assert download.value.suggested_filename
    assert page.evaluate(ENTRIES) == ["/qui/"]
    expect(page.locator(".exit-note")).to_have_text("Il file è tra i download di questo apparecchio.")
    expect(page.locator(".exit-row .exit-link")).to_be_visible()


def test_a_link_to_a_place_in_another_page_leads_to_that_place(discreet_home: HomePage, page: Page) -> None:
    build_library(discreet_home)
    page.goto(MaterialIndexPage.objects.get().url)
    page.get_by_role("button", name="Fuori dalla cronologia").click()
    page.locator("main .options a").first.click()
    page.locator("[data-back]").wait_for()

    assert page.evaluate("document.activeElement.id") == "trovati"
    assert page.evaluate("scrollY") > 0
    assert page.evaluate(ENTRIES) == ["/qui/"]


def test_the_bar_and_the_skip_links_speak_the_language_of_the_page_and_go_back_with_it(
    discreet_home: HomePage, open_page: Open
) -> None:
    page = open_page(viewport=DESKTOP)
    build_desks(discreet_home)
    build_contact_page(discreet_home)
    build_pages(discreet_home)
    build_doors(discreet_home)
    build_translations(discreet_home, ["en"])
    page.goto("/")
    page.get_by_role("button", name="Fuori dalla cronologia").click()
    page.get_by_role("link", name="English").click()

    heading(page, "You are not alone.")
    assert page.locator("html").get_attribute("lang") == "en"
    own = [page.locator(part).first for part in (".exit", ".skip", ".skip.exit-link")]
    assert [part.get_attribute("lang") for part in own] == ["en", "en", "en"]
    assert [part.text_content() for part in own[1:]] == ["Skip to content", "Leave this site now"]
    assert own[0].get_attribute("aria-label") == "Quick exit"
    for name in ("Back", "Keep out of the history", "or press Shift three times"):
        expect(page.get_by_role("button", name=name)).to_be_visible()
    page.keyboard.press("Shift")
    expect(page.locator(".exit [role=status]")).to_have_text("Press Shift two more times to leave.")

    page.get_by_role("button", name="Back").click()
    heading(page, "Non sei sola.")
    assert [part.get_attribute("lang") for part in own] == ["it", "it", "it"]
    expect(page.get_by_role("link", name="Esci", exact=True)).to_be_visible()
