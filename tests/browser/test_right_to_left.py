"""Every page in a language that runs from right to left."""

from pathlib import Path

import pytest
from playwright.sync_api import Page
from pytest_django import Settings
from wagtail.models import Site

from tests.browser.addresses import addresses, every_kind
from tests.browser.mirrored import LANGUAGE, turn_content, write_catalogue
from tests.browser.sight import faults_of_exit, faults_of_room
from tests.browser.watch import PHONE, ZOOMED

pytestmark = pytest.mark.browser

LANGUAGES = [(LANGUAGE, "فارسی"), ("it", "Italiano"), ("en", "English")]

MIRRORED = """() => {
    const faults = document.documentElement.dir === "rtl" ? [] : ["not right-to-left"];
    const heading = document.querySelector("main h1");
    const line = document.createRange();
    line.selectNodeContents(heading);
    if (!heading.innerText.trim()) faults.push("no heading");
    if (Math.max(...[...line.getClientRects()].map((box) => box.right)) < innerWidth - 20) faults.push("the heading does not hang on the right");
    const exit = document.querySelector(".exit .exit-link").getBoundingClientRect();
    if (exit.left + exit.right > innerWidth) faults.push("the exit is where it was");
    for (const way of document.querySelectorAll(".up a"))
        if (!getComputedStyle(way, "::before").content.includes("→")) faults.push("the way up points away");
    for (const bar of document.querySelectorAll(".chart rect"))
        if (Math.abs(bar.getBoundingClientRect().right - bar.closest("svg").getBoundingClientRect().right) > 2)
            faults.push("a bar does not begin on the right");
    return faults;
}"""

# Telephones and hours: [what was found, what was found in another order than it is said].
ORDER = r"""() => {
    const seen = [], turned = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text; (text = texts.nextNode());) {
        if (!text.parentElement.checkVisibility() || text.parentElement.closest("script, style, noscript")) continue;
        for (const { 0: found, index } of text.data.matchAll(/\d{3} \d{7}|\d{1,2}\.\d{2}–\d{1,2}\.\d{2}/g)) {
            seen.push(found);
            let last = { left: -1, top: 0 };
            for (let place = index; place < index + found.length; place++) {
                const sign = document.createRange();
                sign.setStart(text, place);
                sign.setEnd(text, place + 1);
                const box = sign.getBoundingClientRect();
                if (Math.abs(box.top - last.top) < 2 && box.left < last.left) {
                    turned.push(found);
                    break;
                }
                last = box;
            }
        }
    }
    return [seen, turned];
}"""


@pytest.fixture
def mirrored_kinds(live_demo: None, settings: Settings, tmp_path: Path) -> list[str]:
    """Return an address of each kind, on a site whose first language is a mirrored one."""
    write_catalogue(tmp_path)
    turn_content()
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
    settings.LANGUAGE_CODE = LANGUAGE
    settings.LOCALE_PATHS = [tmp_path]
    Site.clear_site_root_paths_cache()
    return every_kind(addresses())


def test_every_page_is_mirrored_and_telephones_and_hours_are_not(
    mirrored_kinds: list[str], page: Page
) -> None:
    faults: dict[str, list[str]] = {}
    numbers: list[str] = []
    for address in mirrored_kinds:
        page.goto(address)
        seen, turned = page.evaluate(ORDER)
        numbers += seen
        found = page.evaluate(MIRRORED) + turned + faults_of_room(page) + faults_of_exit(page)
        page.set_viewport_size(ZOOMED)
        found += faults_of_room(page)
        page.set_viewport_size(PHONE)
        if found:
            faults[address] = found

    assert faults == {}
    assert len(mirrored_kinds) > 20
    assert "000 0000001" in numbers
    assert sum("–" in each for each in numbers) > 5
    assert faults_of_a_refused_form(page) == []


def faults_of_a_refused_form(page: Page) -> list[str]:
    page.goto("/scrivi/")
    page.locator(".card a.button").first.click()
    page.locator("form.ask [type=submit]").click()
    page.locator(".note.bad").wait_for()
    words = page.locator(".error").first.bounding_box()
    hangs = words is not None and words["x"] + words["width"] > page.evaluate("innerWidth - 50")
    return faults_of_room(page) + ([] if hangs else ["the error does not hang on the right"])
