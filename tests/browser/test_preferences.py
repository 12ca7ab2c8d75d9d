"""Every page under what readers set: no motion, their own colours, large letters, wide spacing; and on paper."""

from collections.abc import Callable

import pytest
from django.conf import settings
from playwright.sync_api import Page

from home.models import HomePage
from tests.browser.addresses import addresses, every_kind, in_other_letters
from tests.browser.sight import faults_of_exit, faults_of_room
from tests.browser.watch import PHONE, ZOOMED, Open

pytestmark = pytest.mark.browser

# A4 at 96 points to the inch, with margins of a centimetre.
PAPER = {"width": 718, "height": 1047}
TALL_PHONE = {"width": 360, "height": 740}

MOVING = """() => {
    const faults = document.getAnimations().map((each) => `moves: ${each.effect.target.outerHTML.slice(0, 80)}`);
    for (const node of [document.documentElement, ...document.body.querySelectorAll("*")]) {
        for (const part of [null, "::before", "::after"]) {
            const style = getComputedStyle(node, part);
            const lasts = style.transitionDuration.split(",").some((time) => parseFloat(time) > 0);
            if (lasts || style.animationName !== "none" || style.scrollBehavior !== "auto")
                faults.push(`moves: ${node.outerHTML.slice(0, 80)}`);
        }
    }
    return faults.slice(0, 4);
}"""

# What is told by a ground in our colours has an outline in the reader's.
BARE = """() => {
    const faults = [];
    const drawn = (style) => parseFloat(style.borderTopWidth) > 0 || parseFloat(style.borderInlineStartWidth) > 0
        || (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0);
    const boxes = ".button, .call, .exit-link, .switch, .chip, .input, .card, .note, .answer, .banner, .group,"
        + " :is(.campaigns, .featured) .campaign";
    for (const node of document.querySelectorAll(boxes))
        if (node.checkVisibility() && !node.matches(".skip, .contact .now") && !drawn(getComputedStyle(node)))
            faults.push(`no edge: ${node.outerHTML.slice(0, 80)}`);
    for (const node of document.querySelectorAll(".points li, .boxes li, .state"))
        if (!drawn(getComputedStyle(node, "::before"))) faults.push(`no mark: ${node.outerHTML.slice(0, 80)}`);
    const ground = getComputedStyle(document.documentElement).backgroundColor;
    for (const node of document.querySelectorAll(".chart rect, .chart text, .map text"))
        if (getComputedStyle(node).fill === ground) faults.push(`not seen: ${node.outerHTML.slice(0, 80)}`);
    for (const node of document.querySelectorAll(".map polygon"))
        if (getComputedStyle(node).stroke === ground) faults.push(`not seen: ${node.outerHTML.slice(0, 80)}`);
    return faults.slice(0, 4);
}"""

