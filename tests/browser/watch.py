"""What browser tests share: sizes of screens, and a record of what pages did."""

from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request

PHONE = {"width": 360, "height": 640}
DESKTOP = {"width": 1280, "height": 800}
ZOOMED = {"width": 320, "height": 256}
"""What is left of 1280 x 1024 CSS pixels at 400% (WCAG 2.2, 1.4.10)."""

Open = Callable[..., Page]


@dataclass
class Watch:
    """What the pages of one test did: requests they made, words in the console, errors of scripts."""

    requests: list[Request] = field(default_factory=list)
    console: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def attach(self, context: BrowserContext) -> None:
        context.on("request", self._request)
        context.on("console", self._note)
        context.on("weberror", lambda error: self.errors.append(str(error.error)))

    def _request(self, request: Request) -> None:
        self.requests.append(request)

    def _note(self, message: ConsoleMessage) -> None:
        self.console.append(message.text)

    @property
    def violations(self) -> list[str]:
        """Return what the browser refused because of the content security policy."""
        return [text for text in self.console if "Content Security Policy" in text or "Trusted" in text]
