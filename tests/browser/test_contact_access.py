import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.contact import fill_everything, open_form, press_send, send
from tests.browser.watch import DESKTOP, PHONE, ZOOMED, Open
from tests.contatti.site import ContactSite

SCREENS = [
    {"viewport": PHONE},
    {"viewport": DESKTOP},
    {"viewport": ZOOMED},
    {"viewport": PHONE, "color_scheme": "dark"},
    {"viewport": PHONE, "forced_colors": "active"},
]


# The second way out stands before every landmark, so that the keyboard meets it at once.
OPTIONS = {"rules": {"region": {"enabled": False}}}


def violations(page: Page) -> list[str]:
    return [
        f"{found['id']}: {found['nodes'][0]['html']}"
        for found in Axe().run(page, options=OPTIONS).response["violations"]
    ]


@pytest.mark.parametrize("screen", SCREENS)
def test_the_form_its_errors_and_its_answer_have_no_known_accessibility_fault(
    live_contact: ContactSite, open_page: Open, screen: dict[str, object]
) -> None:
    page = open_page(**screen)
    page.goto("/scrivi/")
    assert violations(page) == []
    open_form(page)
    assert violations(page) == []
    press_send(page)
    assert violations(page) == []
    fill_everything(page)
    assert violations(page) == []
    send(page)
    assert violations(page) == []


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_nothing_scrolls_sideways_even_at_four_times_the_size(
    live_contact: ContactSite, open_page: Open, direction: str
) -> None:
    page = open_page(viewport=ZOOMED)
    fill_everything(page)
    page.evaluate("direction => { document.documentElement.dir = direction }", direction)

    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_keyboard_alone_is_enough(live_contact: ContactSite, page: Page) -> None:
    open_form(page)
    steps = [("a", " "), ("c", " "), ("d", "due parole")]
    for name, keys in steps:
        for _ in range(60):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.name") == name:
                break
        page.keyboard.type(keys)
    page.get_by_label("Come vuoi essere chiamata?").focus()
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Ricevuto").wait_for()

    assert "  | due parole\n" in live_contact.texts()[0]


def test_every_control_is_large_enough_for_a_thumb(live_contact: ContactSite, page: Page) -> None:
    fill_everything(page)
    heights = page.locator(".choice, .input, .button, summary").evaluate_all(
        "nodes => nodes.filter(node => node.checkVisibility()).map(node => node.getBoundingClientRect().height)"
    )

    assert len(heights) > 16
    assert min(heights) >= 44
