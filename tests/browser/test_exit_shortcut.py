"""Three bare presses of Shift lead out, and nothing else that happens to hold it down."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright, expect
from pytest_django.live_server_helper import LiveServer

from home.models import HomePage
from tests.browser.neutral import Neutral
from tests.browser.shift_key import STAYING, shift
from tests.browser.stock import start
from tests.browser.stock.tab import until
from tests.browser.watch import DESKTOP, Open

pytestmark = pytest.mark.browser
STATUS = ".exit [role=status]"
DOTS = "getComputedStyle(document.querySelector('.exit-dots'), '::before').content"
# What takes the focus when the page is emptied, for Chromium answers no question while a navigation waits.
HEARD = """addEventListener("focusin", ({ target }) => {
    if (target === document.body) console.debug(`heard ${target.role}: ${target.ariaLabel}`);
}, true)"""


@pytest.fixture
def neutral() -> Neutral:
    return Neutral(answers=False)


@pytest.fixture
def visit(discreet_home: HomePage, open_page: Open, neutral: Neutral) -> Page:
    """Return a desktop's tab with the first page open; the neutral site never answers."""
    page = open_page(viewport=DESKTOP)
    neutral.attach(page.context)
    page.add_init_script(HEARD)
    page.goto("/")
    return page


def is_there(page: Page) -> bool:
    """Tell whether the page is still shown: leaving empties it before the key's own event is over."""
    return page.locator("main h1").count() == 1


def test_what_only_holds_shift_down_does_not_lead_out(visit: Page, neutral: Neutral) -> None:
    for act in STAYING:
        act(visit)
        assert is_there(visit), act.__name__
        # Whatever was counted is forgotten before the next one.
        visit.keyboard.press("Escape")
    # And it would have been seen:
    with visit.expect_event("console", lambda message: message.text.startswith("blank")):
        visit.evaluate(
            """() => setTimeout(() => {
                for (let count = 0; count < 3; count++)
                    for (const type of ["keydown", "keyup"])
                        document.body.dispatchEvent(new KeyboardEvent(type, { key: "Shift", bubbles: true }));
            })"""
        )


def test_three_presses_in_a_field_lead_out_and_so_they_do_right_after_a_capital(
    visit: Page, neutral: Neutral
) -> None:
    visit.evaluate("document.querySelector('main').prepend(document.createElement('textarea'))")
    visit.locator("textarea").focus()
    visit.keyboard.press("Shift+A")
    assert visit.locator("textarea").input_value() == "A"
    shift(visit, 2)
    assert is_there(visit)
    with visit.expect_event("console", lambda message: message.text.startswith("blank")):
        shift(visit, 1)


def test_a_press_whose_release_went_elsewhere_is_forgotten(visit: Page) -> None:
    visit.keyboard.down("Shift")
    visit.evaluate("dispatchEvent(new Event('blur'))")
    visit.keyboard.up("Shift")
    shift(visit, 2)

    assert is_there(visit)


def test_each_press_starts_the_five_seconds_anew(
    discreet_home: HomePage, open_page: Open, neutral: Neutral
) -> None:
    page = open_page(viewport=DESKTOP)
    neutral.attach(page.context)
    page.clock.install()
    page.goto("/")
    for _ in range(2):
        shift(page, 1)
        page.clock.run_for(3_000)
    assert is_there(page)
    with page.expect_event("console", lambda message: message.text.startswith("blank")):
        shift(page, 1)


def test_presses_further_apart_than_that_do_not_add_up(
    discreet_home: HomePage, open_page: Open, neutral: Neutral
) -> None:
    page = open_page(viewport=DESKTOP)
    neutral.attach(page.context)
    page.clock.install()
    page.goto("/")
    shift(page, 2)
    page.clock.run_for(5_001)
    assert page.locator(STATUS).text_content() == "Uscita annullata."
    shift(page, 2)

    assert is_there(page)


