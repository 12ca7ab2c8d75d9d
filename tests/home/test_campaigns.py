"""Campaigns as visitors and editors meet them."""

import datetime as dt
import json
import re

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from wagtail.models import Workflow, WorkflowPage

from home.models import CampaignIndexPage, CampaignPage
from servizi.editor_permissions import grant
from tests.home.campaigns import DURING, make_campaign


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
            '<meta property="og:image" content="https://testserver/campagne/25-novembre/kit/0/striscione/">'
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
        editor.groups.add(Group.objects.get(name="Chi scrive"))
        moderators = Group.objects.get(name="Chi modera")
        moderator.groups.add(moderators)
        grant(moderators, index, ["publish_page"])

        campaign.save_revision(user=editor)
        state = workflow.start(campaign, editor)
        waiting = client.get("/campagne/25-novembre/").status_code
        state.current_task_state.approve(user=moderator)

        assert waiting == 404
        assert client.get("/campagne/25-novembre/").status_code == 200
