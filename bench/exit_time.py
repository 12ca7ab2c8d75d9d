"""Milliseconds from key or tap to the first frame without content, while the neutral site is silent."""

import asyncio
import itertools
import socket
import statistics
import sys
import tempfile
from collections.abc import Callable, Coroutine
from pathlib import Path

from playwright.async_api import Browser, Page, async_playwright

from .demonstration import demonstration
from .server import ROOT, Server

ROUNDS = 9
SETTLED = 0.3
"""Seconds for the first frames of a page, which are slow without a graphics card."""
PATHS = ("/", "/sportelli/", "/scrivi/", "/qui/", "/tracce/", "/prova/", "/non-esiste/")
FRAME = 1000 / 60

# The moment of the event is the browser's own; the frame is over when the task after it begins.
WATCH = """(() => {
    let begun = 0;
    for (const name of ["keydown", "click"])
        addEventListener(name, (event) => (begun = event.timeStamp), true);
    const look = () => {
        const body = document.body;
        if (!begun || !body || body.children.length) return;
        const start = begun;
        const hidden = performance.now() - start;
        requestAnimationFrame(() => setTimeout(() =>
            console.debug(`hidden ${hidden} ${performance.now() - start}`)));
        begun = 0;
    };
    new MutationObserver(look).observe(document, { childList: true, subtree: true });
})()"""


async def tap(page: Page) -> None:
    await page.locator(".exit-row .exit-link").click(no_wait_after=True)


async def press_shift_three_times(page: Page) -> None:
    for _ in range(3):
        await page.keyboard.press("Shift")


WAYS: tuple[Callable[[Page], Coroutine[None, None, None]], ...] = (tap, press_shift_three_times)


async def once(
    browser: Browser, address: str, silent: str, leave: Callable[[Page], Coroutine[None, None, None]]
) -> tuple[float, float]:
    """Return milliseconds until the page was empty, and until the frame that shows it was made."""
    context = await browser.new_context(viewport={"width": 360, "height": 640})
    await context.add_init_script(WATCH)
    page = await context.new_page()
    await page.goto(address)
    await page.evaluate("to => document.querySelectorAll('.exit-link').forEach((a) => (a.href = to))", silent)
    await asyncio.sleep(SETTLED)
    async with page.expect_console_message(lambda message: message.text.startswith("hidden")) as told:
        # Chromium reports an input as done when the navigation is, and this one never is.
        leaving = asyncio.create_task(leave(page))
    message = await told.value
    leaving.cancel()
    await context.close()
    emptied, shown = message.text.split()[1:]
    return float(emptied), float(shown)


async def measure(port: int) -> None:
    with socket.create_server(("127.0.0.1", 0)) as nobody:
        silent = f"http://127.0.0.1:{nobody.getsockname()[1]}/"
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(
                executable_path="/usr/bin/chromium", args=["--no-sandbox"]
            )
            for path, leave in itertools.product(PATHS, WAYS):
                address = f"http://localhost:{port}{path}"
                times = [await once(browser, address, silent, leave) for _ in range(ROUNDS)]
                emptied, shown = ([pair[index] for pair in times] for index in (0, 1))
                sys.stdout.write(
                    f"{path} {leave.__name__}: emptied after {statistics.median(emptied):.1f} ms, "
                    f"shown after {statistics.median(shown):.1f} (worst {max(shown):.1f}; "
                    f"a frame is {FRAME:.1f})\n"
                )
            await browser.close()


def main() -> None:
    """Print the median and the worst of each page and way."""
    with tempfile.TemporaryDirectory() as folder:
        ours = demonstration(Path(folder) / "var")
        with Server("amaranta.wsgi:application", ROOT, ours) as server:
            asyncio.run(measure(server.port))


if __name__ == "__main__":
    main()
