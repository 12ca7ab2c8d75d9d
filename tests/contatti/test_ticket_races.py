"""A ticket is good for one request also when eight arrive at the same moment, on either database."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.contatti.smtp import free_port
from tests.deployment import Deployment

RACE = """
import threading
from django.db import connections
from tests.contatti.desks import DeskMaker
from amaranta.demo.home import build_home
from contatti.sealed.models import OutboxItem, TicketUsed
from contatti.sealed.storing import storing
from servizi.models import DeskPage
desk = DeskPage.objects.first() or DeskMaker(build_home()).open("Primo")
gate, found = threading.Barrier(8), []
def run(number):
    gate.wait()
    try:
        with storing():
            _, created = OutboxItem.objects.accept(desk.mailbox, b"0", {key}, {mark})
        found.append("stored" if created else "known")
    except TicketUsed:
        found.append("used")
    finally:
        connections.close_all()
threads = [threading.Thread(target=run, args=(number,)) for number in range(8)]
for thread in threads: thread.start()
for thread in threads: thread.join()
answer = [sorted(found), OutboxItem.objects.count()]
"""


@pytest.fixture(params=["new_sqlite", pytest.param("new_postgres", marks=pytest.mark.postgres)])
def deployment(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Deployment]:
    deployment = Deployment(request.getfixturevalue(request.param)(tmp_path), free_port(), tmp_path)
    yield deployment
    deployment.stop()


def test_of_eight_contents_under_one_ticket_one_is_stored_and_of_eight_repeats_none_is_refused(
    deployment: Deployment,
) -> None:
    different = RACE.format(key="bytes([number]) * 32", mark="b'm' * 32")
    equal = RACE.format(key="b'k' * 32", mark="b'n' * 32")
    tickets = RACE.format(key="bytes([50 + number]) * 32", mark="bytes([90 + number]) * 32")

    assert deployment.python(different) == [["stored", *["used"] * 7], 1]
    assert deployment.python(equal) == [[*["known"] * 7, "stored"], 2]
    assert deployment.python(tickets) == [["stored"] * 8, 10]
