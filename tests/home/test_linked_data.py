"""The linked data of every page, read as a search engine reads it: expanded, and held against schema.org."""

import pytest
from django.test import Client

from home import json_ld
from home.models import ArchivePage, BasePage, CampaignPage, HomePage, MaterialPage
from servizi.directory.telephones import international
from servizi.models import DeskPage, FigurePublication, PartnerPage
from tests.home.campaigns import make_campaign, make_index

from .vocabulary import faults, told_by

Demo = dict[str, BasePage]
SPEAKING = (ArchivePage, CampaignPage, DeskPage, MaterialPage, PartnerPage)


def test_every_page_speaks_the_vocabulary_of_search_engines_and_says_nothing_empty(
    demo: Demo, client: Client
) -> None:
    publications = [f"/numeri/{row.slug}/" for row in FigurePublication.objects.all()]
    speaking: set[type[BasePage]] = set()
    wrong: dict[str, list[str]] = {}
    for address in [*demo, *publications]:
        for data in told_by(client.get(address).content.decode()):
            if found := faults(data):
                wrong[address] = found
            speaking |= {type(demo[address])} if address in demo else set()

    assert not wrong
    assert speaking >= {*SPEAKING}


def test_the_reading_sees_what_search_engines_would_stumble_over() -> None:
    bad = {
        "@context": "https://schema.org", "@type": "Place", "name": "", "telephone": "000 0000001",
        "contactPoint": {"telephone": "1522"}, "colour": "red", "openingHoursSpecification": "9-12",
        "isAccessibleForFree": "yes", "address": {"@type": "Adress"},
    }  # fmt: skip
    told = " ".join(faults(bad))
    for part in (
        ".name is empty",
        "telephone",
        "no contactPoint",
        "no colour",
        "9-12",
        "yes",
        "no type Adress",
    ):
        assert part in told
    assert not faults({"@context": "https://schema.org", "@type": "Place", "name": "Qui"})


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("02 0000 0001", "+390200000001"),
        ("+39 02/0000-0001", "+390200000001"),
        ("0039 02 0000 0001", "+390200000001"),
        ("0041 44 000 00 00", "+41440000000"),
        ("000 0000001", "+390000000001"),
        ("333 0000000", "+393330000000"),
        ("1522", "1522"),
        ("116117", "116117"),
        ("", ""),
    ],
)
def test_numbers_are_told_as_the_whole_world_dials_them(typed: str, told: str) -> None:
    assert international(typed) == told


@pytest.mark.parametrize(
    ("period", "told"),
    [("2013–2015", "2013/2015"), ("dal 2012 al 2014", "2012/2014"), ("2013", "2013"), ("anni fa", "")],
)
def test_the_years_of_a_project_are_an_interval(period: str, told: str) -> None:
    assert json_ld.interval(period) == told


def test_a_page_that_was_never_published_says_no_day(home: HomePage, client: Client) -> None:
    page = make_campaign(make_index(home))
    type(page).objects.update(last_published_at=None)
    data, *_others = told_by(client.get(page.get_url()).content.decode())
    assert "dateModified" not in data


def test_what_is_empty_is_left_out_at_any_depth_and_nothing_ends_the_script() -> None:
    assert json_ld.told({"a": [None, {"@type": "X", "b": ""}], "c": 0, "d": False}) == {"c": 0, "d": False}
    assert json_ld.written({"name": "</script>&<!--"}).count("<") == 0
    assert json_ld.written({}) == ""
