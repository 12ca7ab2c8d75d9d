"""Cost of the pages of desks in queries, and the questions that the network answers."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from amaranta.demo.desks import build_desk, slot
from servizi.desks.open_now import open_now
from servizi.models import Comune, DeskIndexPage, DeskPage

BUDGET = 8


def queries(client: Client, address: str) -> list[str]:
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(address).status_code == 200
    return [query["sql"] for query in captured.captured_queries]


def add_desks(index: DeskIndexPage, comune: Comune, number: int) -> None:
    for each in range(number):
        build_desk(
            index, f"Spazio {each}", comune, hours=[slot("0", "09:00", "13:00")], comuni_served=[comune]
        )


@pytest.mark.parametrize("number", [3, 100])
def test_the_index_costs_the_same_for_three_desks_and_for_a_hundred(
    client: Client, index: DeskIndexPage, bollate: Comune, number: int
) -> None:
    add_desks(index, bollate, number)
    asked = queries(client, index.url)
    assert len(asked) <= BUDGET, asked
    # The index itself, its desks, the Comuni that they serve.
    assert len([sql for sql in asked if 'FROM "servizi_' in sql]) == 3


@pytest.mark.parametrize("number", [3, 100])
def test_a_desk_costs_the_same_beside_two_others_and_beside_ninety_nine(
    client: Client, index: DeskIndexPage, bollate: Comune, number: int
) -> None:
    add_desks(index, bollate, number)
    asked = queries(client, f"{index.url}spazio-1/")
    assert len(asked) <= BUDGET, asked
    # The desk with its Comune, the Comuni that it serves.
    assert len([sql for sql in asked if 'FROM "servizi_' in sql]) == 2


def test_the_network_answers_who_is_open_and_who_opens_next(desks: list[DeskPage]) -> None:
    monday_ten = datetime(2026, 11, 23, 9, tzinfo=UTC)
    now = open_now(monday_ten)
    assert [each.desk.slug for each in now.open] == [
        "cinisello-balsamo",
        "cesate",
    ]
    assert now.next
    assert now.next.desk.slug == "bresso"
    assert [each.phone["number"] for each in now.always_on] == ["000 0000003"]


def test_desks_are_asked_who_is_open_at_a_moment(desks: list[DeskPage]) -> None:
    tuesday_three = datetime(2026, 11, 24, 14, tzinfo=UTC)
    assert [desk.slug for desk in DeskPage.objects.live().open_at(tuesday_three)] == ["bresso"]


def test_with_no_desk_at_all_nobody_is_open_and_nobody_opens_next(index: DeskIndexPage) -> None:
    now = open_now(datetime(2026, 11, 23, 9, tzinfo=UTC))
    assert (now.open, now.next, now.always_on) == ([], None, ())
