"""What a visit needs of a browser, whichever it is."""

import time
from collections.abc import Callable
from typing import Any, Protocol

PATIENCE = 60.0
"""Seconds after which a browser that does not do as told is a failure."""


class Tab(Protocol):
    """One tab of a browser; elements are named by CSS selectors."""

    name: str

    def goto(self, address: str) -> None: ...

    def click(self, selector: str) -> None: ...

    def write(self, selector: str, text: str) -> None: ...

    def press(self, key: str) -> None: ...

    def text(self, selector: str) -> str:
        """Return the text of the first such element, empty when there is none."""
        ...

    def run(self, script: str) -> Any:
        """Run a script in the page as the test tool does, also where the page's own scripts are off."""
        ...

    def back(self) -> None: ...

    def forward(self) -> None: ...

    def address(self) -> str: ...

    def close(self) -> None:
        """Quit the browser the way a person does, so that it writes what it keeps."""
        ...

    def kill(self) -> None:
        """End the browser at once, as an empty battery does."""
        ...


def until(true: Callable[[], bool], what: str, seconds: float = PATIENCE) -> None:
    """Wait for something to become true. Raises TimeoutError naming it."""
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            raise TimeoutError(what)
        time.sleep(0.05)


def follow(tab: Tab, selector: str, heading: str) -> None:
    """Follow a link and wait for the page with this heading."""
    tab.click(selector)
    until(lambda: tab.text("main h1") == heading, heading)
