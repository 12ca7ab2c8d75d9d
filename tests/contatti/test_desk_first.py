"""Which desk she writes to is known before the form: the choice, one form for each desk, and what is not there."""

import re

import pytest
from django.test import Client
from wagtail.models import Locale

from amaranta.demo.discreet import build_discreet_pages
from contatti.models import DeskMailbox
from contatti.sealed.models import OperatorCertificate
from servizi.models import DeskPage
from tests.contatti.site import ContactSite

FORM = '<form class="ask"'


def links(text: str) -> list[str]:
    """Return the addresses of the forms that a page leads to."""
    return re.findall(r'<a class="button" href="(/[a-z/]+/\d+/)"', text)


def test_the_choice_leads_to_a_form_for_each_desk_that_takes_requests(
    contact: ContactSite, client: Client
) -> None:
    text = client.get("/scrivi/").content.decode()

    assert links(text) == [f"/scrivi/{desk.pk}/" for desk in contact.desks]
    assert FORM not in text
    for desk in contact.desks:
        form = contact.form(client, contact.desks.index(desk))
        assert f'<input type="hidden" name="b" value="{desk.pk}">' in form
        assert [each.title for each in contact.desks if each.title in form] == [desk.title]


def test_the_address_of_a_form_names_no_place(contact: ContactSite, client: Client) -> None:
    text = client.get("/scrivi/").content.decode()

    assert links(text)
    assert not [link for link in links(text) if re.search(r"villa|borgo|rocca|sportello", link)]


def test_a_paused_desk_says_why_and_leads_to_its_telephone(contact: ContactSite, client: Client) -> None:
    DeskMailbox.objects.filter(desk=contact.desks[0]).update(paused=True, pause_message="Fino a lunedì.")
    text = client.get("/scrivi/").content.decode()

    assert links(text) == [f"/scrivi/{desk.pk}/" for desk in contact.desks[1:]]
    assert text.index("Borgo Esempio") < text.index("Villa Prova")
    for page in (text, contact.form(client)):
        assert "Fino a lunedì." in page
        assert 'href="tel:0000000009"' in page
    assert FORM not in contact.form(client)
    assert 'href="/scrivi/">Scegli un altro sportello' in contact.form(client)


def test_one_open_desk_is_one_obvious_choice(contact: ContactSite, client: Client) -> None:
    DeskMailbox.objects.exclude(desk=contact.desks[1]).update(paused=True)
    text = client.get("/scrivi/").content.decode()

    assert links(text) == [f"/scrivi/{contact.desks[1].pk}/"]
    assert "A quale sportello vuoi scrivere?" not in text
    assert "Adesso puoi scrivere qui" in text


def test_when_no_desk_takes_requests_the_choice_is_among_telephones(
    contact: ContactSite, client: Client
) -> None:
    OperatorCertificate.objects.update(active=False)
    text = client.get("/scrivi/").content.decode()

    assert "Adesso non si può scrivere da qui" in text
    assert links(text) == []
    assert text.count('href="tel:0000000009"') == len(contact.desks)


@pytest.mark.parametrize("number", ["999999", "9" * 18])
def test_a_desk_that_is_gone_leads_to_the_others(contact: ContactSite, client: Client, number: str) -> None:
    response = client.get(f"/scrivi/{number}/")

    assert response.status_code == 404
    assert "non è più qui" in response.content.decode()
    assert len(links(response.content.decode())) == 3


@pytest.mark.parametrize("rest", ["villa-prova/", "-1/", "٣/", "1/2/", "9" * 19 + "/", "1.0/"])
def test_an_address_that_can_not_be_a_desks_is_no_page(
    contact: ContactSite, client: Client, rest: str
) -> None:
    response = client.get(f"/scrivi/{rest}")

    assert response.status_code == 404
    assert "Questa pagina non c’è" in response.content.decode()


def test_in_english_the_desks_have_their_english_names_and_one_key(
    contact: ContactSite, client: Client
) -> None:
    locale = Locale.objects.create(language_code="en")
    parent = contact.page.get_parent().specific
    for page in (parent, contact.desks[0].get_parent().specific, contact.page):
        page.copy_for_translation(locale).save_revision().publish()
    translated = contact.desks[0].copy_for_translation(locale)
    translated.title = "Trial House"
    translated.save_revision().publish()
    text = client.get("/en/scrivi/").content.decode()

    assert "Trial House" in text
    assert links(text)[0] == f"/en/scrivi/{contact.desks[0].pk}/"
    form = client.get(links(text)[0]).content.decode()
    assert "To: Trial House" in form
    assert f'name="b" value="{contact.desks[0].pk}"' in form
    assert DeskPage.objects.get(title="Trial House").pk != contact.desks[0].pk
    assert client.get(f"/en/scrivi/{translated.pk}/").status_code == 404


def test_a_form_costs_the_same_for_any_number_of_desks(
    contact: ContactSite, client: Client, django_assert_num_queries: object
) -> None:
    contact.form(client)
    with django_assert_num_queries(8):  # type: ignore[operator]
        contact.form(client)


def test_a_desks_own_page_leads_to_its_form_by_way_of_the_page_before_private_ones(
    contact: ContactSite, client: Client
) -> None:
    build_discreet_pages(contact.page.get_parent().specific)
    text = client.get(contact.desks[0].url).content.decode()

    assert f'data-to="/scrivi/{contact.desks[0].pk}/"' in text
    assert f'href="/scrivi/{contact.desks[0].pk}/"' not in text
    assert "Scrivi a questo sportello" in text


def test_a_desks_own_page_leads_nowhere_when_it_takes_no_requests(
    contact: ContactSite, client: Client
) -> None:
    DeskMailbox.objects.filter(desk=contact.desks[0]).update(paused=True, pause_message="Fino a lunedì.")
    paused, open_ = (client.get(desk.url).content.decode() for desk in contact.desks[:2])

    assert "Scrivi a questo sportello" in open_
    assert "Scrivi a questo sportello" not in paused
    assert "Fino a lunedì." in paused
