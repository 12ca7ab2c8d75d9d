"""What the administration says to whoever writes: why a page cannot go on, and where it stands."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset

from home.models import CampaignPage

from .campaign_form import BLAMING, campaigns, first_button, meeting, refused, review, submit, words
from .campaigns import LAST
from .people import add, as_, edit

pytestmark = pytest.mark.usefixtures("database")


class TestWhatStopsAPage:
    def test_is_said_beside_the_block_that_it_is_about(self, giulia: Client) -> None:
        form = refused(giulia, BLAMING)

        stream = form.errors.as_data()["body"][0]
        assert "spostano la colpa" in stream.block_errors[0].messages[0]
        assert "«se l’è cercata»" in stream.block_errors[0].messages[0]
        assert not form.non_field_errors()

    def test_is_looked_for_in_the_events_too_and_said_there(self, giulia: Client) -> None:
        form = refused(giulia, events=inline_formset([meeting(title="Un raptus")]))

        assert "spostano la colpa" in form.formsets["events"].forms[0].errors["title"][0]

    def test_an_event_outside_the_period_is_said_at_its_day_when_the_campaign_goes_on(
        self, giulia: Client
    ) -> None:
        late = inline_formset([meeting(starts_at=f"{LAST.replace(year=LAST.year + 1):%d/%m/%Y} 18:00")])
        form = refused(giulia, events=late)

        advice = form.formsets["events"].forms[0].errors["starts_at"][0]
        assert advice.startswith("La campagna va dal 18 novembre 2026 al 10 dicembre 2026")

    def test_a_draft_may_hold_an_event_outside_the_period(self, giulia: Client) -> None:
        late = inline_formset([meeting(starts_at=f"{LAST.replace(year=LAST.year + 1):%d/%m/%Y} 18:00")])
        giulia.post(add(campaigns(), CampaignPage), words(events=late))

        assert CampaignPage.objects.get(slug="una-porta").get_latest_revision_as_object().events.count() == 1


class TestWords:
    def test_the_button_says_what_it_does_the_first_time_and_again(
        self, giulia: Client, moderator: Client
    ) -> None:
        assert "Manda in approvazione" in giulia.get(add(campaigns(), CampaignPage)).content.decode()
        page, _screen = submit(giulia)
        assert page is not None
        review(moderator, page, "reject", "Manca il Comune.")

        assert "Manda di nuovo in approvazione" in first_button(giulia, page)

    def test_who_sent_a_page_finds_it_among_what_waits_and_the_moderator_reads_from_whom(
        self, giulia: Client, moderator: Client
    ) -> None:
        submit(giulia)
        mine = giulia.get(reverse("wagtailadmin_home")).content.decode()

        assert "Aspettano chi modera" in mine
        assert "flusso di lavoro" not in mine
        assert "da redazione-bresso, " in moderator.get(reverse("wagtailadmin_home")).content.decode()

    def test_a_moderator_is_told_to_whom_a_page_went_back(self, giulia: Client, moderator: Client) -> None:
        page, _screen = submit(giulia)
        assert page is not None
        form = {
            **words(),
            "action-workflow-action": "true",
            "workflow-action-name": "reject",
            "workflow-action-extra-data": '{"comment": "Manca il Comune."}',
        }

        answer = moderator.post(edit(page), form, follow=True)
        assert "L’hai rimandata a redazione-bresso, con le tue parole." in answer.content.decode()

    def test_lists_say_what_is_on_the_site_in_italian(self, giulia: Client) -> None:
        listed = giulia.get(reverse("wagtailadmin_explore", args=[campaigns().pk])).content.decode()

        stands = re.findall(r'class="[^"]*w-status[^"]*".*?</span>\s*([^<]+?)\s*<', listed, re.DOTALL)
        assert set(stands) == {"sul sito"}

    def test_the_first_screen_leads_to_our_own_guide_and_to_no_other_site(self, giulia: Client) -> None:
        screen = giulia.get(reverse("wagtailadmin_home")).content.decode()
        dashboard = screen[screen.index('class="w-dashboard') :]

        assert f'href="{reverse("guide")}">Come si fa</a>' in dashboard
        assert 'href="http' not in dashboard

    def test_the_days_of_a_schedule_are_asked_in_italian(self, giulia: Client) -> None:
        screen = giulia.get(add(campaigns(), CampaignPage)).content.decode()

        assert "Sul sito dal" in screen
        assert "Sul sito fino al" in screen
        assert "Vai live" not in screen


def test_the_day_of_a_scheduled_publication_is_said_in_words() -> None:
    page = CampaignPage.objects.live().first()
    form = words(slug=page.slug, go_live_at="01/12/2099 09:00")
    answer = as_("coordinamento").post(edit(page), {**form, "action-publish": "1"}, follow=True)

    assert "Andrà sul sito martedì 1 dicembre alle 09.00." in answer.content.decode()
