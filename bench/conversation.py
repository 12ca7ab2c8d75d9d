"""Seconds to derive what a number opens, in both browsers, and what the scripts weigh."""

import gzip
import json
import statistics
import tempfile
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from playwright.sync_api import sync_playwright

from tests.browser.stock import start
from tests.browser.stock.tab import until

from .server import ROOT

ROUNDS = 9
SEALED = ROOT / "contatti" / "sealed" / "static" / "sealed"
MODULES = ("code", "conversation", "hpke", "x25519", "document", "reply", "seal")
PAGE = """<!doctype html><meta charset="utf-8"><title>.</title><script type="module">
import { keysOf } from "./conversation.js";
import { makeCode } from "./code.js";
const times = [];
for (let turn = 0; turn < %d; turn++) {
  const begun = performance.now();
  await keysOf(makeCode(), "bench");
  times.push(performance.now() - begun);
}
window.done = JSON.stringify(times);
</script>"""


class Handler(SimpleHTTPRequestHandler):
    """Serves the modules, and the page that times them as their folder's index."""

    extensions_map = {".js": "text/javascript", "": "text/html"}

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def seconds(browser: str, address: str) -> list[float]:
    """Return how long each derivation took, in a browser as it comes."""
    with sync_playwright() as playwright, tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        tab = start(browser, playwright, Path(profile), scripts=True)
        tab.goto(address)
        look = "return (window.wrappedJSObject || window).done || ''"
        until(lambda: bool(tab.run(look)), "derivations")
        times = [time / 1000 for time in json.loads(tab.run(look))]
        tab.close()
    return times


def main() -> None:
    """Print both."""
    with tempfile.TemporaryDirectory() as folder:
        for module in MODULES:
            source = (SEALED / f"{module}.js").read_bytes()
            Path(folder, f"{module}.js").write_bytes(source)
            print(f"{module}.js: {len(gzip.compress(source, 9))} bytes in gzip")
        Path(folder, "index.html").write_text(PAGE % ROUNDS)
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=folder))
        Thread(target=server.serve_forever, daemon=True).start()
        for browser in ("Chromium", "Firefox"):
            times = seconds(browser, f"http://localhost:{server.server_port}/index.html")
            print(f"{browser}: {statistics.median(times):.2f} s (longest {max(times):.2f})")
        server.shutdown()


if __name__ == "__main__":
    main()
