"""What a warm visit to the directory asks of the database."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from amaranta.demo.crowd import build_crowd
from amaranta.demo.desks import build_comuni
from amaranta.demo.partners import build_partner_index, build_section, build_shelter
from home.models import HomePage

BUDGET = 8


@pytest.mark.parametrize("number", [10, 1000])
def test_eight_queries_are_enough_for_ten_partners_and_for_a_thousand(
    client: Client, home: HomePage, number: int
) -> None:
    index = build_partner_index(home)
    section = build_section(index, build_comuni()["Bresso"])
    build_crowd(section, number)
    shelter = build_shelter(index)

    for address in (
        "/rete/",
        "/rete/?comune=bresso&servizio=ascolto&lingua=it&tipo=comune&q=ente",
        f"/rete/?pagina={number // 20}",
        "/rete/bresso/e-folla-7/",
        shelter.url,
    ):
        client.get(address)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(address).status_code == 200
        assert len(captured) <= BUDGET, (address, [query["sql"] for query in captured.captured_queries])
