"""What public pages and the site itself say to machines of others, beside each page's own linked data."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
import time_machine
from django.conf import LazySettings
from django.conf import settings as site_settings
from django.test import Client
from PIL import Image

from home.models import HelpPage, HomePage, InformationPage

from .vocabulary import faults, told_by

pytestmark = pytest.mark.django_db


@pytest.fixture
def deep(home: HomePage) -> InformationPage:
    """Return a public page below another."""
    above = home.add_child(instance=InformationPage(title="La rete", slug="rete", search_description="Chi."))
    page: InformationPage = above.add_child(
        instance=InformationPage(title="Stampa", slug="stampa", search_description="Contatti.")
    )
    return page


def test_a_public_page_tells_the_way_to_it_and_a_help_page_none(
    deep: InformationPage, home: HomePage, client: Client
) -> None:
    crumbs = next(
        data for data in told_by(client.get(deep.url).content.decode()) if data["@type"] == "BreadcrumbList"
    )
    assert not faults(crumbs)
    assert [(each["name"], each["item"]["@id"]) for each in crumbs["itemListElement"]] == [
        ("Amaranta", "http://testserver/"),
        ("La rete", "http://testserver/rete/"),
        ("Stampa", "http://testserver/rete/stampa/"),
    ]

    help_page = home.add_child(instance=HelpPage(title="Capire", slug="capire"))
    assert told_by(client.get(help_page.url).content.decode()) == []


def test_a_public_page_is_shared_with_a_neutral_picture_of_the_usual_size(
    deep: InformationPage, client: Client
) -> None:
    assert (
        'og:image" content="http://testserver/static/img/share.png"' in client.get(deep.url).content.decode()
    )
    assert "og:image" not in client.get("/").content.decode()
    with Image.open(Path(site_settings.ROOT) / "static" / "img" / "share.png") as picture:
        assert picture.size == (1200, 630)


def test_whom_to_tell_of_a_hole_is_said_where_it_is_looked_for_and_ends_by_itself(
    client: Client, settings: LazySettings
) -> None:
    address = "/.well-known/security.txt"
    assert client.get(address).status_code == 404

    settings.AMARANTA_SECURITY_CONTACTS = ["mailto:buchi@example.org"]
    for day in (datetime(2026, 1, 31, 12, tzinfo=UTC), datetime(2027, 7, 1, 0, tzinfo=UTC)):
        with time_machine.travel(day, tick=False):
            response = client.get(address)
        lines = dict(line.split(": ", 1) for line in response.content.decode().splitlines())
        left = datetime.fromisoformat(lines["Expires"]) - day
        assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
        assert lines["Contact"] == "mailto:buchi@example.org"
        assert lines["Canonical"] == f"http://testserver{address}"
        assert 140 < left.days < 365
