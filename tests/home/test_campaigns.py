"""Campaigns as visitors, calendars, feed readers and editors meet them."""

import datetime as dt
import json
import re
from collections.abc import Iterator

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from icalendar import Calendar
from wagtail.models import Workflow, WorkflowPage

from home.calendars import calendar
from home.models import CampaignIndexPage, CampaignPage, HomePage
from servizi.permissions import grant
from tests.home.campaigns import DURING, make_campaign, make_index


@pytest.fixture
def during() -> Iterator[None]:
    """Stop the clock while the campaign runs."""
    with time_machine.travel(DURING, tick=False):
        yield


@pytest.fixture
def index(home: HomePage) -> CampaignIndexPage:
    return make_index(home)


@pytest.fixture
def campaign(index: CampaignIndexPage) -> CampaignPage:
    return make_campaign(index)


@pytest.mark.usefixtures("during")
class TestPage:
    def test_it_shows_its_slogan_its_period_its_meetings_and_its_partners(
        self, client: Client, campaign: CampaignPage
    ) -> None:
        text = client.get("/campagne/25-novembre/").content.decode()

        for words in (
            "Ti credo.",
            "Dal 18 novembre al 10 dicembre 2026",
            "Mercoledì 25 novembre 2026, 18.00–19.30",
            "Le biblioteche",
        ):
            assert words in text

    def test_it_is_found_and_described_in_full(self, client: Client, campaign: CampaignPage) -> None:
        response = client.get("/campagne/25-novembre/")
        text = response.content.decode()
        data = json.loads(re.findall(r'ld\+json">(.*?)</script>', text)[0])

        assert "X-Robots-Tag" not in response.headers
        assert "<title>25 novembre · Amaranta</title>" in text
        assert (
            '<meta property="og:image" content="https://testserver/campagne/25-novembre/kit/0/immagine/">'
            in text
        )
        assert [event["name"] for event in data["mentions"]] == ["Letture"]
        assert data["mentions"][0]["startDate"] == "2026-11-25T18:00:00+01:00"

    def test_a_meeting_that_is_over_moves_to_the_end(self, client: Client, campaign: CampaignPage) -> None:
        with time_machine.travel("2026-12-01", tick=False):
            text = client.get("/campagne/25-novembre/").content.decode().split("<main")[1]

        assert "Aggiungi al calendario" not in text
        assert text.index("Appuntamenti passati") < text.index("Letture")

    def test_a_partner_whose_page_was_withdrawn_is_not_linked(
        self, client: Client, campaign: CampaignPage, index: CampaignIndexPage
    ) -> None:
        other = make_campaign(index, title="Altra pagina", slug="altra")
        campaign.partners = json.dumps([{"type": "page", "value": other.pk}])
        campaign.save_revision().publish()
        assert "Altra pagina" in client.get("/campagne/25-novembre/").content.decode()

        other.unpublish()

        assert "Altra pagina" not in client.get("/campagne/25-novembre/").content.decode()


class TestTime:
    def test_the_home_page_shows_the_campaign_while_it_runs_and_not_a_day_longer(
        self, client: Client, campaign: CampaignPage
    ) -> None:
        shown = {}
        for day in ("2026-11-17", "2026-11-18", "2026-12-10", "2026-12-11"):
            with time_machine.travel(f"{day} 12:00:00+01:00", tick=False):
                shown[day] = "Ti credo." in client.get("/").content.decode()

        assert shown == {"2026-11-17": False, "2026-11-18": True, "2026-12-10": True, "2026-12-11": False}

    def test_of_two_campaigns_the_home_page_shows_the_one_that_ends_first(
        self, client: Client, campaign: CampaignPage, index: CampaignIndexPage
    ) -> None:
        make_campaign(index, title="Pane", slug="pane", slogan="Pane", ends_on=dt.date(2027, 6, 1))

        with time_machine.travel(DURING, tick=False):
            text = client.get("/").content.decode()

        assert "Ti credo." in text
        assert "Pane" not in text

    @pytest.mark.parametrize(
        ("day", "heading"),
        [("2026-11-01", "In arrivo"), ("2026-11-20", "In corso"), ("2027-01-01", "Passate")],
    )
    def test_the_index_says_whether_a_campaign_runs(
        self, client: Client, campaign: CampaignPage, day: str, heading: str
    ) -> None:
        with time_machine.travel(f"{day} 12:00:00+01:00", tick=False):
            text = client.get("/campagne/").content.decode()

        assert heading in text
        assert "25 novembre" in text

    def test_a_campaign_scheduled_for_a_moment_appears_at_that_moment(
        self, client: Client, index: CampaignIndexPage
    ) -> None:
        moment = timezone.now() + dt.timedelta(hours=1)
        campaign = make_campaign(index)
        campaign.unpublish()
        campaign.go_live_at = moment
        campaign.save_revision().publish()

        call_command("publish_scheduled")
        before = client.get("/campagne/25-novembre/").status_code
        with time_machine.travel(moment + dt.timedelta(minutes=1)):
            call_command("publish_scheduled")
            after = client.get("/campagne/25-novembre/").status_code

        assert (before, after) == (404, 200)


