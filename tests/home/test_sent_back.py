"""A page that a moderator sends back goes with a reason."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from home.models import BasePage, CampaignPage

from .campaign_form import review, submit, words
from .people import as_, edit

Demo = dict[str, BasePage]


class TestAModerator:
    @pytest.fixture
    def moderator(self, demo: Demo, db: None) -> Client:
        return as_("moderazione")

    @pytest.fixture
    def waiting(self, moderator: Client) -> CampaignPage:
        page, _screen = submit(as_("redazione-bresso"))
        assert page is not None
        return page

    def ask(self, moderator: Client, page: Page, action: str, **posted: str) -> str:
        """Answer the dialog of `action` as the browser does, and return what it then shows."""
        state = page.current_workflow_task_state
        url = reverse("wagtailadmin_pages:collect_workflow_action_data", args=[page.pk, action, state.pk])
        answer = moderator.post(url, posted, headers={"X-Requested-With": "XMLHttpRequest"})
        return str(answer.json())

    def test_is_asked_what_has_to_change_and_does_not_get_by_without_a_word(
        self, moderator: Client, waiting: CampaignPage
    ) -> None:
        for nothing in ("", "   "):
            dialog = self.ask(moderator, waiting, "reject", comment=nothing)
            assert "Che cosa va cambiato" in dialog
            assert "Questo campo è obbligatorio" in dialog

        assert "success" in self.ask(moderator, waiting, "reject", comment="Manca il Comune.")

    def test_approves_without_a_word_or_with_one(self, moderator: Client, waiting: CampaignPage) -> None:
        assert "success" in self.ask(moderator, waiting, "approve", comment="")
        review(moderator, waiting, "approve")

        waiting.refresh_from_db()
        assert waiting.live

    @pytest.mark.parametrize("collected", ["{}", '{"comment": "  "}', '{"comment": null}'])
    def test_sends_nothing_back_by_going_round_the_dialog(
        self, moderator: Client, waiting: CampaignPage, collected: str
    ) -> None:
        press = {
            "action-workflow-action": "true",
            "workflow-action-name": "reject",
            "workflow-action-extra-data": collected,
        }
        answer = moderator.post(edit(waiting), {**words(), **press}, follow=True).content.decode()

        assert "L’hai rimandata" not in answer
        assert CampaignPage.objects.get(pk=waiting.pk).workflow_in_progress
