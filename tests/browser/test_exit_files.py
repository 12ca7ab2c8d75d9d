"""A file never takes the exit away: it is looked at on a page of ours, and saved on purpose."""

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from django.test import Client
from playwright.sync_api import Page, Playwright, expect
from pytest_django.live_server_helper import LiveServer
from wagtail.models import Site

from amaranta.demo.campaigns import build_campaigns
from home.making.making_process import make_next
from home.models import CampaignPage, HomePage, MadeFile, SiteSettings
from tests.browser.neutral import Neutral
from tests.browser.stock import start
from tests.browser.stock.elsewhere import Elsewhere
from tests.browser.stock.tab import follow, until
from tests.browser.watch import DESKTOP, Open
from tests.making import fetched

pytestmark = pytest.mark.browser

POSTER = "a[href$='/kit/0/locandina-a4/']"


@pytest.fixture
def kit(discreet_home: HomePage, live_server: LiveServer) -> Iterator[str]:
    """Return the address of a campaign's kit."""
    Site.objects.update(port=int(live_server.url.rpartition(":")[2]))
    Site.clear_site_root_paths_cache()
    build_campaigns(discreet_home)
    campaign = CampaignPage.objects.live().filter(locale__language_code="it").first()
    assert campaign
    address = f"{campaign.get_url()}kit/"
    fetched(Client(), f"/vedi{address}0/locandina-a4/")
    yield address
    Site.clear_site_root_paths_cache()


def open_poster(page: Page, kit: str) -> None:
    page.goto(kit)
    page.locator("details").last.evaluate("details => (details.open = true)")
    page.locator(POSTER).click()
    expect(page.locator("main h1")).to_contain_text("Locandina A4")


def test_a_poster_is_seen_beside_the_exit_and_saved_only_when_she_says_so(kit: str, open_page: Open) -> None:
    neutral = Neutral()
    page = open_page(viewport=DESKTOP)
    neutral.attach(page.context)
    MadeFile.objects.all().discard()
    page.goto(kit)
    page.locator("details").last.evaluate("details => (details.open = true)")
    page.locator(POSTER).click()
    expect(page.locator("main h1")).to_have_text("Ancora un momento")
    entries = page.evaluate("navigation.entries().length")
    make_next(uuid4())
    expect(page.locator("main h1")).to_contain_text("Locandina A4", timeout=15_000)
    make_next(uuid4())
    expect(page.get_by_role("img", name="Pagina 1 di 1")).to_be_visible(timeout=15_000)
    assert page.evaluate("navigation.entries().length") == entries

    picture = page.get_by_role("img", name="Pagina 1 di 1")
    expect(picture).to_be_visible()
    assert picture.evaluate("async (image) => (await image.decode(), image.naturalWidth)") > 500
    with page.expect_download() as download:
        page.get_by_role("link", name="Scarica").click()
    assert download.value.suggested_filename == "locandina-a4.pdf"
    assert page.locator("main h1").count() == 1
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url("https://www.meteoam.it/")


def test_in_discreet_browsing_the_poster_opens_in_place_and_its_picture_with_it(kit: str, page: Page) -> None:
    MadeFile.objects.all().discard()
    page.goto(kit)
    page.locator("[data-quiet]").click()
    page.locator("details").last.evaluate("details => (details.open = true)")
    page.locator(POSTER).click()
    # It comes by itself, in the same place, once the worker has made it.
    expect(page.locator("main h1")).to_have_text("Ancora un momento")
    make_next(uuid4())
    expect(page.locator("main h1")).to_contain_text("Locandina A4", timeout=15_000)
    make_next(uuid4())
    picture = page.get_by_role("img", name="Pagina 1 di 1")
    expect(picture).to_be_visible(timeout=15_000)

    assert picture.evaluate("async (image) => (await image.decode(), image.naturalWidth)") > 500
    with page.expect_download() as download:
        page.get_by_role("link", name="Scarica").click()
    assert download.value.suggested_filename == "locandina-a4.pdf"
    assert page.evaluate("navigation.entries().map((entry) => new URL(entry.url).pathname)") == ["/qui/"]
    expect(page.locator(".exit-note")).to_have_text("Il file è tra i download di questo apparecchio.")
    page.get_by_role("button", name="Indietro").click()
    expect(page.locator("main h1")).to_have_text("Da stampare e da dare")


@pytest.mark.parametrize("name", ["Chromium", "Firefox"])
def test_after_back_and_the_exit_forward_reaches_no_file(
    kit: str, live_server: LiveServer, playwright: Playwright, elsewhere: Elsewhere, tmp_path: Path, name: str
) -> None:
    settings = SiteSettings.objects.get()
    settings.exit_destination = elsewhere.address
    settings.save()
    tab = start(name, playwright, tmp_path, scripts=True)
    try:
        tab.goto(live_server.url + kit)
        follow(tab, POSTER, "Locandina A4")
        tab.back()
        until(lambda: tab.text("main h1") == "Da stampare e da dare", "kit")
        tab.click(".exit-row .exit-link")
        until(lambda: tab.text("main h1") == "Sereno", "neutral site")
        tab.forward()
        until(lambda: len(elsewhere.referers) >= 2, "another way out")
        until(lambda: tab.text("main h1") == "Sereno", "neutral site")
        assert tab.address() == elsewhere.address
    finally:
        tab.close()
