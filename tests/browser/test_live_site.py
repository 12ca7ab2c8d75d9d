from playwright.sync_api import Page

from home.models import HomePage
from tests.browser.watch import Watch


def test_the_first_page_opens_in_a_real_browser_and_asks_only_its_own_server(
    live_home: HomePage, page: Page, watch: Watch
) -> None:
    page.goto("/")

    assert page.locator("h1").inner_text() == live_home.headline
    assert len(watch.requests) == 1
    assert page.context.cookies() == []


def test_the_first_page_opens_without_scripts(live_home: HomePage, scriptless: Page) -> None:
    scriptless.goto("/")

    assert scriptless.locator("h1").inner_text() == live_home.headline
