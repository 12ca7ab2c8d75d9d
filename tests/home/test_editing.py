"""From a draft to the site and off it again, as an editor of a Comune and a moderator see it."""

import pytest
from django.test import Client
from django.urls import reverse

from home.models import CampaignPage

from .campaign_form import BLAMING, first_button, review, submit, words
from .people import edit

pytestmark = pytest.mark.usefixtures("database")


class TestAnEditor:
    def test_finds_submission_on_the_first_button_and_it_waits_for_the_moderator(
        self, giulia: Client, moderator: Client
    ) -> None:
        page, screen = submit(giulia)

        assert page is not None
        assert page.workflow_in_progress
        assert not page.live
        assert "Ora la legge chi modera" in screen
        assert "Una porta aperta" in moderator.get(reverse("wagtailadmin_home")).content.decode()

    def test_is_told_before_submitting_what_would_stop_the_page_and_keeps_her_words(
        self, giulia: Client
    ) -> None:
        page, screen = submit(giulia, BLAMING)

        assert page is None
        assert "spostano la colpa" in screen
        assert "cercata, dicono in paese" in screen

    def test_reads_why_a_page_came_back_on_the_first_screen_and_above_the_page(
        self, giulia: Client, moderator: Client
    ) -> None:
        page, _screen = submit(giulia)
        assert page is not None
        review(moderator, page, "reject", "Manca il Comune.")

        for address in (reverse("wagtailadmin_home"), edit(page)):
            assert "Manca il Comune." in giulia.get(address).content.decode()
        assert "action-submit" in first_button(giulia, page)

    def test_is_told_that_a_change_to_a_page_of_the_site_is_not_on_the_site_yet(
        self, giulia: Client, moderator: Client
    ) -> None:
        page, _screen = submit(giulia)
        assert page is not None
        review(moderator, page, "approve")
        answer = giulia.post(edit(page), words("Una sera in piazza."), follow=True)

        assert "Sul sito c’è ancora la versione di prima" in answer.content.decode()

    def test_takes_her_own_campaign_off_the_site_without_waiting_and_no_other(
        self, giulia: Client, moderator: Client, client: Client
    ) -> None:
        page, _screen = submit(giulia)
        assert page is not None
        review(moderator, page, "approve")
        page.refresh_from_db()
        off = reverse("withdraw", args=[page.pk])
        assert client.get(page.url).status_code == 200
        assert off in giulia.get(edit(page)).content.decode()
        assert "Togli dal sito" in giulia.get(off).content.decode()
        assert client.get(page.url).status_code == 200

        giulia.post(off)
        assert client.get(page.url).status_code == 404
        page.refresh_from_db()
        assert page.slogan == "Parlarne è già un passo"

        other = CampaignPage.objects.live().first()
        giulia.post(reverse("withdraw", args=[other.pk]))
        assert CampaignPage.objects.get(pk=other.pk).live

    def test_finds_the_posters_from_the_campaign_itself(self, giulia: Client, moderator: Client) -> None:
        page, _screen = submit(giulia)
        assert page is not None
        review(moderator, page, "approve")
        page.refresh_from_db()

        assert f"{page.url}kit/" in giulia.get(edit(page)).content.decode()

    def test_reads_how_things_are_done(self, giulia: Client) -> None:
        guide = giulia.get(reverse("guide")).content.decode()

        for task in (
            "Fare una campagna",
            "Cambiare orari",
            "Aggiungere un ente",
            "Dove arrivano le richieste",
        ):
            assert task in guide
        assert reverse("guide") in giulia.get(reverse("wagtailadmin_home")).content.decode()


class TestAModerator:
    def test_finds_approval_on_the_first_button_and_no_second_way_to_publish(
        self, giulia: Client, moderator: Client
    ) -> None:
        page, _screen = submit(giulia)
        assert page is not None

        assert "approve" in first_button(moderator, page)
        assert 'name="action-publish"' not in moderator.get(edit(page)).content.decode()

    def test_is_led_to_the_page_as_readers_will_see_it_and_to_what_changes(
        self, giulia: Client, moderator: Client
    ) -> None:
        page, _screen = submit(giulia)
        assert page is not None
        review(moderator, page, "approve")
        giulia.post(edit(page), {**words("Una sera in piazza."), "action-submit": "1"})
        first_screen = moderator.get(reverse("wagtailadmin_home")).content.decode()

        compare = reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, "live", "latest"])
        assert compare in first_screen
        assert "Una sera in piazza." in moderator.get(compare).content.decode()
        draft = moderator.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))
        assert "Una sera in piazza." in draft.content.decode()
