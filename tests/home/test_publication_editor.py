"""What the administration does with a page that the rules of publication refuse."""

import datetime as dt
import re
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupApprovalTask, Workflow, WorkflowPage, WorkflowTask
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from home.models import HomePage, InformationPage, ReservedPhrase

from .drafts import page_with, prose


@pytest.fixture
def writing(admin_client: Client, home: HomePage) -> Client:
    return admin_client


def filled_in(text: str, **fields: Any) -> dict[str, Any]:
    """Return what the editor of a public page posts."""
    data = {
        "title": "Una pagina",
        "slug": "una-pagina",
        "seo_title": "",
        "search_description": "",
        "body": streamfield([("text", rich_text(f"<p>{text}</p>"))]),
        "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": 0},
        **fields,
    }
    return nested_form_data(data)


NAMED = "Maria Rossi di 34 anni ha denunciato."
FAULT, CLEAN = "Un raptus.", "Poche parole semplici."
REASON = "queste parole spostano la colpa"


class TestInTheEditor:
    def add(self, home: HomePage) -> str:
        return reverse("wagtailadmin_pages:add", args=["home", "informationpage", home.pk])

    def test_a_new_page_with_a_fault_stays_a_draft_and_says_why(
        self, writing: Client, home: HomePage
    ) -> None:
        answer = writing.post(
            self.add(home), {**filled_in(FAULT), "action-publish": "1"}, follow=True
        ).content.decode()

        page = InformationPage.objects.get()
        assert REASON in answer
        assert "non è stata pubblicata" in answer
        assert not page.live
        assert "raptus" in str(page.get_latest_revision_as_object().body)
        assert writing.get("/una-pagina/").status_code == 404

    def test_a_new_page_without_faults_goes_online(self, writing: Client, home: HomePage) -> None:
        writing.post(self.add(home), {**filled_in(CLEAN), "action-publish": "1"})

        assert InformationPage.objects.get().live
        assert Client().get("/una-pagina/").status_code == 200

    def test_a_page_online_keeps_its_words_when_the_new_ones_are_refused(
        self, writing: Client, home: HomePage
    ) -> None:
        page = page_with(home, prose(CLEAN))
        page.save_revision().publish()
        edit = reverse("wagtailadmin_pages:edit", args=[page.pk])

        answer = writing.post(edit, {**filled_in(FAULT), "action-publish": "1"}, follow=True)

        page.refresh_from_db()
        assert REASON in answer.content.decode()
        assert page.live
        assert "raptus" not in str(page.body)

    def test_a_draft_is_saved_and_told_what_to_mend_first(self, writing: Client, home: HomePage) -> None:
        answer = writing.post(self.add(home), filled_in(FAULT), follow=True).content.decode()

        assert InformationPage.objects.count() == 1
        assert "Prima di pubblicare" in answer
        assert REASON in answer

    def test_a_fault_is_not_scheduled(self, writing: Client, home: HomePage) -> None:
        later = (timezone.localtime() + dt.timedelta(days=2)).strftime("%Y-%m-%d %H:%M")
        writing.post(self.add(home), {**filled_in(FAULT, go_live_at=later), "action-publish": "1"})

        revision = InformationPage.objects.get().latest_revision
        assert revision.approved_go_live_at is None

    def test_approval_of_a_fault_is_refused_with_its_reason_and_the_draft_still_waits(
        self, writing: Client, home: HomePage, admin_user: Any
    ) -> None:
        task = GroupApprovalTask.objects.create(name="Revisione")
        task.groups.add(Group.objects.get(name="Chi modera"))
        workflow = Workflow.objects.create(name="Revisione")
        WorkflowTask.objects.create(workflow=workflow, task=task)
        WorkflowPage.objects.create(page=home, workflow=workflow)
        page = page_with(home, prose(FAULT))
        page.save_revision()
        workflow.start(page, admin_user)
        state = page.current_workflow_task_state
        approve = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk])

        answer = writing.post(approve, {"comment": ""}, follow=True).content.decode()

        page.refresh_from_db()
        assert REASON in answer
        assert not page.live
        assert page.workflow_in_progress

    def test_several_pages_published_at_once_stop_at_a_fault(self, writing: Client, home: HomePage) -> None:
        page = page_with(home, prose(FAULT))
        page.save_revision()
        bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"]) + f"?id={page.pk}"

        answer = writing.post(bulk, {"next": "/admin/"}, follow=True).content.decode()

        page.refresh_from_db()
        assert REASON in answer
        assert not page.live


