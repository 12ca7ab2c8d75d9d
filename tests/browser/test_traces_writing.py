"""What is on the disk of a real browser while she writes, and when it ends without warning."""

import os
import time
from pathlib import Path

import pytest
from playwright.sync_api import Playwright
from pytest_django.live_server_helper import LiveServer

from servizi.models import DeskPage
from tests.browser.stock import start
from tests.browser.stock.control import kept_fields, wait_until_kept
from tests.browser.stock.elsewhere import Elsewhere
from tests.browser.stock.search import Trace, search
from tests.browser.stock.sentinels import Words
from tests.browser.stock.tab import Tab, until

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("traced_site")]

BROWSERS = ["Chromium", "Firefox"]
# The browser's own interval when the document is written; else a shorter one, for which it does the same.
LONG = bool(os.environ.get("AMARANTA_WRITE_TRACES"))
INTERVAL = None if LONG else 1000
RESTORING = 5.0
"""Seconds in which a browser that was killed takes up its pages again, if it does."""
CONTROL = {"control-text", "control-tick", "control-list"}
CHOICES = ["[name=a][value='2']", "[name=c][value='2']", "[name=f][value='2']"]
LINES = ["d", "e", "g", "h", "i", "m"]


def write_a_request(tab: Tab, base: str, words: Words) -> None:
    """Choose and write as far as the button, and leave the page open."""
    tab.goto(f"{base}/scrivi/{DeskPage.objects.earliest('path').pk}/")
    for choice in CHOICES:
        tab.click(choice)
    for name in LINES:
        tab.write(f"[name={name}]", f"prima {words[name]} dopo")


def write_a_search(tab: Tab, base: str, words: Words) -> None:
    tab.goto(f"{base}/cerca/")
    tab.write("main form .input", f"prima {words['q']} dopo")


def write_into_the_directory(tab: Tab, base: str, words: Words) -> None:
    tab.goto(f"{base}/rete/")
    tab.write("main form [name=q]", f"prima {words['q']} dopo")


# What no field may lack is tested on every form (test_fields.py): here one form is enough for every day.
WRITERS = [write_a_request, write_a_search, write_into_the_directory] if LONG else [write_a_request]


def reopen(browser_name: str, playwright: Playwright, profile: Path, *, scripts: bool) -> Tab:
    tab = start(browser_name, playwright, profile, scripts=scripts, restore=True, interval=INTERVAL)
    time.sleep(RESTORING)
    return tab


def look(profile: Path, words: Words) -> list[Trace]:
    """Return what of her words is in any file; the control is no word of hers."""
    return sorted(search(profile, [word for place, word in words.items() if place != "control"]))


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
@pytest.mark.parametrize("browser_name", BROWSERS)
@pytest.mark.parametrize("writer", WRITERS, ids=lambda writer: writer.__name__)
def test_what_she_is_writing_and_choosing_is_in_no_file_while_she_writes_nor_after_a_kill_and_a_restore(
    live_server: LiveServer,
    playwright: Playwright,
    tmp_path: Path,
    browser_name: str,
    scripts: bool,
    writer: object,
) -> None:
    words = Words()
    tab = start(browser_name, playwright, tmp_path, scripts=scripts, interval=INTERVAL)
    writer(tab, live_server.url, words)  # type: ignore[operator]
    wait_until_kept(tab, tmp_path, words["control"])

    assert look(tmp_path, words) == []
    assert "control-tick" in kept_fields(tmp_path) <= CONTROL

    tab.kill()
    assert look(tmp_path, words) == []

    tab = reopen(browser_name, playwright, tmp_path, scripts=scripts)
    assert look(tmp_path, words) == []

    tab.close()
    assert look(tmp_path, words) == []
    assert kept_fields(tmp_path) <= CONTROL


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
@pytest.mark.parametrize("browser_name", BROWSERS)
def test_what_she_wrote_is_in_no_file_when_the_browser_is_killed_a_second_after_the_exit_and_restored(
    live_server: LiveServer,
    playwright: Playwright,
    elsewhere: Elsewhere,
    tmp_path: Path,
    browser_name: str,
    scripts: bool,
) -> None:
    words = Words()
    tab = start(browser_name, playwright, tmp_path, scripts=scripts, interval=INTERVAL)
    write_a_request(tab, live_server.url, words)
    wait_until_kept(tab, tmp_path, words["control"])
    tab.click(".exit-row .exit-link")
    until(elsewhere.came.is_set, "neutral site")
    time.sleep(1)
    tab.kill()
    assert look(tmp_path, words) == []

    tab = reopen(browser_name, playwright, tmp_path, scripts=scripts)
    assert look(tmp_path, words) == []

    tab.close()
    assert look(tmp_path, words) == []
