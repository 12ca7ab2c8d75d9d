"""RFC 9180's and 7748's vectors and our own, in the browsers themselves; Python opens what they sealed."""

import json
from collections.abc import Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from django.conf import settings
from playwright.sync_api import Playwright

from contatti.sealed.conversation import AnswerPlace, keys_of, open_answer
from tests.browser.stock import start
from tests.browser.stock.tab import until

pytestmark = pytest.mark.browser

VECTORS = settings.ROOT / "tests" / "sealed" / "vectors"
FOLDERS = {"sealed": settings.ROOT / "contatti/sealed/static/sealed", "vectors": VECTORS}
SCRIPT = Path(__file__).with_name("vectors.js")
PAGE = (
    b'<!doctype html><meta charset="utf-8"><title>.</title><script type="module" src="/vectors.js"></script>'
)


class Handler(BaseHTTPRequestHandler):
    """Serves an empty page, the script with the vectors, and our modules as they are."""

    def do_GET(self) -> None:
        folder, _, name = self.path[1:].partition("/")
        body, kind = PAGE, "text/html"
        if folder in FOLDERS:
            body, kind = (FOLDERS[folder] / name).read_bytes(), "text/javascript"
        elif folder == "vectors.js":
            body, kind = SCRIPT.read_bytes(), "text/javascript"
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def address() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("browser_name", ["Chromium", "Firefox"])
def test_every_vector_holds_in_the_browser_and_cryptography_opens_what_it_sealed(
    address: str, playwright: Playwright, tmp_path: Path, browser_name: str
) -> None:
    tab = start(browser_name, playwright, tmp_path, scripts=True)
    tab.goto(address)
    look = "return (window.wrappedJSObject || window).done || ''"
    until(lambda: bool(tab.run(look)), "vectors")
    done = json.loads(tab.run(look))
    tab.close()

    assert done["failed"] == []
    assert done["checked"] > 15
    ours = json.loads((VECTORS / "conversation.json").read_text())["answer"]
    keys = keys_of(ours["code"], ours["site_id"])
    place = AnswerPlace(ours["site_id"], ours["desk"], ours["number"])
    assert open_answer(bytes(done["sealed"]), keys, place) == ours["text"]
