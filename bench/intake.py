"""Accepted requests a second, durably stored, with envelopes made beforehand.

The server as documented, SQLite with an fsync for every request, the demonstration's first desk with two
operators' certificates. The clients run on the same processors as the server.
"""

import os
import sys
import tempfile
import time
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

from .client import Load, request_bytes, run_load
from .pages import manage
from .rows import Row, tell
from .server import ROOT, Server, our_environment

CLIENTS = (1, 8, 32)
SECONDS_EACH = 5
WORKERS, THREADS = 2, 4
"""As `manage.py serve` has them."""
AIMED_AT, LEAST_RATE, MOST_WAIT = 8, 500, 100
EXPECTED_RATE = 900
TEXT = "Vorrei un appuntamento, se possibile la mattina. " * 12


def prepare(environment: dict[str, str]) -> list[bytes]:
    """Build the demonstration, lift its budgets, and return the bodies of posts, each with its own ticket."""
    manage(ROOT, environment, "migrate", "-v", "0")
    manage(ROOT, environment, "demo")
    os.environ.update(environment)
    sys.path.append(str(ROOT / "site"))
    import django

    django.setup()
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
    count = EXPECTED_RATE * SECONDS_EACH * len(CLIENTS)
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


def measure(server: Server, bodies: list[bytes], clients: int) -> Load:
    """Send for SECONDS_EACH. Raises ValueError if any request was not accepted."""
    load = run_load(server.port, requests(bodies, server.port, time.perf_counter() + SECONDS_EACH), clients)
    if set(load.statuses) != {200}:
        raise ValueError(f"Not all were accepted: {load.statuses}")
    return load


def rows_of(clients: int, load: Load, spent: float) -> list[Row]:
    rate, wait = (LEAST_RATE, MOST_WAIT) if clients == AIMED_AT else (None, None)
    return [
        Row(f"{clients} clients, accepted", load.rate(), "/s", rate, at_least=True),
        Row(f"{clients} clients, p50", load.percentile(0.5), "ms"),
        Row(f"{clients} clients, p99", load.percentile(0.99), "ms", wait),
        Row(f"{clients} clients, processor time", spent * 1000, "ms"),
    ]


def main() -> None:
    """Print the rate and the latencies for each number of clients."""
    with tempfile.TemporaryDirectory() as folder:
        ours = our_environment(Path(folder) / "var", AMARANTA_HOURLY_LIMIT="1000000")
        bodies = prepare(ours)
        time.sleep(4)  # a ticket is good after three seconds
        with Server("amaranta.wsgi:application", ROOT, ours, WORKERS, THREADS) as server:
            for clients in CLIENTS:
                before = server.processor_seconds()
                load = measure(server, bodies, clients)
                spent = (server.processor_seconds() - before) / len(load.latencies)
                tell(rows_of(clients, load, spent))


if __name__ == "__main__":
    main()
