"""How keys and mailboxes are looked after in the admin."""

import re
import uuid
from datetime import UTC, datetime, timedelta

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from django.contrib.auth.models import Group, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from contatti.models import DeskMailbox
from contatti.sealed.approval import approve, state_of
from contatti.sealed.certificates.generate import make_operator_key, pkcs12
from contatti.sealed.models import OperatorCertificate, OutboxItem, OutboxState, PendingChange
from contatti.sealed.tasks.claims import claim
from servizi.models import DeskPage
from tests.contatti.desks import DeskMaker, operator_key
from tests.contatti.site import ContactSite

PANEL = "Cosa richiede attenzione"
KEY_TASKS = ("Caselle chiuse", "Chiavi scadute", "Chiavi che scadono", "Richieste respinte")


@pytest.fixture
def keeper(db: None, client: Client) -> Client:
    """Return the browser of somebody who looks after keys and nothing else."""
    user = User.objects.create_user("custode")
    user.groups.add(Group.objects.get(name="Chiavi"))
    client.force_login(user)
    return client


@pytest.fixture
def desk(desks: DeskMaker) -> DeskPage:
    return desks.closed("Primo")


def upload(keeper: Client, desk: DeskPage, data: bytes) -> tuple[int, str]:
    response = keeper.post(
        reverse("chiavi:add"),
        {
            "mailbox": desk.mailbox.pk,
            "holder": "operatrice 1",
            "role": "operator",
            "upload": SimpleUploadedFile("chiave.crt", data),
        },
        follow=True,
    )
    return response.status_code, response.content.decode()


@pytest.mark.parametrize("encoding", [Encoding.PEM, Encoding.DER])
def test_a_good_certificate_is_stored_with_what_people_need_to_recognise_it(
    keeper: Client, desk: DeskPage, encoding: Encoding
) -> None:
    certificate = operator_key(1)[1]
    upload(keeper, desk, certificate.public_bytes(encoding))

    row = OperatorCertificate.objects.get()
    assert row.x509 == certificate
    assert re.fullmatch(r"([0-9A-F]{2}:){31}[0-9A-F]{2}", row.fingerprint)
    listing = keeper.get(reverse("chiavi:index")).content.decode()
    assert "valida" in listing
    assert row.fingerprint in keeper.get(reverse("chiavi:inspect", args=[row.pk])).content.decode()


def test_advice_on_an_accepted_certificate_is_shown(keeper: Client, desk: DeskPage) -> None:
    _, page = upload(keeper, desk, operator_key(1)[1].public_bytes(Encoding.PEM))

    assert "meno di 3072 bit" in page


def test_a_private_key_is_refused_at_the_field_and_not_repeated(keeper: Client, desk: DeskPage) -> None:
    key, certificate = operator_key(1)
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    for data in (pem, pkcs12(key, certificate, "1" * 25)):
        _, page = upload(keeper, desk, data)
        assert "contiene una chiave privata" in page
        assert pem.splitlines()[1].decode() not in page
    assert not OperatorCertificate.objects.exists()


def test_an_expired_a_short_and_an_unreadable_file_are_refused_with_their_reason(
    keeper: Client, desk: DeskPage
) -> None:
    now = datetime.now(UTC)
    _, expired = make_operator_key("X", days=1, bits=2048, now=now - timedelta(days=9))
    assert "scaduto" in upload(keeper, desk, expired.public_bytes(Encoding.PEM))[1]
    _, short = make_operator_key("X", bits=1024, now=now)
    assert "troppo corta" in upload(keeper, desk, short.public_bytes(Encoding.PEM))[1]
    assert "non è un certificato leggibile" in upload(keeper, desk, b"ciao")[1]
    assert "non è un certificato leggibile" in upload(keeper, desk, b"0" * 70_000)[1]
    assert not OperatorCertificate.objects.exists()


def test_the_same_certificate_twice_for_a_desk_is_refused(keeper: Client, desk: DeskPage) -> None:
    data = operator_key(1)[1].public_bytes(Encoding.PEM)
    upload(keeper, desk, data)

    assert "ha già questo certificato" in upload(keeper, desk, data)[1]
    assert OperatorCertificate.objects.count() == 1


