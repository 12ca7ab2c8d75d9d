"""What the directory costs with 10 and with 1,000 partners: processor time and queries of a warm visit.

Run with `python -m bench.directory`. Uses a throw-away database; prints medians and their ratio.
"""

import os
import statistics
import tempfile
import time
from pathlib import Path

from .rows import Row, tell

VISITS = 30
SIZES = (10, 1000)
ADDRESSES = (
    "/rete/?x=1",
    "/rete/?comune=bresso&lingua=it&x=1",
    "/rete/?q=frase",
    "/rete/bresso/e-folla-1/?x=1",
)
"""With a parameter that means nothing, of which no page is kept."""
MOST_GROWTH = 1.3


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "amaranta.settings.dev")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["AMARANTA_VAR"] = folder
        os.environ["DATABASE_URL"] = f"sqlite:///{Path(folder) / 'bench.sqlite3'}"
        costs = measure()
    for address in ADDRESSES:
        few, many = (costs[address, size] for size in SIZES)
        assert few[1] == many[1]
        tell(
            [
                Row(f"{address} with {SIZES[0]} partners", few[0], "ms"),
                Row(f"{address}, {SIZES[1]} against {SIZES[0]}", many[0] / few[0], "x", MOST_GROWTH),
            ]
        )


def measure() -> dict[tuple[str, int], tuple[float, int]]:
    """Return milliseconds of processor time and queries by address and size."""
    import logging

    import django

    django.setup()
    logging.disable(logging.INFO)
    from django.core.management import call_command

    from amaranta.demo.crowd import build_crowd
    from amaranta.demo.desks import build_comuni
    from amaranta.demo.home import build_home
    from amaranta.demo.partners import build_partner_index, build_section

    call_command("migrate", verbosity=0)
    index = build_partner_index(build_home())
    section = build_section(index, build_comuni()["Bresso"])
    costs = {}
    for size in SIZES:
        section.get_children().delete()
        section.refresh_from_db()
        build_crowd(section, size)
        costs |= {(address, size): cost(address) for address in ADDRESSES}
    return costs


def cost(address: str) -> tuple[float, int]:
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(headers={"host": "localhost"})
    assert client.get(address).status_code == 200
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
        queries = len(captured)
    times = []
    for _visit in range(VISITS):
        started = time.process_time()
        client.get(address)
        times.append(time.process_time() - started)
    return statistics.median(times) * 1000, queries


if __name__ == "__main__":
    main()
