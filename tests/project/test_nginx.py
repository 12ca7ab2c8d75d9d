"""The nginx that is installed: it counts by network, marks and never refuses, and writes down nobody."""

import http.client
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.contatti.smtp import free_port
from tests.nginx import ADDRESS, nginx

LANE = "X-Amaranta-Lane"
BURST = 11
"""The first, and ten more."""


class Echo(BaseHTTPRequestHandler):
    """Answers with what the portal would read of the proxy's mark."""

    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        forwarded = self.headers.get("X-Forwarded-For", "") + self.headers.get("X-Real-IP", "")
        body = f"{','.join(self.headers.get_all(LANE, []))}|{forwarded}".encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self) -> None:
        self.do_POST()

    def log_message(self, *words: object) -> None:
        pass


@pytest.fixture
def front(tmp_path: Path) -> Iterator[int]:
    """Return nginx's port."""
    upstream = ThreadingHTTPServer(("127.0.0.1", 0), Echo)
    threading.Thread(target=upstream.serve_forever, daemon=True).start()
    port = free_port()
    with nginx(tmp_path, port, upstream.server_port):
        yield port
    upstream.shutdown()


def ask(port: int, address: str, path: str = "/invia/", method: str = "POST", **headers: str) -> str:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    body = "a=b" if method == "POST" else None
    connection.request(method, path, body, {ADDRESS: address, **headers})
    answer = connection.getresponse()
    said = answer.read().decode()
    connection.close()
    assert answer.status == 200
    return said


def many(port: int, address: str, number: int) -> list[str]:
    return [ask(port, address) for _ in range(number)]


def test_a_school_behind_one_address_is_marked_above_the_rate_and_never_refused(
    front: int, tmp_path: Path
) -> None:
    # A minute may begin anew on a slow machine.
    said = many(front, "192.0.2.7", 300)
    assert said[:BURST] == ["|"] * BURST
    assert said.count("slow|") >= 300 - BURST - 2
    assert many(front, "192.0.2.8", 2) == ["|", "|"]

    written = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert b"limit_req_zone" in written
    assert b"192.0.2" not in written


def test_an_ipv6_network_counts_as_one_and_its_neighbour_not(front: int) -> None:
    for host in range(BURST):
        assert ask(front, f"2001:db8:1:2::{host + 1:x}") == "|"

    assert ask(front, "2001:db8:1:2:ffff::1") == "slow|"
    assert ask(front, "2001:db8:1:3::1") == "|"


def test_only_what_sends_a_message_counts_and_nobody_marks_herself(front: int) -> None:
    for path, method in (("/invia/", "GET"), ("/invia/chiavi/", "POST"), ("/", "GET")):
        assert {ask(front, "192.0.2.9", path, method) for _ in range(BURST + 3)} == {"|"}
    for _post in range(BURST):
        assert ask(front, "192.0.2.9", "/en/invia/") == "|"

    assert ask(front, "192.0.2.9", "/numero/", **{LANE: "fast"}) == "slow|"
    assert ask(front, "192.0.2.10", **{LANE: "fast", "X-Forwarded-For": "192.0.2.10"}) == "|"


@pytest.fixture
def alone(tmp_path: Path) -> Iterator[int]:
    """Return the port of an nginx behind which nothing runs."""
    port = free_port()
    with nginx(tmp_path, port, free_port()):
        yield port


def answer_of(port: int, path: str, method: str = "GET") -> tuple[int, str, str]:
    """Return status, where it leads, and the page."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request(method, path, "d=parole" if method == "POST" else None)
    answer = connection.getresponse()
    said = answer.read().decode()
    connection.close()
    assert answer.getheader("Cache-Control") == "no-store" or answer.status == 303
    return answer.status, answer.getheader("Location", ""), said


def test_a_portal_that_is_down_is_told_with_the_exit_and_the_numbers(alone: int) -> None:
    for path in ("/", "/salute/", "/admin/"):
        status, _, said = answer_of(alone, path)
        assert status == 503
        assert "Il sito non risponde" in said
        assert "Esci" in said
        assert "tel:1522" in said


def test_who_was_sending_is_told_that_it_may_have_arrived_at_an_address_of_its_own(alone: int) -> None:
    status, where, _ = answer_of(alone, "/invia/", "POST")
    assert status == 303
    assert where.endswith("/non-risponde/")

    status, _, said = answer_of(alone, "/non-risponde/")
    assert status == 200
    assert "non sappiamo se è arrivato" in said
    assert "tel:1522" in said
    assert answer_of(alone, "/admin/pages/2/edit/", "POST")[0] == 503
