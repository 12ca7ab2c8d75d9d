"""A neutral site on this machine, for browsers that the test cannot answer for."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Elsewhere:
    """Answers with an empty sky, and remembers that somebody came and with which Referer."""

    def __init__(self) -> None:
        self.referers: list[str | None] = []
        self.came = threading.Event()
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                if self.path.rstrip("?") == "/":  # a form without fields asks with an empty question
                    site.referers.append(self.headers.get("Referer"))
                    site.came.set()
                body = b"<!doctype html><title>Meteo</title><link rel=icon href=data:,><main><h1>Sereno</h1></main>"
                self.send_response(200)
                self.send_header("Content-Type", "text/html")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}/"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()
