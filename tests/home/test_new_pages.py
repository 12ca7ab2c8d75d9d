"""A new page is made once, whatever the editor's own saving did a moment before a button was pressed."""

from typing import Any

import pytest
from django import forms
from django.http import HttpResponse, QueryDict
from django.test import Client
from django.urls import reverse
from wagtail.blocks.base import BlockField
from wagtail.models import Page, PageLogEntry, get_page_models
from wagtail.test.utils.form_data import inline_formset, querydict_from_html

from home.forms import DraftFirstForm
from home.models import BasePage, CampaignIndexPage, CampaignPage
from servizi.models import Comune, PartnerSectionPage

from .campaign_form import campaigns, meeting, words
from .campaigns import FIRST, LAST
from .people import add, as_

pytestmark = pytest.mark.usefixtures("database")

ITSELF = {"HTTP_ACCEPT": "application/json"}
CREATABLE = [
    (parent, model)
    for model in get_page_models()
    if issubclass(model, BasePage) and model.is_creatable
    for parent in model.allowed_parent_page_models()[:1]
]


def opened(person: Client, address: str) -> QueryDict:
    """Return what the browser would send of the form as it is opened, with something in every field."""
    answer = person.get(address)
    sent = querydict_from_html(answer.content.decode(), form_id="page-edit-form")
    for name, field in answer.context["form"].fields.items():
        if isinstance(field, BlockField):
            sent[f"{name}-count"] = "0"  # scripts write this one
        elif isinstance(field, forms.DateField):
            sent[name] = f"{LAST if name == 'expires_on' else FIRST:%d/%m/%Y}"
        elif isinstance(field, forms.IntegerField) and field.required:
            sent[name] = "12"
        elif isinstance(field, forms.ModelChoiceField):
            sent[name] = str(field.queryset.values_list("pk", flat=True).last() or "")
        elif isinstance(field, forms.ChoiceField) and field.required:
            # The last: the first kind of desk, an accredited centre, asks for days and telephone.
            sent[name] = [str(value) for value, _label in field.choices if value][-1]
        elif type(field) is forms.CharField and field.required and not sent.get(name):
            sent[name] = "Parole"
    sent["title"], sent["slug"] = "Una porta aperta", "una-porta"
    return sent


def filled(person: Client, address: str, **fields: Any) -> dict[str, Any]:
    """Return a campaign's form, filled in, of which the browser keeps the hidden fields."""
    return {**words(**fields), "new_page_number": opened(person, address)["new_page_number"]}


def mine() -> list[Page]:
    return list(Page.objects.filter(title="Una porta aperta"))


