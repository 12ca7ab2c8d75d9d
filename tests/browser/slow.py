"""What a slow connection does: a server that stops in the middle of a page, a request that is held up."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Self

from playwright.sync_api import Page, Route


def hold(page: Page, address: str) -> list[Route]:
    """Hold up the first request to an address; return it, as soon as it is made, to be continued."""
    held: list[Route] = []

    def note(route: Route) -> None:
        held.append(route)

    page.route(address, note, times=1)
    return held


class SlowServer:
    """Sends a page up to a place, waits to be told, sends the rest."""

    def __init__(self, html: bytes, at: int, policy: str) -> None:
        self.go_on = threading.Event()
        self.sent = threading.Event()
        go_on, sent = self.go_on, self.sent

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_response(200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Security-Policy", policy)
                self.end_headers()
                self.wfile.write(html[:at])
                self.wfile.flush()
                go_on.wait(20)
                self.wfile.write(html[at:])
                sent.set()

            def log_message(self, *args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}/"

    def __enter__(self) -> Self:
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *error: object) -> None:
        self.go_on.set()
        self.server.shutdown()
        self.server.server_close()
