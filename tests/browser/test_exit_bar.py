"""The exit is in reach and in nobody's way: on any screen, in any direction, with any colours, by key or finger."""

import re

import pytest
from django.test import RequestFactory
from playwright.sync_api import Page, expect

from amaranta.errors import server_error
from home.models import HomePage
from tests.browser.watch import DESKTOP, PHONE, ZOOMED, Open

LANDSCAPE = {"width": 640, "height": 360}
KEYBOARD_OPEN = {"width": 360, "height": 300}

HIT = """() => {
    const link = document.querySelector(".exit .exit-link");
    const box = link.getBoundingClientRect();
    const found = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight
        && box.height >= 44 && link.contains(found);
}"""

UNDER = """async () => {
    const frame = () => new Promise(requestAnimationFrame);
    // Nobody presses twice in one frame; a browser that scrolls meanwhile in another thread then loses one of the two.
    await frame();
    await frame();
    const focused = document.activeElement;
    if (focused === document.body || focused.closest(".exit")) return null;
    for (let frames = 0; frames < 60; frames++) {
        const box = focused.getBoundingClientRect();
        const bar = document.querySelector(".exit").getBoundingClientRect();
        const beside = box.right <= bar.left || box.left >= bar.right;
        if (beside && box.top >= -1 && box.bottom <= innerHeight) return null;
        const tall = box.height > bar.top;
        if (tall || (box.bottom <= bar.top + 1 && box.top >= -1)) return null;
        await frame();
    }
    return focused.outerHTML;
}"""

SCREENS = {
    "phone": {"viewport": PHONE, "has_touch": True, "is_mobile": True},
    "phone on its side": {"viewport": LANDSCAPE, "has_touch": True, "is_mobile": True},
    "phone with its keyboard open": {"viewport": KEYBOARD_OPEN, "has_touch": True, "is_mobile": True},
    "zoom of 400 %": {"viewport": ZOOMED},
    "desktop": {"viewport": DESKTOP},
    "forced colours": {"viewport": PHONE, "forced_colors": "active"},
    "dark": {"viewport": PHONE, "color_scheme": "dark"},
    "scripts blocked": {"viewport": PHONE, "java_script_enabled": False},
}

WORDS = "Una frase lunga che occupa più righe su uno schermo stretto. " * 5


def prepare(page: Page, *, rtl: bool = False) -> None:
    """Open the first page, make it long, fill the bar, and turn all to right-to-left when asked."""
    page.goto("/")
    page.evaluate("document.querySelectorAll('.exit [hidden]').forEach((tool) => (tool.hidden = false))")
    page.evaluate(
        """([words, rtl]) => {
            for (let count = 0; count < 12; count++) {
                const line = document.createElement("p");
                const link = document.createElement("a");
                link.href = "/";
                link.textContent = "rimando";
                line.append(words, link);
                document.querySelector("main").append(line);
            }
            if (rtl) document.querySelectorAll("html, .exit").forEach((each) => (each.dir = "rtl"));
        }""",
        [WORDS, rtl],
    )


@pytest.mark.browser
@pytest.mark.parametrize("rtl", [False, True], ids=["left to right", "right to left"])
@pytest.mark.parametrize("screen", SCREENS)
def test_the_exit_is_on_the_screen_and_takes_the_tap_wherever_the_page_is_scrolled(
    discreet_home: HomePage, open_page: Open, screen: str, rtl: bool
) -> None:
    page = open_page(**SCREENS[screen])
    prepare(page, rtl=rtl)

    for share in (0, 0.5, 1):
        page.evaluate("share => scrollTo(0, document.documentElement.scrollHeight * share)", share)
        assert page.evaluate(HIT), share


@pytest.mark.browser
@pytest.mark.parametrize("screen", ["phone", "zoom of 400 %", "desktop", "phone with its keyboard open"])
def test_the_focus_is_never_under_the_exit_on_the_way_through_the_page_and_back(
    discreet_home: HomePage, open_page: Open, screen: str
) -> None:
    page = open_page(**SCREENS[screen])
    prepare(page)
    stops = page.locator("a:visible, button:visible, input:visible").count()

    for key in ["Tab"] * stops + ["Shift+Tab"] * stops:
        page.keyboard.press(key)
        assert page.evaluate(UNDER) is None


@pytest.mark.browser
@pytest.mark.parametrize("screen", ["phone", "desktop"])
def test_at_the_end_of_the_page_the_exit_covers_no_word(
    discreet_home: HomePage, open_page: Open, screen: str
) -> None:
    page = open_page(**SCREENS[screen])
    prepare(page)
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")

    bar = page.locator(".exit").bounding_box()
    words = [each.bounding_box() for each in page.locator(".foot :is(a, p, h2)").all()]

    assert bar
    assert len(words) > 3
    for box in words:
        assert box
        assert box["y"] + box["height"] <= bar["y"] + 1 or box["x"] + box["width"] <= bar["x"]


@pytest.mark.browser
def test_enlarged_letters_do_not_push_the_exit_off_the_screen(
    discreet_home: HomePage, open_page: Open
) -> None:
    page = open_page()
    prepare(page)
    page.evaluate("document.documentElement.style.fontSize = '212.5%'")

    assert page.evaluate(HIT)
    assert page.locator(".exit").evaluate("bar => bar.scrollWidth <= bar.clientWidth")


@pytest.mark.browser
def test_the_exit_stays_on_the_part_of_the_page_that_fingers_have_enlarged(
    discreet_home: HomePage, open_page: Open
) -> None:
    page = open_page(**SCREENS["phone"])
    prepare(page)
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setPageScaleFactor", {"pageScaleFactor": 2.5})
    expect(page.locator(".exit")).to_have_attribute("style", re.compile(r"scale\(0\.4\)"))

    seen, link = page.evaluate(
        """() => {
            const box = document.querySelector(".exit .exit-link").getBoundingClientRect();
            const { offsetLeft: x, offsetTop: y, width, height } = visualViewport;
            return [[x, y, x + width, y + height], [box.left, box.top, box.right, box.bottom]];
        }"""
    )

    assert seen[0] <= link[0]
    assert seen[1] <= link[1]
    assert link[2] <= seen[2] + 1
    assert link[3] <= seen[3] + 1


@pytest.mark.browser
def test_the_second_control_follows_the_skip_link_and_appears_with_the_focus(
    discreet_home: HomePage, desktop: Page
) -> None:
    desktop.goto("/")
    desktop.keyboard.press("Tab")
    desktop.keyboard.press("Tab")

    second = desktop.locator("a.skip.exit-link")
    box = second.bounding_box()

    assert second.evaluate("link => link === document.activeElement")
    assert box
    assert box["width"] > 40


@pytest.mark.browser
def test_a_page_without_database_or_settings_has_the_exit_too() -> None:
    text = server_error(RequestFactory().get("/")).content.decode()

    assert text.count('rel="noreferrer nofollow"') == 2
    assert "location.replace" in text