# WCAG 2.2, 1.4.12; a constructed sheet, which the policy of the page allows.
SPACED = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important;"
        + " word-spacing: .16em !important; } p { margin-block-end: 2em !important; }");
    document.adoptedStyleSheets = [sheet];
}"""

PRINTED = """() => {
    const faults = [];
    for (const node of document.querySelectorAll(".exit, .top, .foot, .filters, .find, .trail, .contents, .up"))
        if (node.checkVisibility()) faults.push(`of no use on paper: ${node.outerHTML.slice(0, 80)}`);
    const open = document.body.classList.contains("is-public");
    for (const node of document.querySelectorAll("main a[href]")) {
        const tells = getComputedStyle(node, "::after").content.includes(node.getAttribute("href"));
        if (tells !== (open && /^http/.test(node.getAttribute("href")))) faults.push(`address: ${node.outerHTML.slice(0, 80)}`);
    }
    for (const node of document.querySelectorAll("main :is(h1, h2, h3, p, li, dd, .button)")) {
        const pale = getComputedStyle(node).color.match(/\\d+/g).slice(0, 3).every((share) => share > 150);
        if (node.checkVisibility() && pale) faults.push(`too pale for paper: ${node.outerHTML.slice(0, 80)}`);
    }
    return faults.slice(0, 4);
}"""


# Where a link of the list of contents leads: its heading has the focus and stands clear of the bar.
LED = """hash => {
    const heading = document.activeElement;
    const box = heading.getBoundingClientRect();
    return `#${heading.id}` === hash && heading.matches("h2, h3") && box.top >= 0
        && box.bottom <= document.querySelector(".exit").getBoundingClientRect().top;
}"""

LARGE = "document.documentElement.style.fontSize = '212.5%'"


def without_motion(page: Page) -> list[str]:
    page.emulate_media(reduced_motion="reduce")
    found: list[str] = page.evaluate(MOVING)
    return found


def in_forced_colours(page: Page) -> list[str]:
    page.emulate_media(forced_colors="active")
    found: list[str] = page.evaluate(BARE)
    return found


def four_times_larger(page: Page) -> list[str]:
    page.set_viewport_size(ZOOMED)
    header = page.evaluate("document.querySelector('.top').offsetHeight / innerHeight")
    tall = [f"the header takes {header:.0%} of the screen"] if header > 1 / 3 else []
    return tall + faults_of_room(page) + faults_of_exit(page)


def spaced(page: Page) -> list[str]:
    page.evaluate(SPACED)
    return faults_of_room(page) + faults_of_exit(page)


def letters_twice_as_large(page: Page) -> list[str]:
    page.evaluate(LARGE)
    return faults_of_room(page) + faults_of_exit(page)


def on_paper(page: Page) -> list[str]:
    page.emulate_media(media="print", color_scheme="dark")
    page.set_viewport_size(PAPER)
    found: list[str] = page.evaluate(PRINTED)
    return found + faults_of_room(page)


def contents_lead(page: Page) -> list[str]:
    """Follow the first and the last link of the list, where a page has one, and come back to its beginning."""
    faults = []
    links = page.locator(".contents a")
    entries = page.evaluate("history.length")
    for link in [links.first, links.last] if links.count() else []:
        link.click()
        if not page.evaluate(LED, link.get_attribute("href")):
            faults.append(f"leads nowhere: {link.inner_text()}")
    if page.evaluate("history.length") != entries:
        faults.append("the history has grown")
    page.evaluate("scrollTo(0, 0)")
    return faults


def as_it_was(page: Page) -> None:
    page.emulate_media(media="null", reduced_motion="null", forced_colors="null", color_scheme="light")
    page.set_viewport_size(PHONE)
    page.evaluate("document.adoptedStyleSheets = []; document.documentElement.style.fontSize = ''")


WAYS: tuple[Callable[[Page], list[str]], ...] = (
    contents_lead,
    without_motion,
    in_forced_colours,
    four_times_larger,
    spaced,
    letters_twice_as_large,
    on_paper,
)

# How much of the screen the bar and the header take, and which of their controls a thumb would miss.
AROUND = """async () => {
    document.querySelectorAll(".exit [hidden]:not(#fuori)").forEach((tool) => (tool.hidden = false));
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    const faults = [];
    for (const [name, most] of [[".exit", 1 / 4], [".top", LETTERS ? 2 / 3 : 1 / 3]]) {
        const share = document.querySelector(name).offsetHeight / innerHeight;
        if (share > most) faults.push(`${name} takes ${Math.round(share * 100)} % of the screen`);
    }
    for (const node of document.querySelectorAll(":is(.exit, .top) :is(a, button, summary)")) {
        const box = node.getBoundingClientRect();
        const shown = node.checkVisibility() && getComputedStyle(node).position !== "absolute";
        if (shown && (box.height < 44 || box.left < 0 || box.right > innerWidth))
            faults.push(`out of reach: ${node.outerHTML.slice(0, 90)}`);
    }
    return faults;
}"""


@pytest.fixture
def kinds(live_demo: None) -> list[str]:
    """Return an address of each kind of page of the demonstration, and some in Arabic and Chinese."""
    found = addresses()
    return [*every_kind(found), *in_other_letters(found)]


def test_every_page_is_whole_whatever_its_reader_has_set(kinds: list[str], page: Page) -> None:
    faults: dict[str, list[str]] = {}
    listed = 0
    for address in kinds:
        page.goto(address)
        listed += page.locator(".contents").count()
        assert page.locator("main h1").inner_text().strip()
        # Its reader's browser speaks its language: nobody offers her another.
        page.evaluate("document.querySelectorAll('.offer').forEach((each) => each.remove())")
        for way in WAYS:
            if found := way(page):
                faults[f"{address} {way.__name__}"] = found
            as_it_was(page)

    assert faults == {}
    assert len(kinds) > 26
    assert listed > 5


def way_on(tab: Page) -> list[str]:
    """Go from the first page to the form: on the page in between, the way on is in sight at once."""
    tab.set_viewport_size(TALL_PHONE)
    tab.locator(".hero .button").click()
    onward = tab.locator("[data-onward] a")
    onward.wait_for()
    box, bar = onward.bounding_box(), tab.locator(".exit").bounding_box()
    assert box
    assert bar
    tab.set_viewport_size(PHONE)
    return [] if 0 < box["y"] < box["y"] + box["height"] <= bar["y"] else [f"the way on is at {box}"]


def test_exit_and_header_leave_room_to_read_in_every_language_also_when_another_is_offered(
    live_demo: None, open_page: Open
) -> None:
    # The longest of the lines that offer a language.
    tab = open_page(locale="uk-UA", viewport=PHONE)
    faults: dict[str, list[str]] = {}
    homes = HomePage.objects.live().order_by("path")
    for address in [home.get_url() for home in homes]:
        tab.goto(address)
        faults[f"{address} the way on"] = way_on(tab)
        tab.goto(address)
        assert tab.locator(".offer").count() == (not address.startswith("/uk/")), address
        tab.evaluate(LARGE)
        faults[f"{address} twice as large"] = tab.evaluate(
            AROUND.replace("LETTERS", "true")
        ) + faults_of_exit(tab)
        as_it_was(tab)
        tab.set_viewport_size(ZOOMED)
        faults[f"{address} zoomed"] = tab.evaluate(AROUND.replace("LETTERS", "false"))
        first_links = tab.locator(".top-row > nav:not([class]) a:visible")
        assert first_links.count() == 0, address
        tab.locator(".sections summary").click()
        assert first_links.count() == 3, address
        tab.set_viewport_size(PHONE)

    assert {place: found for place, found in faults.items() if found} == {}
    assert len(faults) == 3 * len(settings.LANGUAGES)
