"""Whose turn it is: desks alternate, one request of each at a time, and nobody starves."""

import re
import uuid
from collections import Counter
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from contatti.sealed.models import OutboxItem, OutboxState
from contatti.sealed.tasks.claims import Turns, claim
from servizi.models import DeskPage
from tests.contatti.desks import DeskMaker

HOUR = timedelta(hours=1)
SOON = timezone.now() + timedelta(minutes=5)


@pytest.fixture
def three(desks: DeskMaker) -> list[DeskPage]:
    return [desks.open(name) for name in ("Primo", "Secondo", "Terzo")]


def store(desk: DeskPage, number: int, **changes: object) -> None:
    for _ in range(number):
        item, _ = OutboxItem.objects.accept(desk.mailbox, b"0", uuid.uuid4().bytes * 2)
        OutboxItem.objects.filter(pk=item.pk).update(**changes)


def served(turns: Turns, number: int) -> list[str]:
    """Return whose requests were taken, each settled before the next."""
    names = []
    for _ in range(number):
        item = claim(timezone.now(), turns)
        assert item is not None
        names.append(item.mailbox.name)
        OutboxItem.objects.filter(pk=item.pk).update(state=OutboxState.SENT)
    return names


def test_a_flood_of_older_requests_for_one_desk_leaves_the_others_their_turns(three: list[DeskPage]) -> None:
    store(three[0], 30, next_attempt_at=timezone.now() - 5 * HOUR)
    store(three[1], 3)
    store(three[2], 3)

    assert Counter(served(Turns(), 9)) == {"Primo": 3, "Secondo": 3, "Terzo": 3}


def test_what_failed_is_not_starved_by_what_is_fresh(three: list[DeskPage]) -> None:
    store(three[0], 30)
    store(three[1], 1, attempts=3)

    assert "Secondo" in served(Turns(), 5)
    assert served(Turns(), 1) == ["Primo"]


def test_one_request_of_a_desk_is_under_way_at_a_time_whichever_worker_asks(three: list[DeskPage]) -> None:
    for desk in three:
        store(desk, 2)
    taken = [claim(timezone.now(), Turns()) for _ in range(4)]

    assert sorted(item.mailbox.name for item in taken if item) == ["Primo", "Secondo", "Terzo"]
    assert taken[3] is None


def test_a_crowded_domain_waits_while_another_goes(three: list[DeskPage]) -> None:
    store(three[0], 1)
    store(three[1], 1)
    three[1].mailbox.address = "secondo@altro.example"
    three[1].mailbox.save()

    item = claim(timezone.now(), Turns(), crowded=["example.org"])
    assert item is not None
    assert item.mailbox.name == three[1].title
    assert claim(timezone.now(), Turns(), crowded=["example.org"]) is None


@pytest.mark.parametrize("changes", [{}, {"attempts": 3}, {"attempts": 3, "next_attempt_at": SOON}])
def test_a_claim_sorts_and_scans_nothing_however_many_wait(
    three: list[DeskPage], changes: dict[str, object]
) -> None:
    """On PostgreSQL the planner reads a small table as a whole; bench.waiting measures both."""
    store(three[0], 3, **changes)
    store(three[0], 1)
    with CaptureQueriesContext(connection) as looked:
        claim(timezone.now())
    if connection.vendor != "sqlite":
        return
    plans = []
    with connection.cursor() as cursor:
        for query in looked:
            if query["sql"].startswith("SELECT") and "sealed_outboxitem" in query["sql"]:
                plans += cursor.execute(f"EXPLAIN QUERY PLAN {query['sql']}").fetchall()
    steps = [step for *_, step in plans]
    assert any("outbox_fresh" in step for step in steps)
    assert any("outbox_leased" in step for step in steps)
    assert not [step for step in steps if "TEMP B-TREE" in step or re.search("SCAN (U.|sealed_o)", step)]
