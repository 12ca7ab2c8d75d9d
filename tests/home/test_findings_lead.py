"""What the rules of publication found is called as the form calls it, and leads to its place."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset

from home.models import CampaignPage, HomePage
from home.publication import findings

from .campaign_form import campaigns, meeting, words
from .drafts import page_with, prose
from .people import add, as_

BLAME = "Se l’è cercata, dicono in paese."
pytestmark = pytest.mark.usefixtures("database")


def links(html: str) -> list[str]:
    return re.findall(r'href="(/admin/pages/\d+/edit/#[^"]+)"[^>]*>Vai lì', html)


def test_a_field_is_called_as_on_the_form(home_page: HomePage) -> None:
    page = page_with(home_page, [], slug="pagina-nuova", search_description=BLAME)
    (found,) = findings(page)
    assert str(found).startswith("Introduzione (")
    assert found.where.anchor(page) == "#id_search_description"


def test_each_finding_of_a_saved_draft_leads_to_its_field_block_or_row(giulia: Client) -> None:
    address = add(campaigns(), CampaignPage)
    form = words(BLAME, search_description=BLAME, events=inline_formset([meeting(title=BLAME)]))
    screen = giulia.post(address, form, follow=True).content.decode()
    found = links(screen)
    assert len(found) == 3, found
    page = CampaignPage.objects.get(slug="una-porta")
    block = page.get_latest_revision_as_object().body[0].id
    assert {link.partition("#")[2] for link in found} == {
        "id_search_description", f"block-{block}-section", "id_events-0-title",
    }  # fmt: skip
    assert {link.partition("#")[0] for link in found} == {reverse("wagtailadmin_pages:edit", args=[page.pk])}


def test_a_copy_is_offered_an_address_that_is_accepted(giulia: Client) -> None:
    page = CampaignPage.objects.filter(locale__language_code="it").first()
    assert page is not None
    address = reverse("wagtailadmin_pages:copy", args=[page.pk])
    person = as_("amministrazione")
    form = person.get(address).context["form"]
    sent = {name: form[name].value() or "" for name in form.fields}

    for _time in range(2):
        offered = person.get(address).context["form"]["new_slug"].value()
        answer = person.post(address, {**sent, "new_slug": offered})
        assert answer.status_code == 302
        assert CampaignPage.objects.filter(slug=offered).count() == 1


def test_who_would_delete_the_home_page_reads_of_no_desk() -> None:
    person = as_("amministrazione")
    home = HomePage.objects.get(locale__language_code="it")
    screen = person.get(reverse("wagtailadmin_pages:delete", args=[home.pk]), follow=True).content.decode()
    assert "Questo sportello" not in screen
    assert "è la pagina iniziale" in screen


@pytest.fixture
def home_page() -> HomePage:
    home: HomePage = HomePage.objects.get(locale__language_code="it")
    return home


def test_prose_without_findings_says_nothing(home_page: HomePage) -> None:
    assert findings(page_with(home_page, prose("Una sera in biblioteca."), slug="sera")) == []
