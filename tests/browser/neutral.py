"""The site that the exit leads to, played by the test so that no request leaves the machine."""

import json
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Route

ADDRESS = "https://www.meteoam.it/"

# Chromium answers no question about a page while a navigation of it waits for the network: the page must tell.
TELL = """(() => {
    const look = () => {
        const body = document.body;
        // A page that has only begun to arrive is empty, too.
        if (body?.children.length) look.filled = true;
        if (!look.filled || !body || body.children.length || body.textContent.trim()) return;
        if (look.told) return;
        look.told = true;
        console.debug("blank " + JSON.stringify({
            at: performance.timeOrigin + performance.now(),
            title: document.title,
            kept: (window.kept || []).map((field) => field.type === "checkbox" ? field.checked : field.value),
        }));
        // Long after what was still on its way has come.
        setTimeout(() => console.debug("later " + JSON.stringify(
            { children: document.body.children.length, text: document.body.textContent }
        )), 1000);
    };
    new MutationObserver(look).observe(document, { childList: true, subtree: true });
})()"""


@dataclass
class Neutral:
    """What reached the neutral site; `answers` is False while it, or the whole network, is down."""

    answers: bool = True
    requests: list[Request] = field(default_factory=list)
    told: dict[str, dict[str, Any]] = field(default_factory=dict)

    def attach(self, context: BrowserContext) -> None:
        context.add_init_script(TELL)
        context.on("console", self._hear)
        context.route(f"{ADDRESS}**", self._answer)

    def blank(self, page: Page) -> dict[str, Any]:
        """Return what the page told when nothing was left in it: moment in ms, title, values of fields."""
        return self._wait(page, "blank")

    def later(self, page: Page) -> dict[str, Any]:
        """Return what the page told a second after that: number of elements, text."""
        return self._wait(page, "later")

    def _wait(self, page: Page, word: str) -> dict[str, Any]:
        if word not in self.told:
            page.wait_for_event("console", lambda message: message.text.startswith(word))
        return self.told[word]

    def _hear(self, message: ConsoleMessage) -> None:
        word, _, said = message.text.partition(" ")
        if word in {"blank", "later"}:
            self.told[word] = json.loads(said)

    def _answer(self, route: Route, request: Request) -> None:
        self.requests.append(request)
        if self.answers:
            route.fulfill(content_type="text/html", body="<title>Meteo</title><h1>Sereno</h1>")
