"""No field of any form, in any language, with scripts or without, lets a browser keep or send what is in it."""

import pytest
from django.test import Client
from playwright.sync_api import Page as Tab

from tests.browser.addresses import BESIDES, addresses, desk_forms, one_of_each, sampled
from tests.browser.watch import Open

pytestmark = pytest.mark.browser

LOOSE = """() => [...document.querySelectorAll("input, textarea, select")]
  .filter((field) => !["hidden", "submit", "button", "image", "reset"].includes(field.type))
  .map((field) => {
    const written = !["checkbox", "radio", "select-one", "select-multiple"].includes(field.type);
    const wanted = { autocomplete: "off", ...(written && {
      spellcheck: "false", autocorrect: "off", writingsuggestions: "false",
    }) };
    const missing = Object.entries(wanted).filter(([name, value]) => field.getAttribute(name) !== value);
    return [field.name || field.id || field.tagName, field.type, missing.map(([name]) => name).join(" ")];
  })"""
ENOUGH = 30
"""Fields that the forms of the demonstration have at the least, in each language."""


def loose(tab: Tab) -> list[str]:
    """Return the fields on the page that a browser could keep or send, counting all."""
    return [f"{name} ({kind}): {missing}" for name, kind, missing in tab.evaluate(LOOSE) if missing]


def with_fields() -> list[str]:
    """Return the addresses of the Italian pages with a field, and of one of each type in every language."""
    client = Client()
    found = sampled(addresses())
    asked = dict.fromkeys([*found, *desk_forms(), *BESIDES, "/en/cerca/"])
    filled = []
    for each in asked:
        html = client.get(each).content.replace(
            b"<select hidden>", b""
        )  # the exit's own, which is never filled
        if any(tag in html for tag in (b"<input", b"<textarea", b"<select")):
            filled.append(each)
    return list(dict.fromkeys([*filled, *one_of_each(found)]))


@pytest.mark.usefixtures("live_demo")
def test_no_field_of_any_form_of_the_demonstration_can_be_kept_completed_or_spelled_elsewhere(
    open_page: Open,
) -> None:
    pages = with_fields()
    assert {*desk_forms(), "/cerca/", "/en/cerca/"} <= set(pages)
    for scripts in (True, False):
        tab = open_page(java_script_enabled=scripts)
        count = {"it": 0, "en": 0}
        faults = {}
        for address in pages:
            tab.goto(address)
            count["en" if address.startswith("/en/") else "it"] += len(tab.evaluate(LOOSE))
            if found := loose(tab):
                faults[address] = found
        assert faults == {}
        assert min(count.values()) >= ENOUGH, count


def test_a_field_without_the_marks_would_be_seen(page: Tab, discreet_home: object) -> None:
    page.goto("/cerca/")
    page.evaluate("document.querySelector('main form').append(document.createElement('textarea'))")

    assert loose(page) == ["TEXTAREA (textarea): autocomplete spellcheck autocorrect writingsuggestions"]


@pytest.mark.usefixtures("live_contact")
def test_a_form_that_came_in_the_place_of_another_page_has_the_marks_too(page: Tab) -> None:
    page.goto("/")
    page.locator("header a[data-to]").click()
    page.locator(".ways a[href='/scrivi/']").click()
    page.locator(".card a.button").first.click()
    page.locator("textarea").wait_for()

    assert len(page.evaluate(LOOSE)) > 10
    assert loose(page) == []