class TestWhatEditorsAreTold:
    def test_a_campaign_cannot_end_before_it_begins(self, campaign: CampaignPage) -> None:
        campaign.ends_on = campaign.starts_on - dt.timedelta(days=1)

        with pytest.raises(ValidationError, match="prima di cominciare"):
            campaign.full_clean()

    @pytest.mark.parametrize("words", ["Stop alla violenza", "Centro ANTIVIOLENZA", "Vittime: chiama"])
    def test_the_card_cannot_say_outside_what_it_is_about(self, campaign: CampaignPage, words: str) -> None:
        campaign.card_outside = words

        with pytest.raises(ValidationError, match="capirebbe"):
            campaign.full_clean()

    def test_a_slogan_that_does_not_fit_beside_the_drawing_is_refused(self, campaign: CampaignPage) -> None:
        campaign.slogan = "Precipitevolissimevolmente"

        with pytest.raises(ValidationError, match="accanto al disegno"):
            campaign.full_clean()

        campaign.drawing = "pane"
        campaign.full_clean()

    def test_a_draft_sent_for_moderation_is_public_once_a_moderator_agrees(
        self, client: Client, index: CampaignIndexPage
    ) -> None:
        campaign = make_campaign(index)
        campaign.unpublish()
        workflow = Workflow.objects.get()
        assert WorkflowPage.objects.filter(workflow=workflow).exists()
        users = get_user_model().objects
        editor, moderator = users.create_user("redazione"), users.create_user("moderazione")
        editor.groups.add(Group.objects.get(name="Editors"))
        moderators = Group.objects.get(name="Moderators")
        moderator.groups.add(moderators)
        grant(moderators, index, ["publish_page"])

        campaign.save_revision(user=editor)
        state = workflow.start(campaign, editor)
        waiting = client.get("/campagne/25-novembre/").status_code
        state.current_task_state.approve(user=moderator)

        assert waiting == 404
        assert client.get("/campagne/25-novembre/").status_code == 200


@pytest.mark.usefixtures("during")
class TestCalendars:
    def test_a_meeting_can_be_taken_along(self, client: Client, campaign: CampaignPage) -> None:
        text = client.get("/campagne/25-novembre/").content.decode()
        address = re.findall(r'href="(/campagne/25-novembre/calendario/\d+/)"', text)[0]

        response = client.get(address)
        (event,) = Calendar.from_ical(response.content).walk("VEVENT")

        assert response.headers["Content-Type"].startswith("text/calendar")
        assert str(event["summary"]) == "Letture"
        assert event.decoded("dtstart") == dt.datetime(2026, 11, 25, 17, tzinfo=dt.UTC)
        assert event.decoded("dtend") == dt.datetime(2026, 11, 25, 18, 30, tzinfo=dt.UTC)

    @pytest.mark.parametrize("address", ["/campagne/calendario/", "/campagne/25-novembre/calendario/"])
    def test_a_meeting_by_invitation_is_in_no_calendar(
        self, client: Client, campaign: CampaignPage, address: str
    ) -> None:
        events = Calendar.from_ical(client.get(address).content).walk("VEVENT")
        closed = campaign.events.get(by_invitation=True)

        assert [str(event["summary"]) for event in events] == ["Letture"]
        assert client.get(f"/campagne/25-novembre/calendario/{closed.pk}/").status_code == 404
        with pytest.raises(ValueError, match="invitation"):
            calendar([closed], "testserver")

    def test_a_meeting_called_off_says_so_in_the_calendar_too(
        self, client: Client, campaign: CampaignPage
    ) -> None:
        meeting = campaign.events.get(title="Letture")
        before = Calendar.from_ical(client.get("/campagne/calendario/").content).walk("VEVENT")[0]["uid"]
        meeting.is_cancelled = True
        campaign.events.add(meeting)
        campaign.save_revision().publish()

        (event,) = Calendar.from_ical(client.get("/campagne/calendario/").content).walk("VEVENT")

        assert event["status"] == "CANCELLED"
        assert event["uid"] == before
        assert "Annullato" in client.get("/campagne/25-novembre/").content.decode()

    def test_meetings_of_all_campaigns_stand_on_one_page_with_the_next_first(
        self, client: Client, campaign: CampaignPage, index: CampaignIndexPage
    ) -> None:
        make_campaign(index, title="Prima", slug="prima", starts_on=dt.date(2026, 11, 14))

        text = client.get("/campagne/appuntamenti/").content.decode()

        assert text.index("21 novembre 2026") < text.index("25 novembre 2026, 18.00")

    def test_calendars_and_feed_set_no_cookie(self, client: Client, campaign: CampaignPage) -> None:
        for address in ("/campagne/calendario/", "/campagne/feed/", "/campagne/25-novembre/calendario/"):
            assert not client.get(address).cookies


class TestFeed:
    def test_the_feed_names_published_campaigns_with_lasting_identifiers(
        self, client: Client, campaign: CampaignPage, index: CampaignIndexPage
    ) -> None:
        make_campaign(index, title="Bozza", slug="bozza").unpublish()

        response = client.get("/campagne/feed/")
        text = response.content.decode()

        assert response.headers["Content-Type"].startswith("application/atom+xml")
        assert "<title>25 novembre</title>" in text
        assert f"urn:uuid:{campaign.translation_key}" in text
        assert "Bozza" not in text

    def test_a_feed_reader_finds_the_feed_from_the_campaign(
        self, client: Client, campaign: CampaignPage
    ) -> None:
        text = client.get("/campagne/25-novembre/").content.decode()

        assert re.search(
            r'<link rel="alternate" type="application/atom\+xml"[^>]+href="/campagne/feed/"', text
        )