def test_every_press_is_shown_and_said_and_another_key_takes_it_back(visit: Page) -> None:
    status = visit.locator(STATUS)
    shift(visit, 1)
    assert status.text_content() == "Premi Maiusc altre due volte per uscire."
    assert visit.evaluate(DOTS) == '"●○○"'
    shift(visit, 1)
    assert status.text_content() == "Premi Maiusc ancora una volta per uscire."
    assert visit.evaluate(DOTS) == '"●●○"'

    visit.keyboard.press("a")
    assert status.text_content() == "Uscita annullata."
    assert not visit.locator(".exit-dots").is_visible()
    # One press alone was perhaps meant for something else, and a voice that was paused stays so.
    shift(visit, 1)
    visit.keyboard.press("a")
    assert status.text_content() == ""


def test_the_last_thing_heard_is_that_another_site_opens_and_nothing_of_it_is_to_be_seen(
    visit: Page, neutral: Neutral
) -> None:
    with visit.expect_event("console", lambda message: message.text.startswith("heard")) as heard:
        visit.evaluate("setTimeout(() => document.querySelector('.exit .exit-link').click())")

    assert heard.value.text == "heard alert: Apro un altro sito."
    assert neutral.later(visit) == {"children": 0, "text": ""}


def test_a_screen_reader_hears_of_the_shortcut_at_both_exits_and_of_what_the_switches_do(visit: Page) -> None:
    for exit_ in (visit.locator(".exit a.exit-link"), visit.locator("a.skip.exit-link")):
        expect(exit_).to_have_accessible_description("oppure premi tre volte Maiusc")
    expect(visit.locator("[data-quiet]")).to_have_accessible_description(
        "Le pagine si aprono qui senza aggiungersi alla cronologia, finché non chiudi o ricarichi."
    )


def test_she_can_do_without_the_shortcut_for_the_rest_of_the_visit(visit: Page) -> None:
    toggle = visit.get_by_role("button", name="oppure premi tre volte Maiusc")
    toggle.focus()
    visit.keyboard.press("Space")
    expect(toggle).to_have_attribute("aria-pressed", "false")
    expect(visit.locator(".exit a.exit-link")).to_have_accessible_description("")
    expect(visit.locator(STATUS)).to_contain_text("finché non chiudi o ricarichi")
    shift(visit)
    assert is_there(visit)

    visit.locator("header a[href='/cerca/']").click()
    expect(visit.locator("main h1")).to_have_text("Cerca")
    shift(visit)
    assert is_there(visit)
    # Nothing of it was kept anywhere.
    assert visit.evaluate("[document.cookie, localStorage.length, sessionStorage.length]") == ["", 0, 0]
    visit.reload()
    expect(toggle).to_have_attribute("aria-pressed", "true")


def test_where_the_exit_is_explained_she_reads_that_screen_readers_use_shift_too(
    discreet_home: HomePage, page: Page
) -> None:
    for address in ("/qui/", "/tracce/"):
        page.goto(address)
        expect(page.locator("main")).to_contain_text("lettori di schermo usano Maiusc")
        expect(page.locator("main")).to_contain_text("si può spegnere")
    page.goto("/qui/")
    expect(page.locator("main")).to_contain_text("«Esci» cancella la cronologia?")
    expect(page.locator("main")).not_to_contain_text("ulsante in fondo")


@pytest.mark.parametrize("name", ["Chromium", "Firefox"])
def test_a_click_between_the_presses_starts_them_anew_in_every_browser(
    discreet_home: HomePage, live_server: LiveServer, playwright: Playwright, tmp_path: Path, name: str
) -> None:
    tab = start(name, playwright, tmp_path, scripts=True)
    try:
        tab.goto(live_server.url)
        for _ in range(2):
            tab.press("Shift")
        tab.click("main h1")
        for _ in range(2):
            tab.press("Shift")
        assert tab.text("main h1") == "Non sei sola."
        tab.press("Shift")
        until(lambda: tab.text("main h1") != "Non sei sola.", "empty page")
    finally:
        tab.close()
