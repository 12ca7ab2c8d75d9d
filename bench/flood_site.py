"""An installation to flood: web server, worker, a mail server that takes everything, nginx in front."""

import logging
import os
import re
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from aiosmtpd.controller import Controller

from tests.nginx import nginx

from .server import ROOT, Server, free_port, our_environment

SECRET = "only-for-development-" + "x" * 40


@dataclass
class Mailbox:
    """Takes every mail, and keeps when it came."""

    seen: dict[str, float] = field(default_factory=dict)

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        for line in envelope.content[:4000].decode("latin-1").splitlines():
            if line.lower().startswith("message-id:"):
                self.seen[line.split("<")[1].split("@")[0].replace("-", "")] = time.monotonic()
        return "250 OK"


@dataclass
class Site:
    """What the clients and the scenes ask of an installation."""

    folder: Path
    port: int
    mailbox: Mailbox

    def ask(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        with sqlite3.connect(
            f"file:{self.folder}/amaranta.sqlite3?mode=ro", uri=True, timeout=30
        ) as database:
            return database.execute(query, values).fetchall()

    def held(self, lane: str) -> int:
        rows = self.ask("SELECT held FROM sealed_lanestore WHERE lane = ?", lane)
        return int(rows[0][0]) if rows else 0

    def counts(self) -> str:
        """Return how many were accepted, and how many each lane holds."""
        [(accepted,)] = self.ask("SELECT count(*) FROM sealed_outboxitem")
        lanes = self.ask("SELECT lane, held FROM sealed_lanestore ORDER BY lane")
        held = ", ".join(f"{lane} {number}" for lane, number in lanes)
        return f"{accepted} accepted, {len(self.mailbox.seen)} in the mailbox; held: {held or 'none'}"

    def alarm(self) -> bool:
        """Tell whether the worker's look, twice a minute, has found what is held."""
        until = time.monotonic() + 45
        while time.monotonic() < until:
            if self.ask("SELECT 1 FROM sealed_alarm WHERE kind = 'held'"):
                return True
            time.sleep(1)
        return False

    def key_of(self, submission_key: bytes) -> str:
        """Return the primary key of a request, as Message-IDs begin with it."""
        rows = self.ask("SELECT id FROM sealed_outboxitem WHERE submission_key = ?", submission_key)
        return str(rows[0][0])

    def form_is_open(self) -> bool:
        with urlopen(f"http://127.0.0.1:{self.port}/scrivi/", timeout=30) as page:
            found = re.search(r'href="(/scrivi/[0-9]+/)"', page.read().decode())
        if found is None:
            return False
        with urlopen(f"http://127.0.0.1:{self.port}{found[1]}", timeout=30) as page:
            return 'name="t"' in page.read().decode()

    def bound(self) -> str:
        """Return the bytes that the settings allow, and how many rows those are."""
        from contatti.sealed.conf import sealed_settings
        from contatti.sealed.envelope import MAX_ENVELOPE_BYTES
        from contatti.sealed.models import Lane

        held = sum(sealed_settings.lane_bytes(lane) for lane in Lane)
        hourly = sealed_settings.HOURLY_LIMIT + sum(sealed_settings.lane_rate(lane) for lane in Lane)
        day = hourly * 24 * MAX_ENVELOPE_BYTES
        return (
            f"held at most {held / 2**30:.2f} GiB ({held // 5000} requests of 5 kB, "
            f"{held // MAX_ENVELOPE_BYTES} of the largest); "
            f"{hourly:.0f} leave in an hour at most, {day / 2**20:.0f} MiB a day if all are the largest"
        )


@contextmanager
def sites(folder: Path, *, proxy: bool, **settings: str) -> Iterator[Site]:
    """Run everything that delivers and serves; with a `proxy`, clients reach nginx."""
    mailbox = Mailbox()
    smtp = free_port()
    environment = our_environment(folder, AMARANTA_SMTP_PORT=str(smtp), **settings)
    for name in [name for name in os.environ if name.startswith("AMARANTA_LANE_")]:
        del os.environ[name]  # of the scene before
    os.environ.update(environment)
    _set_up()
    with ExitStack() as stack:
        controller = Controller(mailbox, hostname="127.0.0.1", port=smtp, data_size_limit=2**20)
        controller.start()
        stack.callback(controller.stop)
        worker = subprocess.Popen(
            [sys.executable, "manage.py", "worker"], cwd=ROOT, env={**os.environ, **environment},
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        stack.callback(worker.wait)
        stack.callback(worker.terminate)
        server = stack.enter_context(Server("amaranta.wsgi:application", ROOT, environment, 2, 4))
        port = server.port
        if proxy:
            port = free_port()
            (folder / "nginx").mkdir()
            stack.enter_context(nginx(folder / "nginx", port, server.port))
        _turn_to(folder)
        yield Site(folder, port, mailbox)


def _set_up() -> None:
    """Make Django ready in this process, once: what it asks for follows in _turn_to()."""
    if str(ROOT / "site") not in sys.path:
        sys.path.append(str(ROOT / "site"))
    import django

    django.setup()
    logging.getLogger("mail.log").setLevel(logging.WARNING)


def _turn_to(folder: Path) -> None:
    """Ask another installation's database from now on."""
    from django.db import connections

    connections.close_all()
    connections["default"].settings_dict["NAME"] = str(folder / "amaranta.sqlite3")
