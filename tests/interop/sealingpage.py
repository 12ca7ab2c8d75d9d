"""A page under the strictest policy with the sealing module inline, in a real Chromium."""

import base64
import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import NamedTuple

from cryptography import x509
from playwright.sync_api import Page, Playwright

from contatti.sealed.envelope import key_of

MODULE = Path(__file__).parents[2] / "contatti" / "sealed" / "static" / "sealed" / "seal.js"
CHROMIUM = "/usr/bin/chromium"
QUIET = (
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PLAIN_HTTP_HOST = "portale.example"

_SEAL_ALL = """async (jobs) => {
  const sealed = [];
  for (const [text, certificates] of jobs) {
    const envelope = await globalThis.seal(text, certificates);
    sealed.push(btoa(Array.from(envelope, (byte) => String.fromCharCode(byte)).join("")));
  }
  return sealed;
}"""


class Job(NamedTuple):
    """One text to seal, and for whom."""

    text: str
    certificates: Sequence[x509.Certificate]


class SealingPage:
    """The open page; `complaints` collects what its console and its errors say."""

    def __init__(self, page: Page, port: int) -> None:
        self.page = page
        self._port = port
        self.complaints: list[str] = []
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.goto(self.address("localhost"))

    def address(self, host: str) -> str:
        """Return where the page is; with PLAIN_HTTP_HOST a browser finds no secure context there."""
        return f"http://{host}:{self._port}/"

    def seal(self, jobs: Sequence[Job]) -> list[bytes]:
        """Return the envelopes that the browser makes, all in one go."""
        arguments = [(job.text, [key_of(each) for each in job.certificates]) for job in jobs]
        return [base64.b64decode(sealed) for sealed in self.page.evaluate(_SEAL_ALL, arguments)]


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        script = f"{MODULE.read_text()}\nObject.assign(globalThis, {{ seal, ready }});"
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        policy = f"default-src 'none'; script-src 'sha256-{digest}'; require-trusted-types-for 'script'"
        html = f'<!doctype html><meta charset="utf-8"><title>.</title><script type="module">{script}</script>'
        body = html.encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Security-Policy", policy)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def sealing_page(playwright: Playwright) -> Iterator[SealingPage]:
    """Serve the page on this machine and open it."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    arguments = [*QUIET, f"--host-resolver-rules=MAP {PLAIN_HTTP_HOST} 127.0.0.1"]
    try:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield SealingPage(browser.new_context().new_page(), server.server_port)
        browser.close()
    finally:
        server.shutdown()
        server.server_close()
