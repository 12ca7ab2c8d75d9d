"""The form opens only when a person has approved the words about who reads, duties and minors."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text

from contatti.models import ContactPage
from contatti.sealed.envelope import seal
from contatti.sealed.models import OutboxItem
from tests.contatti.site import ContactSite, certificates, post, send_envelope

WORDS = ("readers", "reporting", "minors")
FORM = '<form class="ask"'


def change(contact: ContactSite, **words: str) -> ContactPage:
    """Publish other words without approving them."""
    page = ContactPage.objects.get(pk=contact.page.pk)
    for name, text in words.items():
        setattr(page, name, text)
    page.save_revision().publish()
    return page


def edited(contact: ContactSite, client: Client, **values: object) -> str:
    """Save the page's form in the administration, and return the next page."""
    page = ContactPage.objects.get(pk=contact.page.pk)
    fields: dict[str, object] = {
        "title": "Scrivi", "slug": "scrivi", "headline": page.headline, "intro": rich_text("<p>Prima.</p>"),
        **{name: rich_text(getattr(page, name)) for name in WORDS}, "next_steps": rich_text("<p>Dopo.</p>"),
        "wordings": inline_formset([]), "extra_questions": inline_formset([]), "comments": inline_formset([]),
        "action-publish": "1", **values,
    }  # fmt: skip
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return client.post(address, nested_form_data(fields), follow=True).content.decode()


@pytest.fixture
def chief(client: Client) -> Client:
    user = get_user_model().objects.create_superuser("capo", password="x", first_name="Coordinamento")
    client.force_login(user)
    return client


def test_approved_words_stand_beside_her_text(contact: ContactSite, client: Client) -> None:
    text = contact.form(client)

    assert FORM in text
    for words in (
        "Chi legge",
        "Il dovere di segnalare",
        "articoli 361 e 362",
        "Se hai meno di 18 anni",
        "19696",
    ):
        assert text.index(words) < text.index("<textarea")


@pytest.mark.parametrize("name", WORDS)
@pytest.mark.parametrize("words", ["<p>Altre parole.</p>", "<p> </p>"])
def test_other_words_close_the_form_until_somebody_approves_them(
    contact: ContactSite, client: Client, name: str, words: str
) -> None:
    fields = contact.fields(d="due parole di prova")
    assert FORM in contact.form(client)
    change(contact, **{name: words})

    assert FORM not in contact.form(client)
    choice = client.get("/scrivi/").content.decode()
    assert "Adesso non si può scrivere da qui" in choice
    assert 'href="tel:0000000009"' in choice
    assert "adesso non riceve messaggi" in contact.answer(client, fields)
    assert "Scrivi a questo sportello" not in client.get(contact.desks[0].url).content.decode()


def test_nothing_is_taken_sealed_either_while_words_wait(contact: ContactSite, client: Client) -> None:
    der = seal("ciao", certificates(contact))
    change(contact, minors="<p>Altre parole.</p>")
    asked = post(client, "/invia/chiavi/", {"t": contact.token(), "b": contact.desks[0].pk, "v": "1"})

    assert asked.status_code == 409
    assert send_envelope(contact, client, der).status_code == 409
    assert OutboxItem.objects.count() == 0


def test_a_sentence_that_moves_to_another_text_voids_the_approval(contact: ContactSite) -> None:
    page = change(contact, readers=contact.page.readers + contact.page.reporting, reporting=" ")

    assert not page.is_approved


def test_who_publishes_approves_with_a_tick_and_name_and_day_are_kept(
    contact: ContactSite, chief: Client
) -> None:
    change(contact, minors="<p>Altre parole.</p>")
    assert FORM not in contact.form(Client())
    edited(contact, chief, approve="on")
    page = ContactPage.objects.get(pk=contact.page.pk)

    assert (page.approved_by, page.is_approved) == ("Coordinamento", True)
    assert page.approved_on
    assert FORM in contact.form(Client())
    form = chief.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "Approvate da Coordinamento il" in form


def test_saving_without_the_tick_neither_approves_nor_voids(contact: ContactSite, chief: Client) -> None:
    edited(contact, chief)
    assert FORM in contact.form(Client())

    edited(contact, chief, readers=rich_text("<p>Altre parole.</p>"))
    assert FORM not in contact.form(Client())


def test_who_may_not_publish_can_not_approve(contact: ContactSite, client: Client) -> None:
    change(contact, minors="<p>Altre parole.</p>")
    group = Group.objects.create(name="Redattrici di prova")
    for name in ("change_page", "add_page"):
        contact.page.group_permissions.create(group=group, permission=permission(name))
    group.permissions.add(permission("access_admin"))
    user = get_user_model().objects.create_user("redattrice", password="x")
    user.groups.add(group)
    client.force_login(user)
    edited(contact, client, approve="on", **{"action-publish": ""})
    form = client.get(reverse("wagtailadmin_pages:edit", args=[contact.page.pk])).content.decode()

    assert "può farlo solo chi pubblica" in form
    latest = ContactPage.objects.get(pk=contact.page.pk).get_latest_revision_as_object()
    assert not latest.is_approved


def test_the_dashboard_says_that_the_form_is_closed_and_leads_to_the_tick(
    contact: ContactSite, chief: Client
) -> None:
    place = f"{reverse('wagtailadmin_pages:edit', args=[contact.page.pk])}#id_approve"
    assert place not in chief.get("/admin/").content.decode()
    change(contact, minors="<p>Altre parole.</p>")
    text = chief.get("/admin/").content.decode()

    assert "Il modulo per scrivere è chiuso" in text
    assert text.count(place) == 2  # as what is urgent, and before opening


def permission(codename: str) -> object:
    return Permission.objects.get(
        codename=codename, content_type__app_label__in=("wagtailcore", "wagtailadmin")
    )
