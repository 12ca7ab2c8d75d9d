"""After an exit nothing brings our pages back: not Back, not Forward, not a reopened session."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Playwright
from pytest_django.live_server_helper import LiveServer

from home.models import HomePage, SafeBrowsingPage, SiteSettings
from tests.browser.silent import Silent
from tests.browser.stock import start
from tests.browser.stock.elsewhere import Elsewhere
from tests.browser.stock.firefox import Firefox, MarionetteError
from tests.browser.stock.tab import Tab, follow, until

pytestmark = pytest.mark.browser

browsers = pytest.mark.parametrize("name", ["Chromium", "Firefox"])


@pytest.fixture
def site(discreet_home: HomePage, elsewhere: Elsewhere) -> HomePage:
    """Return a small site whose exit leads to this machine."""
    settings = SiteSettings.objects.get()
    settings.exit_destination = elsewhere.address
    settings.save()
    return discreet_home


@pytest.fixture
def tab(
    site: HomePage, live_server: LiveServer, playwright: Playwright, tmp_path: Path, name: str
) -> Iterator[Tab]:
    """Return a stock browser with three of our pages in its history, one after the other."""
    tab = start(name, playwright, tmp_path, scripts=True)
    for path in ("/", "/uno/", "/due/"):
        tab.goto(live_server.url + path)
    yield tab
    tab.close()


def leave(tab: Tab, elsewhere: Elsewhere) -> None:
    tab.click(".exit-row .exit-link")
    until(lambda: tab.text("main h1") == "Sereno", "neutral site")
    assert elsewhere.came.is_set()


@browsers
def test_back_after_an_exit_finds_the_neutral_site_again_and_again(tab: Tab, elsewhere: Elsewhere) -> None:
    leave(tab, elsewhere)
    for times in (2, 3):
        tab.back()
        # The neutral site stood there before, too: it has to be asked for again.
        until(lambda times=times: len(elsewhere.referers) >= times, "another way out")
        until(lambda: tab.text("main h1") == "Sereno", "neutral site")

    assert tab.address().rstrip("?") == elsewhere.address


@browsers
def test_back_within_the_site_works_as_everywhere(tab: Tab, live_server: LiveServer) -> None:
    # A page has to be there before a person goes back from it, too.
    for address, heading in (("/uno/", "Questa pagina non c’è"), ("/", "Non sei sola.")):
        tab.back()
        until(lambda address=address: tab.address() == live_server.url + address, address)
        until(lambda heading=heading: tab.text("main h1") == heading, heading)
    tab.forward()
    until(lambda: tab.text("main h1") == "Questa pagina non c’è", "second page")


@browsers
def test_a_restored_session_shows_the_neutral_site_instead_of_ours(
    site: HomePage,
    live_server: LiveServer,
    playwright: Playwright,
    elsewhere: Elsewhere,
    tmp_path: Path,
    name: str,
) -> None:
    tab = start(name, playwright, tmp_path, scripts=True, restore=True)
    tab.goto(live_server.url)
    tab.click("[data-quiet]")
    follow(tab, "header a[href='/cerca/']", "Cerca")
    tab.close()
    tab = start(name, playwright, tmp_path, scripts=True, restore=True)
    try:
        until(lambda: tab.text("main h1") == "Sereno", "neutral site")
    finally:
        tab.close()


@browsers
def test_back_from_a_site_that_a_link_of_ours_led_to_shows_our_page(
    site: HomePage,
    live_server: LiveServer,
    playwright: Playwright,
    elsewhere: Elsewhere,
    tmp_path: Path,
    name: str,
) -> None:
    SafeBrowsingPage.objects.update(intro=f'<p><a href="{elsewhere.address}">altrove</a></p>')
    tab = start(name, playwright, tmp_path, scripts=True)
    try:
        tab.goto(f"{live_server.url}/tracce/")
        follow(tab, "main a[href^='http']", "Sereno")
        tab.back()
        # From the memory of the browser the same page, and otherwise the one that a reload gives.
        until(lambda: tab.text("main h1") in {"Lasciare meno tracce", "Prima di continuare"}, "our page")
    finally:
        tab.close()


def in_firefox(tab: Tab, command: str, **parameters: object) -> None:
    """Give a command whose answer would wait for the page that never comes."""
    with contextlib.suppress(MarionetteError):
        tab._ask(command, parameters)  # type: ignore[attr-defined]


def stop(tab: Tab) -> None:
    """Press the browser's own Stop."""
    if isinstance(tab, Firefox):
        in_firefox(tab, "Marionette:SetContext", value="chrome")
        in_firefox(tab, "WebDriver:ExecuteScript", script="gBrowser.stop()", args=[])
        in_firefox(tab, "Marionette:SetContext", value="content")
    else:
        tab.session.send("Page.stopLoading")  # type: ignore[attr-defined]


def press_exit(tab: Tab) -> None:
    script = "setTimeout(() => document.querySelector('.exit .exit-link').click())"
    if isinstance(tab, Firefox):
        in_firefox(tab, "WebDriver:SetTimeouts", pageLoad=1000)
        in_firefox(tab, "WebDriver:ExecuteScript", script=script, args=[])
    else:
        tab.page.evaluate(script)  # type: ignore[attr-defined]


def go_back(tab: Tab) -> None:
    if isinstance(tab, Firefox):
        in_firefox(tab, "WebDriver:Back")
    else:
        tab.page.evaluate("setTimeout(() => history.back())")  # type: ignore[attr-defined]


def reload(tab: Tab) -> None:
    if isinstance(tab, Firefox):
        in_firefox(tab, "WebDriver:Refresh")
    else:
        tab.page.evaluate("setTimeout(() => location.reload())")  # type: ignore[attr-defined]


@browsers
def test_when_the_neutral_site_never_comes_neither_reload_nor_back_shows_a_page_of_ours(
    tab: Tab, live_server: LiveServer
) -> None:
    silent = Silent()
    settings = SiteSettings.objects.get()
    settings.exit_destination = silent.address
    settings.save()
    try:
        # Pages that know this way out.
        for path in ("/", "/cerca/", "/uno/"):
            tab.goto(live_server.url + path)
        press_exit(tab)
        until(lambda: silent.asked == 1, "neutral site")
        stop(tab)
        for times, again in ((2, reload), (3, go_back), (4, go_back)):
            again(tab)
            until(lambda times=times: silent.asked == times, "another way out")
            stop(tab)
            assert tab.text("main h1") == ""
    finally:
        silent.close()
