"""A stand-in for Google's verifier: real TLS on this machine, real delays, real nonsense."""

import json
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs

from tests.tls import write_certificate

GOOD, BAD, SLOW, NONSENSE = "buona", "cattiva", "lenta", "insensata"
"""Answers of the widget, and what the verifier makes of each."""


@dataclass
class Verifier:
    """`domain` for RECAPTCHA_DOMAIN, the file that makes its certificate trusted, and what it was asked."""

    domain: str
    trust: Path
    asked: list[dict[str, list[str]]] = field(default_factory=list)


@contextmanager
def running_verifier(folder: Path) -> Iterator[Verifier]:
    """Run the verifier until the block ends."""
    certificate = write_certificate(folder, "localhost")

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            verifier.asked.append({"path": [self.path], **parse_qs(body)})
            response = verifier.asked[-1].get("response", [""])[0]
            if response == SLOW:
                time.sleep(3)
            answer = "<html>" if response == NONSENSE else json.dumps({"success": response == GOOD})
            self.send_response(200)
            self.end_headers()
            self.wfile.write(answer.encode())

        def log_message(self, *arguments: object) -> None:
            pass

    server = ThreadingHTTPServer(("localhost", 0), Handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    verifier = Verifier(f"localhost:{server.server_address[1]}", certificate)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield verifier
    server.shutdown()
    server.server_close()
