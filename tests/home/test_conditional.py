"""Who has a public file or feed already is told so; of a page nobody keeps anything."""

import feedparser
import pytest
from django.test import Client

from home.models import CampaignPage, MaterialPage
from servizi.models import DeskPage
from tests.making import fetched

from .materials import a_material

pytestmark = pytest.mark.usefixtures("media", "during")
FEEDS = ("/materiali/feed.atom", "/campagne/feed/")


def addresses(campaign: CampaignPage, material: MaterialPage, desk: DeskPage) -> list[str]:
    """Return an address of each kind of file and list that the site gives to the public."""
    kit = f"{campaign.get_url()}kit/{desk.pk}/"
    lists = ["/sitemap.xml", "/robots.txt", "/campagne/calendario/", f"{campaign.get_url()}calendario/"]
    made = [file.url for file in material.files.all()]
    return [
        *lists,
        *FEEDS,
        "/materiali/feed.json",
        *made,
        *(f"{kit}{slug}/" for slug in ("cartoncino", "codice")),
    ]


def test_every_public_file_has_a_mark_and_is_not_sent_to_who_has_it(
    client: Client, campaign: CampaignPage, material: MaterialPage, desk: DeskPage
) -> None:
    for address in addresses(campaign, material, desk):
        first = fetched(client, address)
        assert first.status_code == 200, address
        mark = first.headers.get("ETag")
        assert mark, address
        again = client.get(address, headers={"if-none-match": mark})
        assert again.status_code == 304, address
        assert not again.content
        assert again.headers["ETag"] == mark
        assert again.headers.get("Cache-Control") == first.headers.get("Cache-Control"), address
        other = client.get(address, headers={"if-none-match": '"another"'})
        assert other.status_code == 200, address
        head = client.head(address, headers={"if-none-match": mark})
        assert head.status_code == 304, address


def test_a_condition_on_a_day_that_an_answer_does_not_have_is_ignored(
    client: Client, campaign: CampaignPage, material: MaterialPage, desk: DeskPage
) -> None:
    undated = 0
    for address in addresses(campaign, material, desk):
        fetched(client, address)
        answer = client.get(address, headers={"if-unmodified-since": "Sat, 01 Jan 2000 00:00:00 GMT"})
        dated = client.get(address).has_header("Last-Modified")
        assert answer.status_code == (412 if dated else 200), address
        undated += not dated
    assert undated >= 2


def test_a_mark_changes_with_what_it_marks(client: Client, campaign: CampaignPage) -> None:
    before = client.get("/campagne/feed/").headers["ETag"]
    campaign.title = "Altro"
    campaign.save_revision().publish()
    after = client.get("/campagne/feed/", headers={"if-none-match": before})
    assert after.status_code == 200
    assert after.headers["ETag"] != before


def test_a_feed_answers_by_day_too(client: Client, campaign: CampaignPage, material: MaterialPage) -> None:
    for address in FEEDS:
        day = client.get(address).headers["Last-Modified"]
        assert client.get(address, headers={"if-modified-since": day}).status_code == 304, address
        old = client.get(address, headers={"if-modified-since": "Thu, 01 Jan 2015 00:00:00 GMT"})
        assert old.status_code == 200, address


@pytest.mark.parametrize("encoding", ["br", "gzip", "identity"])
def test_one_mark_serves_every_compression(client: Client, campaign: CampaignPage, encoding: str) -> None:
    plain = client.get("/sitemap.xml").headers["ETag"]
    asked = {"accept-encoding": encoding, "if-none-match": plain}
    assert client.get("/sitemap.xml", headers=asked).status_code == 304
    assert client.get("/sitemap.xml", headers={"accept-encoding": encoding}).headers["ETag"] == plain


def test_no_page_gets_a_mark_and_discreet_ones_stay_in_no_store(
    client: Client, campaign: CampaignPage, desk: DeskPage
) -> None:
    for address, kept in (
        ("/", "no-store"),
        (desk.get_url(), "no-store"),
        (campaign.get_url(), "max-age=60"),
    ):
        response = client.get(address, headers={"if-none-match": "*", "accept-encoding": "br"})
        assert response.status_code == 200, address
        assert "ETag" not in response.headers, address
        assert response.headers["Cache-Control"] == kept, address
    assert client.get("/non-esiste/", headers={"if-none-match": "*"}).status_code == 404


def test_another_program_reads_every_feed_word_for_word(
    client: Client, campaign: CampaignPage, material: MaterialPage
) -> None:
    words = "Età <14 & oltre, «sì» > no"
    for page in (campaign, material):
        page.search_description = words
        page.save_revision().publish()
    for address in FEEDS:
        read = feedparser.parse(client.get(address).content)
        assert not read.bozo, (address, read.get("bozo_exception"))
        (entry,) = read.entries
        assert words in entry.summary, address
        assert entry.summary_detail.type == "text/plain", address
        assert entry.id.startswith("urn:uuid:")
        assert entry.updated_parsed
        assert entry.link.startswith("http")
    item = client.get("/materiali/feed.json").json()["items"][0]
    assert item["content_text"] == words


def test_a_feed_without_words_on_its_entries_is_a_feed_all_the_same(
    client: Client, material: MaterialPage
) -> None:
    library = material.get_parent().specific
    a_material(library, search_description="").save_revision().publish()
    assert not feedparser.parse(client.get("/materiali/feed.atom").content).bozo
