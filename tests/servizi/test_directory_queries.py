"""What a warm visit to the directory asks of the database."""

from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from amaranta.demo.crowd import build_crowd
from amaranta.demo.desks import build_comuni
from amaranta.demo.partners import build_partner_index, build_section, build_shelter
from home.models import HomePage

from .directory_site import Directory

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


def test_a_logo_is_drawn_when_the_partner_is_published_and_costs_a_visit_no_more(
    client: Client, directory: Directory, settings: Any, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path
    page = directory.lawyers
    page.logo = get_image_model().objects.create(title="Logo", file=get_test_image_file())
    page.save_revision().publish()
    drawn = page.logo.renditions.count()
    assert drawn

    client.get(page.url)
    with CaptureQueriesContext(connection) as captured:
        html = client.get(page.url).content.decode()
    assert 'class="logo"' in html
    assert len(captured) <= BUDGET
    assert page.logo.renditions.count() == drawn
