"""Whether a page costs the same on a large site: processor time of a drawn page, before and after it grew.

The demonstration in a throw-away database, then 1,000 partners more, 10,000 pages, 100 desks. Each address is
asked for with a parameter that means nothing, of which no page is kept; the sitemap is asked for twice.
"""

import statistics
import tempfile
import time
from pathlib import Path

from .demonstration import demonstration
from .rows import Row, tell
from .server import run

VISITS = 15
PARTNERS, PAGES, DESKS = 1000, 10_000, 100
HOME, FORM = "/", "/scrivi/{}/"
OF_PARTNERS = ("/rete/", "/rete/?q=frase", "/rete/?comune=bresso&lingua=it")
OF_PAGES = (HOME, "/per-me/", "/per-me/capire/", "/rete/", "/materiali/feed.atom")
OF_DESKS = (HOME, "/sportelli/", "/scrivi/", FORM)
MOST_GROWTH = 1.3
MOST_KEPT = 10.0
"""Milliseconds of a kept sitemap of 1,000 addresses."""


def cost(address: str) -> float:
    """Return milliseconds of processor time of a warm visit. Raises ValueError unless it answers with 200."""
    from django.test import Client

    client = Client(headers={"host": "localhost"})
    address += "&x=1" if "?" in address else "?x=1"
    times = []
    for visit in range(VISITS + 3):
        started = time.process_time()
        answer = client.get(address)
        list(answer)
        if visit > 2:
            times.append(time.process_time() - started)
        if answer.status_code != 200:
            raise ValueError(f"{address} answered {answer.status_code}")
    return statistics.median(times) * 1000


def crowd(name: str, number: int) -> None:
    """Add partners, in a section of their own."""
    from django.db import transaction

    from amaranta.demo.crowd import build_crowd
    from amaranta.demo.partners import build_section
    from servizi.models import Comune, PartnerIndexPage

    with transaction.atomic():
        comune = Comune.objects.create(name=name, slug=name.lower())
        build_crowd(build_section(PartnerIndexPage.objects.get(locale__language_code="it"), comune), number)


def open_desks(number: int) -> None:
    """Bring the desks that take requests to that number."""
    from django.utils import timezone

    from contatti.availability import desk_availabilities
    from contatti.sealed.models import OperatorCertificate
    from servizi.models import Comune, DeskIndexPage, DeskPage
    from tests.contatti.desks import give_address, operator_key

    index = DeskIndexPage.objects.get(locale__language_code="it")
    comune = Comune.objects.earliest("pk")
    for each in range(number - len(desk_availabilities(timezone.now()))):
        desk = DeskPage(title=f"Desk {each}", slug=f"desk-{each}", comune=comune, intro="Un posto.")
        index.add_child(instance=desk)
        row = OperatorCertificate(mailbox=give_address(desk, f"desk{each}@example.org"), holder="operatrice")
        row.set_certificate(operator_key(each % 2)[1])
        row.count_as_proved(timezone.now())
        row.save()


def costs(addresses: tuple[str, ...]) -> dict[str, float]:
    from contatti.availability import offered_mailboxes

    first = offered_mailboxes()[0].deskmailbox.desk_id
    return {address: cost(address.format(first)) for address in addresses}


def compared(words: str, before: dict[str, float], addresses: tuple[str, ...]) -> list[Row]:
    now = costs(addresses)
    rows = []
    for address in addresses:
        name = address.replace("{}", "…")
        rows.append(Row(f"{name}, {words}", now[address] / before[address], "x", MOST_GROWTH))
    return rows


def sitemap_rows() -> list[Row]:
    """Return what a part of the sitemap costs when it is drawn, and when it is kept."""
    from django.test import Client

    client = Client(headers={"host": "localhost"})
    drawn = cost("/sitemap-1.xml")
    client.get("/sitemap-1.xml")
    started = time.process_time()
    for _visit in range(VISITS):
        size = client.get("/sitemap-1.xml").content.count(b"<url>")
    kept = (time.process_time() - started) / VISITS * 1000
    return [
        Row("a part of the sitemap, addresses", size, "", 1000),
        Row("drawn", drawn, "ms"),
        Row("kept", kept, "ms", MOST_KEPT),
    ]


def measure() -> None:
    before = costs(tuple({*OF_PARTNERS, *OF_PAGES, *OF_DESKS}))
    tell(
        [
            Row(f"{address.replace('{}', '…')} of the demonstration", ms, "ms")
            for address, ms in before.items()
        ]
    )
    crowd("Folla", PARTNERS)
    tell(compared(f"{PARTNERS:,} partners", before, OF_PARTNERS))
    crowd("Calca", PAGES - PARTNERS)
    tell([*compared(f"{PAGES:,} pages", before, OF_PAGES), *sitemap_rows()])
    again = costs(OF_DESKS)  # of as many pages, so that only the desks differ
    open_desks(DESKS)
    tell(compared(f"{DESKS} desks", again, OF_DESKS))


def main() -> None:
    """Print how each page grows."""
    with tempfile.TemporaryDirectory() as folder:
        run(demonstration(Path(folder) / "var"), "from bench.growth import measure; measure()")


if __name__ == "__main__":
    main()
