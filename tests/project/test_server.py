"""The web server in earnest: real processes, and people who hold on to their connections."""

import gc
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest

from amaranta.last_error_page import bare_answer
from amaranta.server.child import adjustments
from amaranta.server.parent import LAST_SECONDS
from amaranta.server.parser import Parser

ROOT = Path(__file__).resolve().parents[2]
MOVIE_BYTES = 30_000_000
PATIENCE = 60
"""Seconds that a busy machine may take for anything at all; nothing is measured against it."""

# A visitor's page costs one tiny answer here: what is tried is who gets a thread.
APPLICATION = """
import os, time
from pathlib import Path
import logging
from amaranta.request_guard import Guard
from amaranta.logs import BareFormatter

handler = logging.StreamHandler()
handler.setFormatter(BareFormatter())
logging.basicConfig(handlers=[handler])

FILE = Path(os.environ["FILE"])

def application(environ, start_response):
    path = environ["PATH_INFO"]
    if path == "/film":
        start_response("200 OK", [("Content-Length", str(FILE.stat().st_size))])
        return environ["wsgi.file_wrapper"](FILE.open("rb"))
    if path == "/slow":
        time.sleep(2)
    if path == "/long":
        start_response("200 OK", [])
        return [b"x" * 8_000_000]
    if path == "/raise":
        raise RuntimeError("secret")
    body = environ["wsgi.input"].read()
    said = f"{os.getpid()} {len(body)} {environ.get('HTTP_SEC_FETCH_SITE', '')}".encode()
    start_response("200 OK", [("Content-Length", str(len(said)))])
    return [said]

application = Guard(application)
"""


class Site:
    def __init__(self, port: int, process: "subprocess.Popen[bytes]") -> None:
        self.port = port
        self.process = process

    def get(self, path: str = "/") -> str:
        with urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=PATIENCE) as answer:
            return str(answer.read().decode())

    def connect(self, text: str, *, little: bool = False) -> socket.socket:
        """Return a connection over which `text` was sent; a `little` one takes in a few bytes at a time."""
        connection = socket.socket()
        if little:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
        connection.settimeout(PATIENCE)
        connection.connect(("127.0.0.1", self.port))
        connection.sendall(text.replace("\n", "\r\n").encode())
        return connection

    def ask(self, text: str) -> str:
        with self.connect(text) as connection:
            connection.shutdown(socket.SHUT_WR)
            parts = []
            while part := connection.recv(65_536):
                parts.append(part)
        return b"".join(parts).decode()

    def children(self) -> set[int]:
        listed = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        return {int(pid) for pid in listed.split()}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start(folder: Path, port: int) -> "subprocess.Popen[bytes]":
    (folder / "tried.py").write_text(APPLICATION)
    film = folder / "film"
    film.write_bytes(os.urandom(1000) * (MOVIE_BYTES // 1000))
    (folder / "temporary").mkdir(exist_ok=True)
    return subprocess.Popen(
        [sys.executable, "-m", "bench.serve", "tried:application", str(port), "2", "4"],
        cwd=ROOT,
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "site"), str(folder)]),
            "FILE": str(film),
            "TMPDIR": str(folder / "temporary"),
        },
        stderr=(folder / "log").open("wb"),
    )


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    port = free_port()
    process = start(tmp_path, port)
    site = Site(port, process)
    wait_until(lambda: answers(site))
    yield site
    process.terminate()
    process.wait(PATIENCE)


def answers(site: Site) -> bool:
    with suppress(OSError):
        return bool(site.get())
    return False


def wait_until(condition: object) -> None:
    until = time.monotonic() + PATIENCE
    while not condition():  # type: ignore[operator]
        assert time.monotonic() < until
        time.sleep(0.05)


POST = "POST / HTTP/1.1\nHost: x\nContent-Type: application/x-www-form-urlencoded\nContent-Length: {}\n\n"
SESSION = "abcdefghij0123456789klmnopqrstuv"
UPLOAD = f"POST /admin/images/add/ HTTP/1.1\nHost: x\nCookie: c=x; s={SESSION}\nContent-Length: {{}}\n\n"
NOTICES = "POST /anymail/brevo/tracking/ HTTP/1.1\nHost: x\nContent-Length: {}\n\n"


def test_two_hundred_slow_writers_and_two_hundred_slow_readers_cost_a_visitor_nothing(site: Site) -> None:
    with ExitStack() as held:
        writers = [held.enter_context(site.connect(POST.format(1000) + "q=a")) for _ in range(200)]
        readers = [
            held.enter_context(site.connect(f"GET {path} HTTP/1.1\nHost: x\n\n", little=True))
            for path in ("/film", "/long")
            for _ in range(100)
        ]
        for reader in readers:
            assert reader.recv(1)
        asked = time.monotonic()
        for number in range(20):
            for connection in writers[number::20]:
                connection.sendall(b"b")
            site.get()
        lasted = time.monotonic() - asked
        for reader in readers:
            assert reader.recv(1), "A slow reader was dropped."

    # All of them still hold on: a server that waits for any of them would not have answered once.
    assert lasted < PATIENCE


