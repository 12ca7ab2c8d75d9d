"""Meetings of campaigns in calendars, and campaigns in feed readers."""

import datetime as dt
import re
from typing import Any

import pytest
import time_machine
from django.test import Client
from ical.calendar_stream import IcsCalendarStream
from ical.event import EventStatus
from icalendar import Calendar

from home.calendars import calendar
from home.models import CampaignEvent, CampaignIndexPage, CampaignPage
from tests.home.campaigns import DURING, make_campaign


@pytest.mark.usefixtures("during")
class TestCalendars:
    def test_a_meeting_can_be_taken_along(self, client: Client, campaign: CampaignPage) -> None:
        text = client.get("/campagne/25-novembre/").content.decode()
        address = re.findall(r'href="/vedi(/campagne/25-novembre/calendario/[0-9a-f]+/)"', text)[0]

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
        assert client.get(f"/campagne/25-novembre/calendario/{closed.public_id}/").status_code == 404
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


@pytest.mark.usefixtures("during")
class TestIdentity:
    def known_by(self, client: Client) -> set[tuple[str, str]]:
        """Return the address and the identifier of every meeting that can be taken along."""
        page = client.get("/campagne/25-novembre/").content.decode()
        addresses = re.findall(r'href="/vedi(/campagne/25-novembre/calendario/[^"/]+/)"', page)
        assert addresses
        return {
            (address, str(Calendar.from_ical(client.get(address).content).walk("VEVENT")[0]["uid"]))
            for address in addresses
        }

    def test_a_meeting_keeps_its_address_and_identifier_off_the_site_and_on_it_again(
        self, client: Client, campaign: CampaignPage
    ) -> None:
        page = CampaignPage.objects.get(pk=campaign.pk).get_latest_revision_as_object()
        page.events.add(
            CampaignEvent(title="Nuovo", place="Qui", starts_at=dt.datetime.fromisoformat(DURING))
        )
        page.save_revision().publish()
        before = self.known_by(client)
        assert len(before) == 2

        CampaignPage.objects.get(pk=campaign.pk).unpublish()
        CampaignPage.objects.get(pk=campaign.pk).get_latest_revision().publish()

        assert self.known_by(client) == before

    def test_a_copied_campaign_has_meetings_of_its_own(
        self, client: Client, campaign: CampaignPage, index: CampaignIndexPage
    ) -> None:
        ((_address, identifier),) = self.known_by(client)
        copy = campaign.copy(update_attrs={"slug": "copia", "title": "Copia"}, keep_live=True)
        (event,) = Calendar.from_ical(client.get(f"{copy.url}calendario/").content).walk("VEVENT")

        assert str(event["uid"]) != identifier

    def test_another_program_takes_in_the_file_and_the_later_one_wins(
        self, client: Client, campaign: CampaignPage
    ) -> None:
        def taken_in() -> Any:
            text = client.get("/campagne/25-novembre/calendario/").content.decode()
            assert "METHOD" not in text  # which would ask for an organizer (RFC 5546)
            (event,) = IcsCalendarStream.calendar_from_ics(text).events
            return event

        first = taken_in()
        meeting = campaign.events.get(title="Letture")
        meeting.is_cancelled, meeting.ends_at = True, None
        campaign.events.add(meeting)
        with time_machine.travel(dt.datetime.fromisoformat(DURING) + dt.timedelta(hours=2), tick=False):
            campaign.save_revision().publish()
        second = taken_in()

        assert (second.uid, second.status) == (first.uid, EventStatus.CANCELLED)
        assert second.sequence > first.sequence
        assert second.dtend - second.dtstart == dt.timedelta(hours=1)
        assert second.dtend > second.dtstart
