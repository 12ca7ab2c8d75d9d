"""Browsers as they come, each with a profile of its own on the disk, and a search through that profile."""

from pathlib import Path

from playwright.sync_api import Playwright

from tests.browser.stock.chromium import Chromium
from tests.browser.stock.firefox import Firefox
from tests.browser.stock.tab import Tab


def start(
    name: str,
    playwright: Playwright,
    profile: Path,
    *,
    scripts: bool,
    restore: bool = False,
    interval: int | None = None,
) -> Tab:
    """Start a browser; with `restore` it opens the pages of its last session, if it has one.

    Firefox saves every `interval` ms what is being written, by itself every 15 s; Chromium within seconds.
    """
    if name == "Chromium":
        return Chromium(playwright, profile, scripts=scripts, restore=restore)
    return Firefox(profile, scripts=scripts, restore=restore, interval=interval)
