"""Leaving: nothing is left to see before anything is asked of the network, and nothing brings it back."""

from collections.abc import Callable

import pytest
from django.test import Client
from playwright.sync_api import Page

from home.models import HomePage
from tests.browser.neutral import ADDRESS, Neutral
from tests.browser.slow import SlowServer
from tests.browser.watch import DESKTOP, Open, Watch

pytestmark = pytest.mark.browser

Leave = Callable[[Page], None]
CONTROL = ".exit .exit-link"
BUTTON = ".exit button.exit-link"
# A click through Playwright would wait for an answer that Chromium gives after the navigation only.
CLICK = "setTimeout(() => document.querySelector('.exit .exit-link').click())"


def tap(page: Page) -> None:
    page.locator(CONTROL).click(no_wait_after=True)


def press_shift_three_times(page: Page) -> None:
    for _ in range(3):
        page.keyboard.press("Shift")


def press_enter_on_the_control(page: Page) -> None:
    page.locator(CONTROL).focus()
    page.keyboard.press("Enter")


def press_enter_on_the_second_control(page: Page) -> None:
    page.locator(".skip.exit-link").focus()
    page.keyboard.press("Enter")


WAYS = [tap, press_shift_three_times, press_enter_on_the_control, press_enter_on_the_second_control]
way = pytest.mark.parametrize("leave", WAYS, ids=lambda leave: leave.__name__.replace("_", " "))


@pytest.fixture
def neutral() -> Neutral:
    return Neutral()


@pytest.fixture
def visit(live_home: HomePage, open_page: Open, neutral: Neutral) -> Page:
    """Return a desktop's tab with the first page open and the neutral site within reach."""
    page = open_page(viewport=DESKTOP)
    neutral.attach(page.context)
    page.goto("/")
    return page


def write(page: Page) -> None:
    """Put fields with something in them into the page, and remember them beyond the page's end."""
    page.evaluate(
        """() => {
            const fields = ["input", "textarea"].map((name) => document.createElement(name));
            const box = Object.assign(document.createElement("input"), { type: "checkbox", checked: true });
            for (const field of fields) field.value = "qualcosa di scritto";
            document.querySelector("main").append(...fields, box);
            window.kept = [...fields, box];
        }"""
    )


@way
def test_each_way_out_leads_to_the_neutral_site_in_the_same_tab_without_a_referrer(
    visit: Page, neutral: Neutral, leave: Leave
) -> None:
    leave(visit)
    visit.wait_for_url(ADDRESS)

    assert visit.title() == "Meteo"
    assert len(visit.context.pages) == 1
    assert "referer" not in neutral.requests[0].all_headers()


@way
@pytest.mark.parametrize("address", ["/", "/non-esiste/"])
def test_nothing_is_asked_of_the_network_before_the_page_is_blank(
    visit: Page, neutral: Neutral, watch: Watch, leave: Leave, address: str
) -> None:
    visit.goto(address)
    write(visit)
    asked = len(watch.requests)
    leave(visit)
    visit.wait_for_url(ADDRESS)
    after = watch.requests[asked:]

    assert [request.url for request in after] == [ADDRESS]
    # The two clocks are read in different processes and differ by less than a millisecond.
    assert after[0].timing["startTime"] > neutral.told["blank"]["at"] - 1
    assert neutral.told["blank"]["kept"] == ["", "", False]
    assert neutral.told["blank"]["title"] == "Nuova scheda"


def test_the_page_is_blank_and_its_fields_empty_while_the_neutral_site_does_not_answer(
    visit: Page, neutral: Neutral
) -> None:
    neutral.answers = False
    write(visit)
    visit.evaluate(CLICK)

    assert neutral.blank(visit)["kept"] == ["", "", False]
    assert visit.url != ADDRESS


def test_stepping_backwards_with_shift_and_tab_says_nothing(visit: Page) -> None:
    for _ in range(4):
        visit.keyboard.press("Shift+Tab")

    assert visit.locator(".exit [role=status]").text_content() == ""


def test_capital_letters_and_the_escape_key_do_not_lead_out(visit: Page, neutral: Neutral) -> None:
    write(visit)
    text = visit.locator("textarea")
    text.fill("")
    text.focus()
    for key in ["Shift+A", "Shift+B", "Shift+C", "Shift+D", "Escape", "Escape", "Escape"]:
        visit.keyboard.press(key)

    assert text.input_value() == "ABCD"
    assert neutral.requests == []


def test_a_click_with_a_modifier_opens_no_second_tab(visit: Page) -> None:
    visit.locator(CONTROL).click(modifiers=["Control"], no_wait_after=True)
    visit.wait_for_url(ADDRESS)

    assert len(visit.context.pages) == 1


def test_without_scripts_the_pressed_control_covers_the_page_until_the_neutral_site_is_there(
    live_home: HomePage, open_page: Open, neutral: Neutral
) -> None:
    page = open_page(viewport=DESKTOP, java_script_enabled=False)
    neutral.attach(page.context)
    page.goto("/")
    # The link is for scripts: without them it would be a second exit, which a key does not cover.
    assert page.locator("a.exit-link:visible").count() == 0
    box = page.locator(BUTTON).bounding_box()
    assert box
    page.mouse.move(box["x"] + 10, box["y"] + 10)
    page.mouse.down()
    covered = page.evaluate(
        """() => {
            const cover = getComputedStyle(document.querySelector(".exit button.exit-link"), "::before");
            return [cover.visibility, cover.position, document.elementFromPoint(100, 100).className];
        }"""
    )
    page.mouse.up()
    # A form without fields asks for an address with an empty question.
    page.wait_for_url(f"{ADDRESS}?")

    assert covered == ["visible", "fixed", "exit-link"]
    assert "referer" not in neutral.requests[0].all_headers()


def test_a_page_that_is_still_arriving_does_not_come_back_after_the_exit(
    live_home: HomePage, open_page: Open, neutral: Neutral
) -> None:
    neutral.answers = False
    html = Client().get("/").content
    policy = Client().get("/").headers["Content-Security-Policy"]
    with SlowServer(html, at=html.index(b"</main>"), policy=policy) as server:
        page = open_page(viewport=DESKTOP)
        neutral.attach(page.context)
        page.goto(server.address, wait_until="commit")
        page.locator("main h1").wait_for()
        page.evaluate(CLICK)
        neutral.blank(page)
        server.go_on.set()

        assert neutral.later(page) == {"children": 0, "text": ""}


def test_back_after_an_exit_shows_no_page_whose_link_to_another_site_was_given_up(
    visit: Page,
) -> None:
    visit.context.route("https://lento.example/**", lambda route: None)
    # Chromium answers nothing while a navigation waits: both clicks are made from within.
    visit.evaluate(
        """() => setTimeout(() => {
            const slow = Object.assign(document.createElement("a"), { href: "https://lento.example/" });
            document.querySelector("main").append(slow);
            slow.click();
            setTimeout(() => document.querySelector("header a[href='/cerca/']").click(), 100);
        })"""
    )
    visit.get_by_role("heading", name="Cerca").wait_for()
    visit.evaluate(CLICK)
    visit.get_by_role("heading", name="Sereno").wait_for()
    visit.go_back()

    # It leads away before it shows anything.
    visit.wait_for_url(ADDRESS)
    visit.get_by_role("heading", name="Sereno").wait_for()
