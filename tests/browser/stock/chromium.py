"""Chromium with its own defaults: started as a program, not by the test tool, which would change many."""

import os
import signal
import subprocess
from contextlib import suppress
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Error, Playwright
from playwright.sync_api import TimeoutError as NotAnsweredError

from tests.browser.stock.tab import PATIENCE, until

# No network beyond this machine; nothing here concerns what is kept of a visit.
ARGUMENTS = [
    "--headless=new",
    "--no-sandbox",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--remote-debugging-port=0",
]


class Chromium:
    """A Tab of /usr/bin/chromium."""

    name = "Chromium"

    def __init__(
        self, playwright: Playwright, profile: Path, *, scripts: bool, restore: bool = False
    ) -> None:
        port = profile / "DevToolsActivePort"
        port.unlink(missing_ok=True)
        again = ["--restore-last-session"] if restore else ["about:blank"]
        self.process = subprocess.Popen(
            ["/usr/bin/chromium", *ARGUMENTS, f"--user-data-dir={profile}", *again],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        until(lambda: port.exists() and "\n" in port.read_text(), "Chromium")
        self.browser = self._connect(playwright, f"http://127.0.0.1:{port.read_text().splitlines()[0]}")
        self.page = self.browser.contexts[0].pages[0]
        self.session = self.browser.contexts[0].new_cdp_session(self.page)
        if not scripts:
            self.session.send("Emulation.setScriptExecutionDisabled", {"value": True})

    def _connect(self, playwright: Playwright, address: str) -> Browser:
        """Connect, again if the browser replaced a restored page under the question and never answers it."""
        for _ in range(3):
            with suppress(NotAnsweredError):
                return playwright.chromium.connect_over_cdp(address, timeout=PATIENCE * 1000 / 3)
        raise TimeoutError(address)

    def goto(self, address: str) -> None:
        self.page.goto(address)

    def click(self, selector: str) -> None:
        self.page.locator(selector).first.click(no_wait_after=True)

    def write(self, selector: str, text: str) -> None:
        self.page.locator(selector).first.press_sequentially(text)

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)

    def text(self, selector: str) -> str:
        found = self.page.locator(selector)
        try:
            return found.first.inner_text(timeout=1000).strip() if found.count() else ""
        except Error:
            return ""  # the page changed under the question

    def run(self, script: str) -> Any:
        return self.page.evaluate(f"() => {{ {script} }}")

    def back(self) -> None:
        self.page.go_back(wait_until="commit")

    def forward(self) -> None:
        self.page.go_forward(wait_until="commit")

    def address(self) -> str:
        return self.page.url

    def close(self) -> None:
        self.browser.new_browser_cdp_session().send("Browser.close")
        self.process.wait(20)

    def kill(self) -> None:
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(20)
