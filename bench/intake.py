"""Accepted requests a second, durably stored, on SQLite and on PostgreSQL, with envelopes made beforehand.

The server as documented, a commit and an fsync for every request, the demonstration's first desk with two
operators' certificates. The clients and PostgreSQL run on the same processors as the server, so the processor
time of all three is told: what two processors could take at most, with nobody else on them, follows from it.
"""

import os
import tempfile
import time
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

from .client import Load, request_bytes, run_load
from .demonstration import demonstration
from .rows import Row, tell
from .server import ROOT, TICK, Server, databases, our_environment, run, ticks_of

CLIENTS = (1, 8, 32)
SECONDS_EACH = 5
WORKERS, THREADS = 2, 4
"""As `manage.py serve` has them."""
AIMED_AT, LEAST_RATE, MOST_WAIT = 8, 500, 100
EXPECTED_RATE = 1100
PROCESSORS = 2
MOST_BODIES = 20_000
NO_LIMIT = "1000000"
TEXT = "Vorrei un appuntamento, se possibile la mattina. " * 12


def prepare() -> list[bytes]:
    """Lift the demonstration's budgets, and return the bodies of posts, each with its own ticket."""
    from django.utils import timezone

    from contatti.availability import desk_availabilities
    from contatti.contact_form.definition import TICKET
    from contatti.contact_form.questions import DESK
    from contatti.contact_form.ticket import issue
    from contatti.models import ContactPage, DeskMailbox
    from contatti.receiving.receive import ATTEMPT, ENVELOPE
    from contatti.sealed.envelope import seal
    from home.once import END

    DeskMailbox.objects.update(hourly_limit=1_000_000)
    page = ContactPage.objects.get(locale__language_code="it")
    open_desk = next(each for each in desk_availabilities(timezone.now()) if each.is_open)
    count = min(EXPECTED_RATE * SECONDS_EACH * len(CLIENTS), MOST_BODIES)
    envelopes = [
        urlsafe_b64encode(seal(TEXT, open_desk.certificates)).decode().rstrip("=") for _ in range(200)
    ]
    return [
        urlencode(
            {
                TICKET: issue(page.pk),
                ATTEMPT: str(number),
                DESK.name: open_desk.desk.pk,
                ENVELOPE: envelopes[number % len(envelopes)],
                END: "1",
            }
        ).encode()
        for number in range(count)
    ]


def requests(bodies: list[bytes], port: int, until: float) -> Iterator[bytes]:
    """Yield posts until the time is over."""
    while bodies and time.perf_counter() < until:
        yield request_bytes(
            "POST",
            "/invia/",
            port,
            bodies.pop(),
            Content_Type="application/x-www-form-urlencoded",
            Origin=f"http://localhost:{port}",
            Sec_Fetch_Site="same-origin",
        )


def load_of(server: Server, bodies: list[bytes], clients: int) -> Load:
    """Send for SECONDS_EACH. Raises ValueError if any request was not accepted."""
    load = run_load(server.port, requests(bodies, server.port, time.perf_counter() + SECONDS_EACH), clients)
    if set(load.statuses) != {200}:
        raise ValueError(f"Not all were accepted: {load.statuses}")
    return load


def database_seconds() -> float:
    """Return processor time of the PostgreSQL that is used; 0 for SQLite, which is in the server."""
    from django.db import connection

    if connection.vendor != "postgresql":
        return 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        own = Path(f"/proc/{cursor.fetchone()[0]}/stat").read_text()
    main_process = int(own.rsplit(")", 1)[1].split()[1])
    return ticks_of(lambda fields: int(fields[1]) == main_process) / TICK


def rows_of(words: str, is_aimed_at: bool, load: Load, spent: tuple[float, float, float]) -> list[Row]:
    rate, wait = (LEAST_RATE, MOST_WAIT) if is_aimed_at else (None, None)
    server, database, clients = (seconds / len(load.latencies) * 1000 for seconds in spent)
    together = server + database + clients
    return [
        Row(f"{words}, accepted", load.rate(), "/s", rate, at_least=True),
        Row(f"{words}, p50", load.percentile(0.5), "ms"),
        Row(f"{words}, p99", load.percentile(0.99), "ms", wait),
        Row(f"{words}, server's processor", server, "ms"),
        Row(f"{words}, PostgreSQL's processor", database, "ms"),
        Row(f"{words}, clients' processor", clients, "ms"),
        Row(f"{words}, two idle processors: at most", PROCESSORS * 1000 / together, "/s"),
    ]


def measure(vendor: str) -> None:
    """Print the rates and the latencies on one database."""
    bodies = prepare()
    time.sleep(4)  # a ticket is good after three seconds
    its = {name: os.environ[name] for name in ("DATABASE_URL",) if name in os.environ}
    ours = our_environment(Path(os.environ["AMARANTA_VAR"]), AMARANTA_HOURLY_LIMIT=NO_LIMIT, **its)
    with Server("amaranta.wsgi:application", ROOT, ours, WORKERS, THREADS) as server:
        for clients in CLIENTS:

            def seconds() -> tuple[float, float, float]:
                return server.processor_seconds(), database_seconds(), time.process_time()

            before = seconds()
            load = load_of(server, bodies, clients)
            first, second, third = (now - then for now, then in zip(seconds(), before, strict=True))
            words = f"{vendor}, {clients} clients"
            tell(rows_of(words, clients == AIMED_AT, load, (first, second, third)))


def main() -> None:
    """Measure on each database, with the demonstration."""
    with databases() as urls, tempfile.TemporaryDirectory() as folder:
        for vendor, url in urls.items():
            ours = demonstration(Path(folder) / vendor, AMARANTA_HOURLY_LIMIT=NO_LIMIT, **url)
            run(ours, f"from bench.intake import measure; measure({vendor!r})")


if __name__ == "__main__":
    main()
