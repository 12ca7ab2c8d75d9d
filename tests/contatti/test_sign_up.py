"""Signing up for an event: asked little, sealed like a request, closed with its day."""

import re
from datetime import datetime
from pathlib import Path
from subprocess import run
from typing import Any

import pytest
import time_machine
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from django.test import Client
from django.utils import timezone
from wagtail.test.utils.form_data import inline_formset

from contatti.models import DeskMailbox
from contatti.sealed.envelope import seal
from contatti.sealed.models import OutboxItem
from contatti.sealed.tasks.deliver import build_message
from home.models import CampaignEvent, CampaignPage, HomePage
from tests.contatti.signing_up import AFTER, CAMPAIGN, LAST, STARTS, build_event
from tests.contatti.site import ContactSite, certificates, hidden_value, post, send_envelope
from tests.home.campaign_form import campaigns, meeting, words
from tests.home.people import add
from tests.interop.mailreaders import text_of

ANSWERS = {"e": "Viola", "r": "2", "i": ["1", "4"], "d": "parlo arabo", "g": "000 0000001"}


@pytest.fixture
def event(home: HomePage, contact: ContactSite) -> CampaignEvent:
    """Return an event that takes sign-ups at the first desk."""
    return build_event(home, contact)


def fields(contact: ContactSite, event: CampaignEvent, **more: Any) -> dict[str, Any]:
    own = {"t": contact.token(), "b": str(contact.desks[0].pk), "q": event.sign_up_key, "w": ""}
    return {**own, **ANSWERS, **more, "v": "1"}


def test_the_link_stands_at_the_event_that_has_sign_ups_until_its_day_is_over(
    contact: ContactSite, event: CampaignEvent, client: Client
) -> None:
    places = (CAMPAIGN, "/campagne/appuntamenti/")
    with time_machine.travel(LAST, tick=False):
        last = client.get(f"/scrivi/{event.sign_up_address}").content.decode()
    shown = [client.get(place).content.decode() for place in places]
    with time_machine.travel(AFTER, tick=False):
        later = [client.get(place).content.decode().count(event.sign_up_address) for place in places]

    for text in shown:
        with_scripts, without = text.split("<noscript><p>")
        assert with_scripts.count(event.sign_up_address) == without.count(event.sign_up_address) == 1
    assert later == [0, 0]
    assert "data-contact" in last


def test_the_form_asks_little_in_fields_of_one_letter_on_a_private_page(
    contact: ContactSite, event: CampaignEvent, client: Client
) -> None:
    response = client.get(f"/scrivi/{event.sign_up_address}")
    text = response.content.decode()
    form = text.split('<form class="ask"')[1]

    assert response.headers["X-Robots-Tag"] == "noindex, nofollow, noarchive"
    assert response.headers["Cache-Control"] == "no-store"
    assert not response.cookies
    assert "<title>Amaranta</title>" in text
    assert set(re.findall(r' name="([^"]+)"', form)) == {*"tbqeridgwv"}
    assert "Letture" in text


def test_a_sign_up_without_scripts_is_a_sealed_mail_that_openssl_opens(
    contact: ContactSite, event: CampaignEvent, client: Client, tmp_path: Path
) -> None:
    request = contact.fields(d="due parole")
    page = contact.answer(client, fields(contact, event))
    item = OutboxItem.objects.get()
    text = contact.open(item)[0]
    contact.send(client, request)
    other = OutboxItem.objects.exclude(pk=item.pk).get()
    mail = build_message(item).message().as_bytes()
    operator = contact.operators[contact.desks[0].pk][0]
    key = operator.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    for name, content in (("mail", mail), ("key", key)):
        (tmp_path / name).write_bytes(content)
    (tmp_path / "crt").write_bytes(operator.certificate.public_bytes(Encoding.PEM))
    command = ["openssl", "cms", "-decrypt", "-in", "mail", "-recip", "crt", "-inkey", "key"]
    opened = run(command, cwd=tmp_path, capture_output=True, check=True).stdout

    assert "Ricevuto" in page
    assert "Viola" not in page
    assert "Se hai preso un numero" not in page
    assert text.startswith("ISCRIZIONE A UN APPUNTAMENTO\nRiferimento: ")
    assert f"Appuntamento: Letture, {STARTS:%d/%m/%Y}, 18:00\n" in text
    for line in ("Nome da usare: Viola", "Persone: 2", "  | parlo arabo", "senza gradini", "000 0000001"):
        assert line in text
    assert "Viola" in text_of(opened)
    assert build_message(item).subject == build_message(other).subject
    assert not any(word in mail.lower() for word in (b"viola", b"letture", b"iscri"))


