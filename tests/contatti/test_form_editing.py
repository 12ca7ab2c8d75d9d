"""What an editor can change in the form, and what nobody can."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from wagtail.contrib.forms.models import FormSubmission
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text

from contatti.contact_form.questions import GROUPS, rewordable
from contatti.models import ContactPage, ExtraQuestion, QuestionWording
from tests.contatti.site import ContactSite


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(get_user_model().objects.create_superuser("redazione", password="x"))
    return client


def edit(editor: Client, contact: ContactSite, **changes: object) -> ContactPage:
    """Publish the page with these values from the admin's own form."""
    values: dict[str, object] = {
        "title": "Scrivi",
        "slug": "scrivi",
        "headline": "Scrivi a uno sportello",
        "intro": rich_text("<p>Prima.</p>"),
        "readers": rich_text("<p>Chi legge.</p>"),
        "reporting": rich_text("<p>Il dovere.</p>"),
        "minors": rich_text("<p>Chi è minorenne.</p>"),
        "approve": "on",
        "next_steps": rich_text("<p>Dopo.</p>"),
        "wordings": inline_formset([]),
        "extra_questions": inline_formset([]),
        "comments": inline_formset([]),
        "action-publish": "1",
        **changes,
    }
    response = editor.post(
        reverse("wagtailadmin_pages:edit", args=[contact.page.pk]), nested_form_data(values), follow=True
    )
    assert "messages" in response.context
    assert not [message for message in response.context["messages"] if message.level_tag == "error"]
    return ContactPage.objects.get(pk=contact.page.pk)


def test_an_editor_words_a_question_differently(contact: ContactSite, editor: Client) -> None:
    edit(
        editor,
        contact,
        wordings=inline_formset([{"question": "wish", "label": "Di che cosa hai bisogno?", "help_text": ""}]),
    )
    text = contact.form(editor)

    assert "<legend>Di che cosa hai bisogno? <small>" in text


def test_an_editor_adds_questions_of_every_kind_and_the_desk_gets_the_answers(
    contact: ContactSite, editor: Client
) -> None:
    rows = [
        {
            "label": "Ti serve un posto per bambini?",
            "field_type": "radio",
            "choices": "Sì\nNo",
            "required": "on",
        },
        {"label": "Da dove arrivi?", "field_type": "dropdown", "choices": "Nord\nSud"},
        {"label": "Che cosa è più facile?", "field_type": "checkboxes", "choices": "Mattina\nSera"},
        {"label": "Come ci hai trovate?", "field_type": "singleline", "choices": ""},
        {"label": "Altro?", "field_type": "multiline", "choices": ""},
    ]
    for row in rows:
        row["help_text"] = ""
    page = edit(editor, contact, extra_questions=inline_formset(rows))
    names = [f"x{question.pk}" for question in page.extra_questions.all()]
    missing = contact.answer(Client(), contact.fields())
    answers = dict(zip(names, ["1", "2", ["1", "2"], "un volantino", "no\ngrazie"], strict=True))

    assert "Manca una risposta: «Ti serve un posto per bambini?»." in missing
    assert "Ricevuto" in contact.answer(Client(), contact.fields(**answers))
    assert (
        "— Altre domande —\n"
        "Ti serve un posto per bambini?: Sì\n"
        "Da dove arrivi?: Sud\n"
        "Che cosa è più facile?: Mattina; Sera\n"
        "Come ci hai trovate?: un volantino\n"
        "Altro?:\n  | no\n  | grazie\n"
    ) in contact.texts()[0]


def test_an_editor_can_not_touch_how_she_is_reached() -> None:
    reach = next(group for group in GROUPS if group.code == "reach")

    assert reach.fixed
    assert not {question.code for question in reach.questions} & {question.code for question in rewordable()}
    offered = {value for value, _ in QuestionWording._meta.get_field("question").flatchoices}
    assert offered == {question.code for question in rewordable()}


def test_an_editor_can_not_ask_for_a_file() -> None:
    kinds = {value for value, _ in ExtraQuestion._meta.get_field("field_type").flatchoices}

    assert kinds == {"singleline", "multiline", "dropdown", "radio", "checkboxes"}


def test_an_editor_is_told_when_choices_are_missing(contact: ContactSite, editor: Client) -> None:
    question = ExtraQuestion(page=contact.page, label="Quale?", field_type="radio", choices="")
    with pytest.raises(Exception, match="almeno una scelta"):
        question.full_clean(exclude=["page"])


def test_no_answer_is_ever_kept_where_an_editor_could_read_it(contact: ContactSite, editor: Client) -> None:
    contact.send(Client(), contact.fields(d="due parole di prova"))

    assert FormSubmission.objects.count() == 0
    forms = editor.get(reverse("wagtailforms:index")).content.decode()
    assert "Scrivi" not in forms.split("<main")[1]


def test_the_admin_shows_the_form_in_its_preview(contact: ContactSite, editor: Client) -> None:
    contact.page.extra_questions.add(ExtraQuestion(label="Ancora?", field_type="singleline"))
    response = contact.page.make_preview_request()

    assert response.status_code == 200
    assert "Ancora?" in response.content.decode()
