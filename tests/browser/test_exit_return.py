"""After an exit nothing brings our pages back: not Back, not Forward, not a reopened session."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Playwright
from pytest_django.live_server_helper import LiveServer

from home.models import HomePage, SafeBrowsingPage, SiteSettings
from tests.browser.stock import start
from tests.browser.stock.elsewhere import Elsewhere
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

    assert tab.address() == elsewhere.address


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
