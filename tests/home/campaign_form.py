"""A new campaign as an editor fills it in, sends it, and has it back."""

import re
from typing import Any

from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from home.models import CampaignIndexPage, CampaignPage

from .campaigns import FIRST, LAST
from .people import add, edit

BLAMING = "Se l’è cercata, dicono in paese."


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
