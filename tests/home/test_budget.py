"""What one visit costs: bytes on the wire, queries at the server. One budget for every page type."""

import gzip
import re

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from home.models import BasePage

# Ten segments of 1460 bytes arrive before the first acknowledgement (RFC 6928); the rest is for headers.
FIRST_WINDOW = 14_000
QUERIES = 8

Demo = dict[str, BasePage]


def test_a_first_visit_of_any_page_fits_one_initial_window_with_its_style_and_scripts(
    demo: Demo, client: Client
) -> None:
    for address in [*demo, "/cerca/", "/non-esiste/"]:
        body = client.get(address).content
        assert not re.search(rb'<script[^>]+src=|<link[^>]+rel="stylesheet"', body), address
        assert len(gzip.compress(body, 6)) <= FIRST_WINDOW, address


def test_a_warm_page_asks_the_database_at_most_eight_times(demo: Demo, client: Client) -> None:
    client.get("/")
    costs: dict[str, int] = {}
    for address in demo:
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        costs[address] = len(queries)

    assert {address: cost for address, cost in costs.items() if cost > QUERIES} == {}