class TestAButtonPressedWhileThePageSavedItself:
    @pytest.mark.parametrize("action", ["action-submit", "action-save", "action-publish"])
    def test_makes_one_page_with_what_was_on_the_screen(self, action: str) -> None:
        person = as_("amministrazione" if action == "action-publish" else "redazione-bresso")
        address = add(campaigns(), CampaignPage)
        form = filled(person, address, events=inline_formset([meeting()]))
        assert person.post(address, {**form, "slogan": "Parlar"}, **ITSELF).json()["success"]
        assert len(mine()) == 1

        answer = person.post(address, {**form, action: "1"})

        assert answer.status_code == 302
        (page,) = mine()
        latest = page.get_latest_revision_as_object()
        assert latest.slogan == "Parlarne è già un passo"
        assert latest.events.count() == 1
        assert page.live is (action == "action-publish")
        assert page.workflow_in_progress is (action == "action-submit")
        assert Page.find_problems() == ([], [], [], [], [])

    def test_takes_a_draft_with_another_title_and_address_away_too(self, giulia: Client) -> None:
        address = add(campaigns(), CampaignPage)
        form = filled(giulia, address)
        giulia.post(address, {**form, "title": "Una por", "slug": "una-por"}, **ITSELF)

        giulia.post(address, {**form, "action-submit": "1"})

        assert len(mine()) == 1
        assert not Page.objects.filter(title="Una por").exists()
        assert not PageLogEntry.objects.filter(label="Una por").exists()

    def test_keeps_the_draft_if_something_is_missing_on_the_form(self, giulia: Client) -> None:
        address = add(campaigns(), CampaignPage)
        form = filled(giulia, address)
        giulia.post(address, form, **ITSELF)

        answer = giulia.post(address, {**form, "slogan": "", "action-submit": "1"})

        assert "slogan" in answer.context["form"].errors
        assert "slug" not in answer.context["form"].errors
        assert len(mine()) == 1

    def test_makes_one_page_when_both_arrive_in_the_same_moment(
        self, giulia: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        address = add(campaigns(), CampaignPage)
        form = filled(giulia, address)
        by_itself, asked = as_("redazione-bresso"), []
        is_valid = DraftFirstForm.is_valid

        def valid_and_then_the_other_is_quicker(self: DraftFirstForm) -> bool:
            valid = is_valid(self)
            if not asked:
                asked.append(True)
                asked.append(by_itself.post(address, form, **ITSELF).json()["success"])
            return valid

        monkeypatch.setattr(DraftFirstForm, "is_valid", valid_and_then_the_other_is_quicker)
        answer = giulia.post(address, {**form, "action-submit": "1"})

        assert asked == [True, True]
        assert answer.status_code == 302
        (page,) = mine()
        assert page.workflow_in_progress

    @pytest.mark.parametrize(("parent", "model"), CREATABLE, ids=lambda model: model.__name__)
    def test_makes_one_page_of_every_type(
        self, parent: type[Page], model: type[BasePage], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        person = as_("amministrazione")
        for limit in ("max_count", "max_count_per_parent"):
            if getattr(model, limit):  # one more than there are, however many
                monkeypatch.setattr(model, limit, model.objects.count() + 1)
        Comune.objects.create(name="Ultimo", slug="ultimo")
        above = parent.objects.first() if parent is not Page else Page.get_first_root_node()
        address = add(above, model)
        form = opened(person, address)
        first = person.post(address, form, **ITSELF)
        assert first.json()["success"], person.post(address, form).context["form"].errors

        assert _sent_on(person.post(address, form))
        assert len(mine()) == 1


def _sent_on(answer: HttpResponse) -> bool:
    return answer.status_code == 302 and "/edit/" in answer.headers["Location"]


class TestAPageThatAPersonHasSent:
    def test_is_not_made_again_by_what_saves_itself_later(self, giulia: Client) -> None:
        address = add(campaigns(), CampaignPage)
        form = filled(giulia, address)
        giulia.post(address, {**form, "action-submit": "1"})

        late = giulia.post(address, {**form, "slogan": "Parlar"}, **ITSELF)

        assert late.status_code == 400
        assert late.json()["error_message"]
        (page,) = mine()
        assert page.workflow_in_progress
        assert page.get_latest_revision_as_object().slogan == "Parlarne è già un passo"

    def test_is_shown_when_the_same_form_is_sent_again(self, giulia: Client) -> None:
        address = add(campaigns(), CampaignPage)
        form = {**filled(giulia, address), "action-submit": "1"}
        giulia.post(address, form)

        again = giulia.post(address, form, follow=True)

        assert again.redirect_chain[0][0] == reverse("wagtailadmin_pages:edit", args=[mine()[0].pk])
        assert "era già salvata" in again.content.decode()
        assert len(mine()) == 1

    def test_does_not_give_way_to_the_form_of_somebody_else(self, giulia: Client) -> None:
        address = add(campaigns(), CampaignPage)
        form = filled(giulia, address)
        giulia.post(address, form, **ITSELF)

        answer = as_("amministrazione").post(address, {**form, "action-publish": "1"})

        assert "slug" in answer.context["form"].errors
        (page,) = mine()
        assert page.owner.get_username() == "redazione-bresso"


def test_a_page_saved_with_an_old_number_of_children_keeps_those_it_has(
    demo: dict[str, BasePage], db: None
) -> None:
    index = CampaignIndexPage.objects.get(locale__language_code="it")
    before = CampaignIndexPage.objects.get(pk=index.pk)
    index.add_child(
        instance=CampaignPage(title="Nuova", slug="nuova", live=False, starts_on=FIRST, ends_on=LAST)
    )

    before.save()

    assert Page.objects.get(pk=index.pk).numchild == before.numchild == index.numchild
    assert Page.find_problems() == ([], [], [], [], [])


def test_a_second_section_for_a_comune_is_refused_at_its_field(demo: dict[str, BasePage], db: None) -> None:
    section = PartnerSectionPage.objects.first()
    person, address = as_("amministrazione"), add(section.get_parent(), PartnerSectionPage)
    form = {**opened(person, address).dict(), "slug": "", "comune": str(section.comune_id)}

    answer = person.post(address, {**form, "action-publish": "1"})

    assert "ha già la sua sezione" in answer.content.decode()
