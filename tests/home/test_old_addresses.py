"""An old address leads to where something is, or says that nothing is there."""

import pytest
from django.test import Client, TestCase
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from home.models import CampaignPage

BASE = "/campagne"


def rename(page: CampaignPage, *slugs: str) -> CampaignPage:
    for slug in slugs:
        page.slug = slug
        # Wagtail writes the redirect when the new address is stored for good.
        with TestCase.captureOnCommitCallbacks(execute=True):
            page.save_revision().publish()
        page = CampaignPage.objects.get(pk=page.pk)
    return page


def test_a_renamed_page_is_found_at_every_address_that_it_had(client: Client, campaign: CampaignPage) -> None:
    rename(campaign, "prima", "seconda", "terza")
    for old in ("prima", "seconda"):
        answer = client.get(f"{BASE}/{old}/")
        assert (answer.status_code, answer.headers["Location"]) == (301, f"{BASE}/terza/")


def test_a_page_off_the_site_does_not_send_its_visitors_round(client: Client, campaign: CampaignPage) -> None:
    page = rename(campaign, "prima", "seconda", "prima")
    assert Redirect.objects.filter(old_path=f"{BASE}/seconda").exists()
    page.unpublish()

    for address in ("prima", "seconda"):
        assert client.get(f"{BASE}/{address}/").status_code == 404


@pytest.mark.parametrize(
    "chain",
    [
        {"/a": "/a"},
        {"/a": "/b", "/b": "/a"},
        {"/a": "/b/", "/b": "/c?x=1", "/c": "/a/"},
        {"/a": "http://testserver/b", "/b": "http://testserver/a"},
    ],
)
def test_a_circle_written_by_hand_ends_at_the_page_that_says_nothing_is_there(
    client: Client, campaign: CampaignPage, chain: dict[str, str]
) -> None:
    for old, new in chain.items():
        Redirect.objects.create(old_path=old, redirect_link=new, site=Site.objects.get())
    for old in chain:
        assert client.get(f"{old}/").status_code == 404


def test_a_chain_that_arrives_is_followed(client: Client, campaign: CampaignPage) -> None:
    Redirect.objects.create(old_path="/a", redirect_link="/b")
    Redirect.objects.create(old_path="/b", redirect_link=f"{BASE}/25-novembre/?da=b")
    Redirect.objects.create(old_path="/fuori", redirect_link="https://example.org/")
    Redirect.objects.create(old_path=f"{BASE}/25-novembre", redirect_link="/a")

    assert client.get("/a/", follow=True).status_code == 200
    assert client.get("/fuori/").headers["Location"] == "https://example.org/"
