"""A tiny site on the real web server, and a person who holds on to her connection."""

import os
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[3]
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


def answers(site: Site) -> bool:
    with suppress(OSError):
        return bool(site.get())
    return False


def wait_until(condition: object) -> None:
    until = time.monotonic() + PATIENCE
    while not condition():  # type: ignore[operator]
        assert time.monotonic() < until
        time.sleep(0.05)
