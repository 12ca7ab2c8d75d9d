"""Milliseconds from key or tap to the first frame without content, in a real browser with the network cut."""

import statistics
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from .pages import manage
from .server import ROOT, Server

ROUNDS = 15
PATHS = ("/", "/sportelli/", "/scrivi/", "/qui/", "/tracce/", "/prova/", "/non-esiste/")
FRAME = 1000 / 60

# The moment of the event is the browser's own; the frame is over when the task after it begins.
WATCH = """(() => {
    let begun = 0;
    const begin = (event) => (begun = event.timeStamp);
    for (const name of ["keydown", "click"]) addEventListener(name, begin, true);
    const look = () => {
        const body = document.body;
        if (!begun || !body || body.children.length) return;
        const hidden = performance.now() - begun;
        requestAnimationFrame(() => setTimeout(() =>
            console.debug(`hidden ${hidden} ${performance.now() - begun}`)));
        begun = 0;
    };
    new MutationObserver(look).observe(document, { childList: true, subtree: true });
})()"""


def tap(page: Page) -> None:
    page.locator(".exit-row .exit-link").click(no_wait_after=True)


def press_shift_three_times(page: Page) -> None:
    for _ in range(3):
        page.keyboard.press("Shift")


WAYS: tuple[Callable[[Page], None], ...] = (tap, press_shift_three_times)


def once(browser: Browser, address: str, leave: Callable[[Page], None]) -> tuple[float, float]:
    """Return milliseconds until the page was empty, and until the frame that shows it was made."""
    context = browser.new_context(viewport={"width": 360, "height": 640})
    context.add_init_script(WATCH)
    page = context.new_page()
    page.goto(address)
    context.route("**/*", lambda _route: None)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    leave(page)
    if not said:
        page.wait_for_event("console", lambda message: message.text.startswith("hidden"))
    emptied, shown = said[-1].split()[1:]
    context.close()
    return float(emptied), float(shown)


def main() -> None:
    """Print the median and the worst of each page and way, and how many frames that is."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        environment = {
            "DJANGO_SETTINGS_MODULE": "amaranta.settings.demo",
            "AMARANTA_VAR": str(Path(folder) / "var"),
            "PYTHONPATH": "site",
        }
        (Path(folder) / "var").mkdir()
        manage(ROOT, environment, "migrate", "-v", "0")
        manage(ROOT, environment, "demo")
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        with Server("amaranta.wsgi:application", ROOT, environment) as server:
            for path in PATHS:
                for leave in WAYS:
                    address = f"http://localhost:{server.port}{path}"
                    times = [once(browser, address, leave) for _ in range(ROUNDS)]
                    emptied, shown = ([pair[index] for pair in times] for index in (0, 1))
                    sys.stdout.write(
                        f"{path} {leave.__name__}: emptied after {statistics.median(emptied):.1f} ms, "
                        f"shown after {statistics.median(shown):.1f} ms (worst {max(shown):.1f}, "
                        f"one frame is {FRAME:.1f})\n"
                    )
        browser.close()


if __name__ == "__main__":
    main()
