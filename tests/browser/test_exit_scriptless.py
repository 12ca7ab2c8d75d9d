"""Without JavaScript the page is covered by style alone, however the exit is pressed, before anybody answers."""

import base64
import time
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Playwright
from pytest_django.live_server_helper import LiveServer

from home.models import HomePage, SiteSettings
from tests.browser.silent import Silent
from tests.browser.stock import start
from tests.browser.stock.chromium import Chromium
from tests.browser.stock.tab import PATIENCE, until

pytestmark = pytest.mark.browser

ENTER, SPACE, TAB = "\ue007", " ", "\ue004"


@pytest.fixture
def silent() -> Iterator[Silent]:
    silent = Silent()
    yield silent
    silent.close()


@pytest.fixture
def tab(
    discreet_home: HomePage, live_server: LiveServer, playwright: Playwright, tmp_path: Path, name: str,
    silent: Silent,
) -> Iterator[Any]:  # fmt: skip
    """Return a stock browser without JavaScript on our first page, whose exit leads to a site that is silent."""
    settings = SiteSettings.objects.get()
    settings.exit_destination = silent.address
    settings.save()
    tab = start(name, playwright, tmp_path, scripts=False)
    tab.goto(live_server.url)
    if not isinstance(tab, Chromium):
        # Its answer to a key waits for the page that the key leads to.
        tab._ask("WebDriver:SetTimeouts", {"pageLoad": 500})  # type: ignore[attr-defined]
    yield tab
    tab.process.kill()
    tab.process.wait()


def strike(tab: Any, *keys: str) -> None:
    for key in keys:
        if isinstance(tab, Chromium):
            tab.page.keyboard.press({ENTER: "Enter", SPACE: "Space", TAB: "Tab"}[key])
            continue
        strokes = [{"type": "keyDown", "value": key}, {"type": "keyUp", "value": key}]
        actions = {"actions": [{"type": "key", "id": "k", "actions": strokes}]}
        try:
            tab._ask("WebDriver:PerformActions", actions)
        except Exception as error:  # noqa: BLE001  # the timeout of the page that never comes
            assert "imeout" in str(error) or "imed out" in str(error)  # noqa: PT017


def colours(tab: Any) -> set[tuple[int, ...]]:
    """Return the colours on the screen, taken from the browser's own picture of it."""
    if isinstance(tab, Chromium):
        data = tab.session.send("Page.captureScreenshot")["data"]
    else:
        data = tab._ask("WebDriver:TakeScreenshot", {"full": False, "hash": False})
    image = Image.open(BytesIO(base64.b64decode(data))).convert("RGB")
    image = image.crop((0, 0, image.width - 40, image.height))  # without the browser's own scroll bar
    return {colour for _count, colour in image.getcolors(1 << 24) or []}  # type: ignore[misc]


@pytest.mark.parametrize("key", [ENTER, SPACE], ids=["Enter", "Space"])
@pytest.mark.parametrize("name", ["Chromium", "Firefox"])
def test_a_key_on_the_exit_covers_the_whole_page_while_the_neutral_site_is_silent(
    tab: Any, silent: Silent, key: str
) -> None:
    assert len(colours(tab)) > 10  # so it would be seen
    strike(tab, TAB, TAB, key)
    until(lambda: silent.asked > 0, "neutral site")
    began = time.monotonic()
    while len(colours(tab)) > 1 and time.monotonic() - began < PATIENCE:
        time.sleep(0.05)

    assert len(colours(tab)) == 1
    assert silent.referers == [None]
