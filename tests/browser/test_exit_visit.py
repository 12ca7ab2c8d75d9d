"""Private pages are read under one neutral address, one after the other, and the history does not grow."""

import re
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from home.models import HomePage
from tests.browser.neutral import ADDRESS, Neutral
from tests.browser.private_pages import ENTRIES, enter, follow, heading
from tests.browser.slow import hold
from tests.browser.watch import DESKTOP, Open, Watch

pytestmark = pytest.mark.browser


@pytest.fixture
def visit(discreet_home: HomePage, page: Page) -> Page:
    """Return a phone's tab with the first page open."""
    page.goto("/")
    return page


def test_the_first_private_page_is_preceded_by_the_interruption_and_the_next_one_is_not(visit: Page) -> None:
    enter(visit)
    visit.locator("header").get_by_role("link", name="Amaranta").click()
    heading(visit, "Non sei sola.")
    follow(visit, "Scrivi a uno sportello")

    heading(visit, "Lasciare meno tracce")


def test_address_title_and_history_stay_the_same_from_page_to_page(visit: Page) -> None:
    enter(visit)
    visit.locator("header").get_by_role("link", name="Amaranta").click()
    heading(visit, "Non sei sola.")

    assert visit.evaluate("location.pathname") == "/qui/"
    assert visit.title() == "Amaranta"
    assert visit.evaluate(ENTRIES) == ["/qui/"]


def test_the_heading_of_each_page_takes_the_focus(visit: Page) -> None:
    enter(visit)

    assert visit.evaluate("document.activeElement.textContent") == "Lasciare meno tracce"


def test_the_way_back_of_the_page_itself_restores_what_was_there(visit: Page) -> None:
    enter(visit)
    visit.locator("summary").first.click()
    visit.evaluate("document.querySelector('main').append(document.createElement('textarea'))")
    visit.locator("textarea").fill("già scritto")
    visit.locator("header").get_by_role("link", name="Amaranta").click()
    heading(visit, "Non sei sola.")
    visit.get_by_role("button", name="Indietro").click()

    heading(visit, "Lasciare meno tracce")
    assert visit.locator("textarea").input_value() == "già scritto"
    visit.get_by_role("button", name="Indietro").click()
    heading(visit, "Prima di continuare")
    visit.get_by_role("button", name="Indietro").click()
    heading(visit, "Non sei sola.")
    assert not visit.get_by_role("button", name="Indietro").is_visible()


def test_a_reload_gives_a_page_from_which_everything_private_can_be_reached(visit: Page) -> None:
    enter(visit)
    visit.reload()

    heading(visit, "Prima di continuare")
    assert visit.locator(".ways a").all_inner_texts() == ["Lasciare meno tracce", "Cosa sa di te questo sito"]


def test_a_private_page_opened_by_its_own_address_takes_the_neutral_one(
    discreet_home: HomePage, page: Page
) -> None:
    page.goto("/tracce/")

    expect(page).to_have_url(re.compile("/qui/$"))
    heading(page, "Lasciare meno tracce")


def test_a_link_within_the_page_adds_nothing_to_the_history(visit: Page) -> None:
    enter(visit)
    visit.locator("a.skip").first.focus()
    visit.keyboard.press("Enter")

    assert visit.evaluate("document.activeElement.id") == "contenuto"
    assert visit.evaluate("location.hash") == ""
    assert visit.evaluate(ENTRIES) == ["/qui/"]


def test_without_the_network_she_stays_where_she_is_and_is_told(visit: Page) -> None:
    enter(visit)
    visit.context.set_offline(True)
    visit.locator("header").get_by_role("link", name="Amaranta").click()

    expect(visit.locator(".exit [role=status]")).to_contain_text("Sei ancora dov’eri")
    heading(visit, "Lasciare meno tracce")
    visit.context.set_offline(False)
    visit.locator("header").get_by_role("link", name="Amaranta").click()
    heading(visit, "Non sei sola.")


