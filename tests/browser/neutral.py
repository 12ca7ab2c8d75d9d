"""The site that the exit leads to, played by the test so that no request leaves the machine."""

from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, Request, Route

ADDRESS = "https://www.meteoam.it/"
HIDDEN = """() => {
    const note = () => {
        if (!window.hiddenAt && document.body && !document.body.children.length && document.readyState !== "loading")
            window.hiddenAt = performance.timeOrigin + performance.now();
    };
    new MutationObserver(note).observe(document, { childList: true, subtree: true });
}"""


@dataclass
class Neutral:
    """What reached the neutral site; `answers` is False while it, or the whole network, is down."""

    answers: bool = True
    requests: list[Request] = field(default_factory=list)

    def attach(self, context: BrowserContext) -> None:
        context.add_init_script(f"({HIDDEN})()")
        context.route(f"{ADDRESS}**", self._answer)

    def _answer(self, route: Route, request: Request) -> None:
        self.requests.append(request)
        if self.answers:
            route.fulfill(content_type="text/html", body="<title>Meteo</title><h1>Sereno</h1>")