class TestANameThatMayBeOfSomebody:
    """Asked about before it goes out, at its place; one tick lets it go."""

    QUESTION = "è il nome di una persona?"

    def add(self, home: HomePage) -> str:
        return reverse("wagtailadmin_pages:add", args=["home", "informationpage", home.pk])

    def tick(self, html: str) -> str:
        (value,) = re.findall(r'name="names_may_go_out"[^>]*value="([^"]*)"', html)
        return str(value)

    @pytest.mark.parametrize("later", ["", "2030-01-02 10:00"])
    def test_waits_for_a_yes_and_then_goes_out_or_is_scheduled(
        self, writing: Client, home: HomePage, later: str
    ) -> None:
        press = {**filled_in(NAMED, go_live_at=later), "action-publish": "1"}
        asked = writing.post(self.add(home), press)
        html = asked.content.decode()

        assert asked.status_code == 200
        assert "«Maria Rossi» è il nome di una persona?" in html
        assert "errori" not in " ".join(map(str, asked.context["messages"]))
        assert self.QUESTION in str(asked.context["form"].errors.as_data()["body"][0].block_errors)
        assert "ha denunciato" in html
        assert not InformationPage.objects.live().exists()

        writing.post(self.add(home), {**press, "names_may_go_out": self.tick(html)})

        page = InformationPage.objects.get()
        assert bool(page.scheduled_revision) if later else page.live

    def test_is_asked_about_before_a_page_is_sent_for_approval(
        self, writing: Client, home: HomePage, admin_user: Any
    ) -> None:
        task = GroupApprovalTask.objects.create(name="Revisione")
        task.groups.add(Group.objects.get(name="Chi modera"))
        workflow = Workflow.objects.create(name="Revisione")
        WorkflowTask.objects.create(workflow=workflow, task=task)
        WorkflowPage.objects.create(page=home, workflow=workflow)
        page = page_with(home, prose(CLEAN))
        page.save_revision()
        edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
        press = {**filled_in(NAMED), "action-submit": "1"}

        html = writing.post(edit, press).content.decode()
        assert not page.workflow_in_progress
        assert "ha denunciato" in html
        writing.post(edit, {**press, "names_may_go_out": self.tick(html)})

        assert type(page).objects.get().workflow_in_progress

    def test_is_not_asked_about_in_a_draft_nor_again_once_it_is_on_the_site(
        self, writing: Client, home: HomePage
    ) -> None:
        page = page_with(home, prose(NAMED))
        page.save_revision().publish()
        edit = reverse("wagtailadmin_pages:edit", args=[page.pk])

        assert writing.post(edit, filled_in(f"{NAMED} Anche Luca Verdi.")).status_code == 302
        assert writing.post(edit, {**filled_in(f"{NAMED} Oggi."), "action-publish": "1"}).status_code == 302
        other = writing.post(edit, {**filled_in(f"{NAMED} E Luca Verdi."), "action-publish": "1"})
        assert self.tick(other.content.decode()) == "Luca Verdi"

    def test_typed_after_the_yes_is_asked_about_too(self, writing: Client, home: HomePage) -> None:
        press = {
            **filled_in(f"{NAMED} E Luca Verdi."),
            "action-publish": "1",
            "names_may_go_out": "Maria Rossi",
        }

        html = writing.post(self.add(home), press).content.decode()

        assert "«Luca Verdi» è il nome di una persona?" in html
        assert not InformationPage.objects.live().exists()

    def test_is_not_told_again_to_who_has_just_said_yes(self, writing: Client, home: HomePage) -> None:
        press = {**filled_in(NAMED), "action-publish": "1", "names_may_go_out": "Maria Rossi"}

        answer = writing.post(self.add(home), press, follow=True)

        assert self.QUESTION not in answer.content.decode()


class TestAtTheScheduledHour:
    def test_a_page_that_became_wrong_stays_out_holds_nobody_back_and_is_on_the_dashboard(
        self, home: HomePage, admin_client: Client
    ) -> None:
        with time_machine.travel("2026-03-01T08:00:00+01:00", tick=False):
            wrong = page_with(home, prose("La sala Grande Quercia."), slug="prima")
            pages = [wrong, page_with(home, prose(CLEAN), slug="seconda")]
            for page in pages:
                page.go_live_at = timezone.now() + dt.timedelta(days=1)
                page.save_revision().publish()
        ReservedPhrase.of("Grande Quercia", note="una casa")
        with time_machine.travel("2026-03-02T12:00:00+01:00", tick=False):
            call_command("publish_scheduled")
            dashboard = admin_client.get(reverse("wagtailadmin_home")).content.decode()

        for page in pages:
            page.refresh_from_db()
        assert [page.live for page in pages] == [False, True]
        assert "Pubblicazioni programmate e rimaste ferme" in dashboard

    def test_a_change_that_cannot_be_saved_stays_scheduled_holds_nobody_back_and_is_on_the_dashboard(
        self, home: HomePage, admin_client: Client
    ) -> None:
        with time_machine.travel("2026-03-01T08:00:00+01:00", tick=False):
            first, after = (page_with(home, prose(CLEAN), slug=slug) for slug in ("prima", "dopo"))
            for page in (first, after):
                page.save_revision().publish()
            for hours, changed, slug in ((24, first, "nuova"), (25, after, "dopo-nuova")):
                page = type(changed).objects.get(pk=changed.pk)
                page.slug, page.go_live_at = slug, timezone.now() + dt.timedelta(hours=hours)
                page.save_revision().publish()
            page_with(home, prose(CLEAN), slug="nuova").save_revision().publish()
        with time_machine.travel("2026-03-02T12:00:00+01:00", tick=False):
            call_command("publish_scheduled")
            dashboard = admin_client.get(reverse("wagtailadmin_home")).content.decode()
        for page in (first, after):
            page.refresh_from_db()

        assert (first.slug, after.slug) == ("prima", "dopo-nuova")
        assert first.scheduled_revision is not None
        assert "Pubblicazioni programmate e rimaste ferme" in dashboard
        assert "nuova" in dashboard.split("rimaste ferme")[1].split("</section>")[0]
