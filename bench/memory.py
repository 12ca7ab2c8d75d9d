"""Memory of a web process and of a worker after a day's work: every page, some hundred requests delivered."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller

from . import intake
from .client import request_bytes, run_load
from .demonstration import demonstration
from .rows import Row, tell
from .server import ROOT, Server, free_port, megabytes, processes, run

REQUESTS, ROUNDS = 400, 3
MOST = 120
"""Megabytes."""
PATIENCE = 300
"""Seconds until everything is delivered."""


class Sink:
    """A mail server that takes everything."""

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        return "250 OK"


def visit(server: Server) -> None:
    """Ask for every page, in each encoding, kept and drawn."""
    from wagtail.models import Page

    paths = [page.get_url() for page in Page.objects.live().filter(depth__gt=1).specific()]
    asked = [path for path in paths if path and path.startswith("/")]
    for _round in range(ROUNDS):
        for encoding in ("br", "gzip", "identity"):
            for end in ("", "?x=1"):
                posts = [request_bytes("GET", path + end, server.port) for path in asked]
                swap = f"Accept-Encoding: {encoding}".encode()
                run_load(
                    server.port, iter([post.replace(b"Accept-Encoding: gzip", swap) for post in posts]), 4
                )


def measure() -> None:
    """Print both."""
    from contatti.sealed.models import OutboxItem, OutboxState

    intake.SECONDS_EACH = 10_000
    intake.EXPECTED_RATE = 1
    bodies = intake.prepare()[:REQUESTS]
    time.sleep(4)
    with Server(
        "amaranta.wsgi:application", ROOT, dict(os.environ), intake.WORKERS, intake.THREADS
    ) as server:
        worker = subprocess.Popen(
            [sys.executable, "manage.py", "worker"], cwd=ROOT, stderr=subprocess.DEVNULL
        )
        try:
            visit(server)
            intake.load_of(server, bodies, 4)
            until = time.monotonic() + PATIENCE
            waiting = OutboxItem.objects.exclude(state=OutboxState.SENT)
            while waiting.exists() and time.monotonic() < until:
                time.sleep(1)
            family = [pid for pid, fields in processes() if int(fields[1]) == worker.pid]
            rows = [
                Row("requests not delivered", waiting.count(), "", 0),
                Row("a web process", server.largest_process(), "MB", MOST),
                Row("a worker", max(megabytes(pid) for pid in [worker.pid, *family]), "MB", MOST),
            ]
        finally:
            worker.terminate()
            worker.wait()
    tell(rows)


def main() -> None:
    """Measure with the demonstration, and a mail server that takes everything."""
    smtp = free_port()
    controller = Controller(Sink(), hostname="127.0.0.1", port=smtp, data_size_limit=2**20)
    controller.start()
    with tempfile.TemporaryDirectory() as folder:
        more = {"AMARANTA_SMTP_PORT": str(smtp), "AMARANTA_HOURLY_LIMIT": intake.NO_LIMIT}
        ours = demonstration(Path(folder) / "var", **more)
        run(ours, "from bench.memory import measure; measure()")
    controller.stop()


if __name__ == "__main__":
    main()