def test_on_help_pages_discreet_navigation_begins_and_ends_when_she_says_so(visit: Page) -> None:
    switch = visit.get_by_role("button", name="Fuori dalla cronologia")
    assert switch.get_attribute("aria-pressed") == "false"
    switch.click()

    expect(visit.locator(".exit [role=status]")).to_contain_text("senza aggiungersi alla cronologia")
    assert visit.evaluate("location.pathname") == "/qui/"
    visit.locator("header").get_by_role("link", name="Amaranta").click()
    visit.locator("[data-back]").wait_for()
    assert visit.evaluate(ENTRIES) == ["/qui/"]

    switch.click()
    visit.locator("header").get_by_role("link", name="Amaranta").click()
    visit.wait_for_url(lambda address: urlsplit(address).path == "/")


def test_a_page_on_its_way_does_not_switch_discreet_navigation_on_again(visit: Page) -> None:
    switch = visit.get_by_role("button", name="Fuori dalla cronologia")
    switch.click()
    held = hold(visit, "**/")
    with visit.expect_request("**/"):
        visit.locator("header").get_by_role("link", name="Amaranta").click()
    switch.click()
    with visit.expect_event("requestfinished"):
        held[0].continue_()

    expect(visit.locator("main")).not_to_have_attribute("aria-busy", "true")
    assert switch.get_attribute("aria-pressed") == "false"
    assert visit.locator("[data-back]").is_hidden()


def test_a_page_shown_in_place_runs_its_own_script_and_wears_its_own_style(visit: Page, watch: Watch) -> None:
    follow(visit, "Scrivi a uno sportello")
    heading(visit, "Prima di continuare")
    follow(visit, "Cosa sa di te questo sito")
    heading(visit, "Cosa sa di te questo sito")

    expect(visit.locator("[data-count=cookies]")).to_have_text("0")
    assert visit.locator(".counts div").first.evaluate("row => getComputedStyle(row).display") == "flex"
    # Shown a second time, it counts again.
    visit.locator("header").get_by_role("link", name="Amaranta").click()
    heading(visit, "Non sei sola.")
    visit.get_by_role("button", name="Indietro").click()
    assert watch.violations == []


def test_the_exit_works_in_the_middle_of_a_visit_and_back_finds_nothing(
    discreet_home: HomePage, open_page: Open
) -> None:
    neutral = Neutral()
    page = open_page(viewport=DESKTOP)
    neutral.attach(page.context)
    page.goto("/")
    enter(page)
    page.locator(".exit .exit-link").click(no_wait_after=True)
    page.wait_for_url(ADDRESS)
    page.go_back()

    assert page.url == "about:blank"


@pytest.mark.parametrize("way", [{"button": "middle"}, {"modifiers": ["Control"]}, {"modifiers": ["Shift"]}])
def test_a_tab_of_its_own_would_survive_the_exit_so_the_page_opens_here_and_she_is_told(
    visit: Page, way: dict[str, Any]
) -> None:
    visit.get_by_role("button", name="Fuori dalla cronologia").click()
    visit.locator("header").get_by_role("link", name="Cerca").click(**way)
    heading(visit, "Cerca")

    assert len(visit.context.pages) == 1
    assert visit.evaluate(ENTRIES) == ["/qui/"]
    expect(visit.locator(".exit-note")).to_have_text(
        "Aperta qui: in un’altra scheda resterebbe dopo l’uscita."
    )


def test_in_ordinary_browsing_a_tab_of_its_own_is_what_she_asked_for(visit: Page) -> None:
    with visit.context.expect_page() as other:
        visit.locator("header").get_by_role("link", name="Cerca").click(button="middle")

    other.value.wait_for_url("**/cerca/")
    heading(visit, "Non sei sola.")


def test_while_a_page_is_on_its_way_the_present_one_stays_as_readable_as_it_was(visit: Page) -> None:
    visit.get_by_role("button", name="Fuori dalla cronologia").click()
    line = visit.locator(".exit").evaluate("bar => getComputedStyle(bar).boxShadow")
    held = hold(visit, "**/cerca/")
    with visit.expect_request("**/cerca/"):
        visit.locator("header").get_by_role("link", name="Cerca").click()

    assert visit.locator("main").get_attribute("aria-busy") == "true"
    assert visit.locator("main").evaluate("main => getComputedStyle(main).opacity") == "1"
    assert visit.locator(".exit").evaluate("bar => getComputedStyle(bar).boxShadow") != line
    held[0].continue_()
    heading(visit, "Cerca")