def test_nothing_that_a_visitor_sends_is_ever_in_a_file(site: Site, tmp_path: Path) -> None:
    temporary = tmp_path / "temporary"

    def open_files() -> set[str]:
        found = set()
        for pid in site.children():
            for link in Path(f"/proc/{pid}/fd").iterdir():
                with suppress(OSError):
                    found.add(str(link.readlink()))
        return {name for name in found if str(temporary) in name or "/tmp" in name}

    def holds_a_file(head: str, sent: int) -> bool:
        with site.connect(head + "a" * sent):
            site.get()
            seen = False
            for _ in range(10):
                seen = seen or bool(open_files() - before)
                time.sleep(0.02)
            return seen

    before = open_files()
    assert holds_a_file(UPLOAD.format(900_000), 800_000), "It would not be seen."

    before = open_files()
    for length in (1_000, 200_000, 900_000, 3_000_000):
        assert not holds_a_file(POST.format(length), length - 1)
    assert not holds_a_file(NOTICES.format(900_000), 800_000)
    assert not holds_a_file(UPLOAD.format(900_000).replace(SESSION, "1"), 800_000)
    chunked = "POST / HTTP/1.1\nHost: x\nTransfer-Encoding: chunked\n\nDBBA0\n"
    assert not holds_a_file(chunked, 899_999)


def arriving(head: str, sent: int = 0) -> Parser:
    """Return a request of which the head and `sent` bytes of the body have come in."""
    parser = Parser(adjustments(1))
    data = head.replace("\n", "\r\n").encode()
    while data := data[parser.received(data) :]:
        pass
    while sent > 0 and not parser.completed:
        parser.received(b"a" * min(sent, 8192))
        sent -= 8192
    return parser


def is_in_a_file(parser: Parser) -> bool:
    return bool(parser.body_rcv.getbuf().overflowed)


def test_the_cookie_of_an_upload_is_one_that_a_session_could_have() -> None:
    assert is_in_a_file(arriving(UPLOAD.format(900_000), 800_000))

    for cookie in ("1", SESSION + "a", SESSION[1:], SESSION.upper(), f"1; as={SESSION}"):
        assert not is_in_a_file(arriving(UPLOAD.format(900_000).replace(SESSION, cookie), 800_000))


def test_notices_of_a_provider_may_be_larger_than_a_form_where_they_are_read(settings: Any) -> None:
    assert not is_in_a_file(arriving(NOTICES.format(900_000), 800_000))
    settings.ANYMAIL = {"WEBHOOK_SECRET": "a:b"}

    assert is_in_a_file(arriving(NOTICES.format(900_000), 800_000))
    assert arriving(NOTICES.format(5_000_000)).error.code == 413