def test_a_key_is_taken_out_of_use_without_being_forgotten(keeper: Client, desks: DeskMaker) -> None:
    key = desks.open("Primo").mailbox.certificates.earliest("pk")
    keeper.post(reverse("chiavi:edit", args=[key.pk]), {"holder": key.holder, "role": key.role})

    key.refresh_from_db()
    assert not key.active
    assert "non in uso" in keeper.get(reverse("chiavi:index")).content.decode()


def test_a_mailbox_and_a_pause_are_set_in_the_admin(keeper: Client, desk: DeskPage) -> None:
    keeper.post(
        reverse("caselle:edit", args=[desk.mailbox.pk]),
        {"address": "uno@example.org", "hourly_limit": "20", "paused": "on"},
    )

    mailbox = DeskMailbox.objects.get()
    assert (mailbox.desk, mailbox.address, mailbox.paused) == (desk, "", True)
    change = PendingChange.objects.get()
    approve(change.pk, User.objects.create_superuser("altra"), state_of(change))
    mailbox.refresh_from_db()
    assert (mailbox.address, mailbox.paused) == ("uno@example.org", True)


def test_each_desk_has_its_mailbox_by_itself_and_nobody_adds_or_deletes_one(
    keeper: Client, desk: DeskPage, admin_client: Client
) -> None:
    for client in (keeper, admin_client):
        page = client.get(reverse("caselle:index")).content.decode()
        assert "Primo" in page
        assert "manca" in page
        assert f'href="{reverse("caselle:edit", args=[desk.mailbox.pk])}"' in page
        assert reverse("caselle:add") not in page
        assert client.get(reverse("caselle:add")).status_code == 302
        assert client.post(reverse("caselle:delete", args=[desk.mailbox.pk])).status_code == 302
    assert DeskMailbox.objects.filter(desk=desk).exists()


def test_a_mailbox_is_called_as_its_desk_is_called_today(desk: DeskPage) -> None:
    assert desk.mailbox.name == "Primo"
    desk.title = "Primo piano"
    desk.save_revision().publish()
    assert DeskMailbox.objects.get(desk=desk).name == "Primo piano"


def test_editors_neither_see_nor_change_keys(client: Client, desks: DeskMaker) -> None:
    editor = User.objects.create_user("redattrice")
    editor.groups.add(Group.objects.get(name="Chi scrive"))
    client.force_login(editor)
    key = desks.open("Primo").mailbox.certificates.earliest("pk")

    home = client.get(reverse("wagtailadmin_home"))
    assert home.status_code == 200
    assert not any(task in home.content.decode() for task in KEY_TASKS)
    for address in (reverse("chiavi:index"), reverse("chiavi:edit", args=[key.pk])):
        assert client.get(address).status_code == 302
    assert client.post(reverse("sealed_send_again")).status_code in {302, 403}


def test_the_dashboard_is_calm_when_nothing_is_wrong(keeper: Client, desks: DeskMaker) -> None:
    desks.open("Primo")
    page = keeper.get(reverse("wagtailadmin_home")).content.decode()

    assert PANEL in page
    assert "Nulla: è tutto a posto." in page


def test_the_dashboard_names_a_desk_with_neither_key_nor_mailbox(keeper: Client, desks: DeskMaker) -> None:
    desks.open("Primo")
    desks.closed("Senza niente")
    page = keeper.get(reverse("wagtailadmin_home")).content.decode()

    assert "Sportelli senza chiave e senza casella" in page
    assert "Senza niente" in page
    assert "Nulla: è tutto a posto." not in page


def test_a_desk_without_anything_promises_neither_a_telephone_nor_that_it_was_checked(
    client: Client, contact: ContactSite
) -> None:
    index = contact.desks[0].get_parent()
    empty = DeskPage(
        title="Vuoto",
        slug="vuoto",
        comune=contact.desks[0].comune,
        intro="x",
        verified_on=timezone.localdate(),
    )
    index.add_child(instance=empty)

    form = client.get(contact.page.url).content.decode()
    page = client.get(empty.url).content.decode()

    (choice,) = re.findall(r"<li class=.card.>(?:(?!</li>).)*Vuoto.*?</li>", form, re.DOTALL)
    assert "telefona" not in choice
    assert "scegline un altro" in choice
    assert "controllati" not in page


