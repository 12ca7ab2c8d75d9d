"""From a draft to the site and off it again, as an editor of a Comune and a moderator see it."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from home.models import BasePage, CampaignIndexPage, CampaignPage

from .campaigns import FIRST, LAST
from .test_roles import add, as_, edit

Demo = dict[str, BasePage]
BLAMING = "Se l’è cercata, dicono in paese."


@pytest.fixture(autouse=True)
def database(demo: Demo, db: None) -> None:
    """Let each test write into the demonstration; what it writes is taken back."""


@pytest.fixture
def giulia() -> Client:
    return as_("redazione-bresso")


@pytest.fixture
def moderator() -> Client:
    return as_("moderazione")


def words(text: str = "Una sera in biblioteca, per parlarne.", **fields: Any) -> dict[str, Any]:
    """Return the campaign's form as a person fills it in."""
    return nested_form_data(
        {
            "title": "Una porta aperta",
            "slug": "una-porta",
            "slogan": "Parlarne è già un passo",
            "search_description": "Una sera per parlarne.",
            "starts_on": f"{FIRST:%d/%m/%Y}",
            "ends_on": f"{LAST:%d/%m/%Y}",
            "body": streamfield([("text", rich_text(f"<p>{text}</p>"))]),
            "partners": streamfield([]),
            "materials": streamfield([]),
            "events": inline_formset([]),
            "drawing": "porta",
            "poster_text": "Se hai paura di qualcuno, puoi parlarne.",
            "card_outside": "Buona giornata",
            "comments": inline_formset([]),
            **fields,
        }
    )


def campaigns() -> CampaignIndexPage:
    index: CampaignIndexPage = CampaignIndexPage.objects.get(locale__language_code="it")
    return index


def meeting(**fields: str) -> dict[str, str]:
    """Return an event's form as a person fills it in."""
    day = f"{FIRST:%d/%m/%Y}"
    times = {"starts_at": f"{day} 18:00", "ends_at": ""}
    return {"title": "Letture", "place": "Biblioteca, Bresso", "description": "", **times, **fields}


def refused(editor: Client, text: str = "Una sera in biblioteca.", **fields: Any) -> Any:
    """Send a new campaign that cannot go on; return the form with its errors, nothing having been kept."""
    form = {**words(text, **fields), "action-submit": "1"}
    answer = editor.post(add(campaigns(), CampaignPage), form)
    assert not CampaignPage.objects.filter(slug="una-porta").exists()
    return answer.context["form"]


def submit(editor: Client, text: str = "Una sera in biblioteca.") -> tuple[CampaignPage | None, str]:
    """Fill in a new campaign and send it for approval; return it, if it was kept, and the next screen."""
    answer = editor.post(add(campaigns(), CampaignPage), {**words(text), "action-submit": "1"}, follow=True)
    return CampaignPage.objects.filter(slug="una-porta").first(), answer.content.decode()


def review(moderator: Client, page: Page, action: str, comment: str = "") -> None:
    task = page.current_workflow_task_state
    url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, task.pk])
    moderator.post(url, {"comment": comment})


def first_button(client: Client, page: Page) -> str:
    """Return what stands on the button that a press of it at once would do."""
    screen = client.get(edit(page)).content.decode()
    footer = screen[screen.index('class="footer') :]
    button = re.search(r"<button.*?</button>", footer, re.DOTALL)
    assert button
    return button[0]


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