def test_all_uploads_of_a_process_together_have_room_for_two_of_the_largest(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gc.collect()
    monkeypatch.setattr("amaranta.server.parser.MOST_UPLOADS", 4_000_000)
    held = [arriving(UPLOAD.format(2_000_000), 1_200_000) for _ in range(2)]

    assert not any(upload.error for upload in held)
    # Told before it sends anything, and not invited to.
    refused = arriving(UPLOAD.format(2_000_000).replace("Host", "Expect: 100-continue\nHost"))
    assert (refused.error.code, refused.expect_continue) == (503, False)
    assert "troppi file insieme" in bare_answer(503)[1].decode()
    chunked = UPLOAD.replace("Content-Length: {}", "Transfer-Encoding: chunked") + "F00000\n"
    growing = arriving(chunked, 2_000_000)
    assert growing.error.code == 503
    assert growing.body_rcv.getbuf().buf.file.closed
    assert not arriving(UPLOAD.format(900_000), 800_000).error

    held.pop().close()
    assert not arriving(UPLOAD.format(2_000_000), 1_200_000).error
    del held
    assert not arriving(UPLOAD.format(3_500_000), 3_000_000).error


def test_a_body_that_breaks_off_never_reaches_the_site(site: Site) -> None:
    assert " 1000 " in site.ask(POST.format(1000) + "a" * 1000)

    assert site.ask(POST.format(1000) + "a" * 999) == ""
    assert "200 OK" not in site.ask("POST / HTTP/1.1\nHost: x\nTransfer-Encoding: chunked\n\n5\nabc")


def test_a_body_larger_than_any_form_arrives_as_nothing_that_could_be_taken_for_it(site: Site) -> None:
    answer = site.ask(POST.format(300_000) + "a" * 300_000)

    assert answer.startswith("HTTP/1.1 400")
    assert 'href="tel:112"' in answer


def test_a_header_with_an_underscore_does_not_pass_for_the_one_with_a_hyphen(site: Site) -> None:
    head = "GET / HTTP/1.1\nHost: x\nSec-Fetch-Site: cross-site\nConnection: close\n"
    assert site.ask(f"{head}\n").endswith(" cross-site")

    assert site.ask(f"{head}Sec_Fetch_Site: same-origin\n\n").endswith(" cross-site")


@pytest.mark.parametrize(
    "text",
    [
        "no request at all\n\n",
        "GET / HTTP/1.1\nHost: x\nbad header\n\n",
        "POST / HTTP/1.1\nHost: x\nContent-Length: x\n\n",
        "POST / HTTP/1.1\nHost: x\nTransfer-Encoding: gzip\n\n",
        "GET / HTTP/1.1\nHost: x\nX: " + "a" * 40_000 + "\n\n",
        "GET /raise HTTP/1.1\nHost: x\nConnection: close\n\n",
        "POST / HTTP/1.1\nHost: x\nContent-Length: " + "9" * 5000 + "\n\n",
        "POST / HTTP/1.1\nHost: x\nContent-Length: 5000000\n\n" + "a" * 400_000,
    ],
    ids=["words", "header", "length", "coding", "large", "error", "long-number", "body"],
)
def test_what_no_page_can_be_made_for_is_answered_with_the_numbers_and_our_headers(
    site: Site, tmp_path: Path, text: str
) -> None:
    answer = site.ask(text)

    assert int(answer.split()[1]) >= HTTPStatus.BAD_REQUEST
    assert 'href="tel:112"' in answer
    assert 'href="tel:1522"' in answer
    assert "Content-Security-Policy: default-src 'none'" in answer
    assert "Cache-Control: no-store" in answer
    written = (tmp_path / "log").read_text()
    assert "secret" not in written
    assert "127.0.0.1" not in written


@pytest.mark.parametrize("coding", ["gzip", "identity", "gzip, chunked", "x"])
def test_a_transfer_coding_that_the_server_does_not_know_is_answered_as_rfc_9112_says(coding: str) -> None:
    assert arriving(f"POST / HTTP/1.1\nHost: x\nTransfer-Encoding: {coding}\n\n").error.code == 501


def test_a_process_that_was_killed_is_replaced_and_the_site_stays_up(site: Site) -> None:
    before = site.children()
    victim = min(before)
    os.kill(victim, signal.SIGKILL)

    assert site.get()
    wait_until(lambda: len(site.children() - {victim}) == len(before))
    assert site.get()


def test_a_server_that_has_only_begun_ends_when_it_is_asked_to(tmp_path: Path) -> None:
    for _ in range(5):
        process = start(tmp_path, free_port())
        site = Site(0, process)
        wait_until(lambda site=site: site.children())
        process.terminate()
        assert process.wait(LAST_SECONDS - 10) == 0


def test_what_is_under_way_is_finished_when_the_server_is_asked_to_end(site: Site) -> None:
    with site.connect("GET /slow HTTP/1.1\nHost: x\nConnection: close\n\n") as slow:
        with site.connect("GET /long HTTP/1.1\nHost: x\nConnection: close\n\n", little=True) as long:
            time.sleep(0.5)
            site.process.terminate()
            received = 0
            while part := long.recv(1_000_000):
                received += len(part)
        assert slow.recv(100).startswith(b"HTTP/1.1 200")

    assert received > 8_000_000
    assert site.process.wait(PATIENCE) == 0
    with pytest.raises(OSError):
        site.get()


def test_no_process_outlives_the_parent(site: Site) -> None:
    children = site.children()
    assert len(children) == 2

    site.process.kill()

    wait_until(lambda: not any(is_running(pid) for pid in children))


def is_running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.mark.parametrize(
    ("command", "variable"),
    [
        (["serve"], "AMARANTA_PORT"),
        (["mailbox"], "AMARANTA_SMTP_PORT"),
        (["mailbox"], "AMARANTA_MAILBOX_PORT"),
    ],
    ids=["web", "mail", "viewer"],
)
def test_a_port_that_is_used_is_told_in_a_sentence_with_the_variable_that_moves_it(
    tmp_path: Path, command: list[str], variable: str
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        ports = {
            "AMARANTA_PORT": free_port(),
            "AMARANTA_SMTP_PORT": free_port(),
            "AMARANTA_MAILBOX_PORT": free_port(),
        }
        ports[variable] = taken.getsockname()[1]
        done = subprocess.run(
            [sys.executable, "manage.py", *command],
            cwd=ROOT,
            env={
                **os.environ,
                "AMARANTA_VAR": str(tmp_path),
                "DJANGO_SETTINGS_MODULE": "amaranta.settings.dev",
            }
            | {name: str(port) for name, port in ports.items()},
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )

    assert done.returncode == 1
    assert variable in done.stderr
    assert f":{ports[variable]} " in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