def test_the_dashboard_names_keys_from_sixty_days_before_they_end(keeper: Client, desks: DeskMaker) -> None:
    desk = desks.open("Primo")
    keys = desk.mailbox.certificates.order_by("pk")
    end = timezone.now() + timedelta(days=59)
    OperatorCertificate.objects.filter(pk=keys[0].pk).update(not_after=end)
    OperatorCertificate.objects.filter(pk=keys[1].pk).update(not_after=end + timedelta(days=2))
    page = keeper.get(reverse("wagtailadmin_home")).content.decode()

    assert "Chiavi che scadono entro 60 giorni" in page
    assert f"Primo, operatrice 1: {timezone.localdate(end):%d/%m/%Y}" in page
    assert "operatrice 2" not in page


def test_the_dashboard_names_expired_keys_and_desks_that_they_closed(
    keeper: Client, desks: DeskMaker
) -> None:
    desk = desks.open("Primo")
    desk.mailbox.certificates.update(not_after=timezone.now() - timedelta(days=1))
    page = keeper.get(reverse("wagtailadmin_home")).content.decode()

    assert "Caselle chiuse: nessuna chiave valida" in page
    assert "Chiavi scadute" in page


def test_what_bounced_is_sent_again_from_the_dashboard(keeper: Client, desks: DeskMaker) -> None:
    item, _ = OutboxItem.objects.accept(desks.open("Primo").mailbox, b"0", uuid.uuid4().bytes * 2)
    OutboxItem.objects.update(state=OutboxState.BOUNCED, attempts=1)
    assert "Primo: 1 richiesta" in keeper.get(reverse("wagtailadmin_home")).content.decode()

    page = keeper.post(reverse("sealed_send_again"), follow=True).content.decode()

    item.refresh_from_db()
    assert item.state == OutboxState.WAITING
    assert claim(timezone.now()) == item
    assert "Proviamo subito 1 richiesta" in page


def test_the_button_says_that_a_second_copy_may_reach_the_desk(keeper: Client, desks: DeskMaker) -> None:
    OutboxItem.objects.accept(desks.open("Primo").mailbox, b"0", uuid.uuid4().bytes * 2)
    OutboxItem.objects.update(state=OutboxState.REFUSED, attempts=1)

    page = keeper.get(reverse("wagtailadmin_home")).content.decode()
    note = re.search(r'<p id="(attention-note-\d+)">[^<]*una seconda copia\.</p>', page)
    assert note is not None
    assert f'aria-describedby="{note[1]}">Spedisci di nuovo adesso' in page


def test_a_desk_is_not_deleted_while_its_requests_are_kept(admin_client: Client, desks: DeskMaker) -> None:
    desk = desks.open("Primo")
    OutboxItem.objects.accept(desk.mailbox, b"0", uuid.uuid4().bytes * 2)
    alone = reverse("wagtailadmin_pages:delete", args=[desk.pk])
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"]) + f"?id={desk.pk}"

    for address in (alone, bulk):
        page = admin_client.post(address, follow=True).content.decode()
        assert "ha ancora richieste in consegna" in page
        assert DeskPage.objects.filter(pk=desk.pk).exists()

    OutboxItem.objects.all().delete()
    admin_client.post(alone)
    assert not DeskPage.objects.exists()


def test_the_admin_runs_under_its_own_policy_and_lets_the_browser_name_its_origin(keeper: Client) -> None:
    response = keeper.get(reverse("wagtailadmin_home"))

    assert "'none'" not in response.headers["Content-Security-Policy"].replace("base-uri 'none'", "")
    assert "trusted-types" not in response.headers["Content-Security-Policy"]
    assert response.headers["Referrer-Policy"] == "same-origin"