def test_a_browser_that_seals_is_told_the_words_of_the_sign_up_and_its_envelope_is_kept(
    contact: ContactSite, event: CampaignEvent, client: Client
) -> None:
    about = {"t": contact.token(), "b": contact.desks[0].pk, "q": event.sign_up_key}
    told = post(client, "/invia/chiavi/", {**about, "v": "1"}).json()
    der = seal("ciao", certificates(contact))
    received = send_envelope(contact, client, der, q=event.sign_up_key)

    assert told["opening"].startswith("ISCRIZIONE")
    assert "Letture" in told["head"]
    assert told["labels"]["i.4"] == "Un ingresso senza gradini"
    assert received.status_code == 200
    assert "Letture" in received.content.decode()
    assert bytes(OutboxItem.objects.get().envelope) == der


def test_what_is_missing_is_said_and_what_she_typed_stays(
    contact: ContactSite, event: CampaignEvent, client: Client
) -> None:
    again = contact.answer(client, fields(contact, event, e=" "))

    assert "Manca una risposta" in again
    assert "parlo arabo" in again
    assert hidden_value(again, "q") == event.sign_up_key
    assert OutboxItem.objects.count() == 0


def closed_by_its_day(event: CampaignEvent, contact: ContactSite) -> datetime:
    return AFTER


def closed_by_cancelling(event: CampaignEvent, contact: ContactSite) -> datetime:
    CampaignEvent.objects.filter(pk=event.pk).update(is_cancelled=True)
    return timezone.now()


def closed_by_keys(event: CampaignEvent, contact: ContactSite) -> datetime:
    DeskMailbox.objects.filter(desk=contact.desks[0]).first().certificates.all().delete()
    return timezone.now()


def closed_by_the_desk(event: CampaignEvent, contact: ContactSite) -> datetime:
    contact.desks[0].unpublish()
    return timezone.now()


@pytest.mark.parametrize(
    "close", [closed_by_its_day, closed_by_cancelling, closed_by_keys, closed_by_the_desk]
)
def test_a_closed_sign_up_says_so_with_a_telephone_and_takes_nothing(
    contact: ContactSite, event: CampaignEvent, client: Client, close: Any
) -> None:
    address = f"/scrivi/{event.sign_up_address}"
    assert "data-contact" in client.get(address).content.decode()
    moment = close(event, contact)
    with time_machine.travel(moment, tick=False):
        page = client.get(address)
        plain = contact.answer(client, fields(contact, event))
        sealed = send_envelope(contact, client, seal("ciao", certificates(contact)), q=event.sign_up_key)
    text = page.content.decode()

    assert page.status_code == 200
    assert '<form class="ask"' not in text
    assert all("adesso sono chiuse" in each for each in (text, plain, sealed.content.decode()))
    assert 'href="tel:1522"' in text
    assert sealed.status_code == 409
    assert OutboxItem.objects.count() == 0


def test_another_desk_another_event_and_no_sign_up_are_not_found(
    contact: ContactSite, event: CampaignEvent, client: Client
) -> None:
    other = CampaignEvent.objects.get(title="Formazione")
    desk, another = contact.desks[0].pk, contact.desks[1].pk
    for address in (
        f"{another}/{event.sign_up_key}/",
        f"{desk}/{other.sign_up_key}/",
        f"{desk}/0-0/",
        f"{desk}/x/",
    ):
        assert client.get(f"/scrivi/{address}").status_code == 404
    refused = contact.answer(client, fields(contact, event, b=str(another)))

    assert "adesso sono chiuse" in refused
    assert OutboxItem.objects.count() == 0


def test_an_editor_chooses_among_the_desks_that_have_a_mailbox_and_no_other_page(
    contact: ContactSite, event: CampaignEvent, home: HomePage, admin_client: Client
) -> None:
    address = add(campaigns(), CampaignPage)
    form = admin_client.get(address).context["form"].formsets["events"].empty_form
    offered = [str(label) for _value, label in form.fields["sign_up_at"].choices]
    for page in (home, contact.desks[1]):
        rows = inline_formset([meeting(sign_up_at=str(page.pk))])
        admin_client.post(address, {**words(events=rows), "action-publish": "1"})
        saved = list(CampaignEvent.objects.filter(page__slug="una-porta"))
        assert [each.sign_up_at_id for each in saved] == [each.pk for each in (page,) if page != home]

    assert [label for label in offered if "---" not in label] == [desk.title for desk in contact.desks]
