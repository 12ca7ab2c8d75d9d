"""Certificates that would close a desk, spoil a list or give a mailbox away; and the alarm if one did."""

from datetime import UTC, datetime

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID
from django.contrib.auth.models import Group, User
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from contatti.models import DeskMailbox
from contatti.sealed.alerts import AlertCode, lines_of
from contatti.sealed.approval import approve, state_of
from contatti.sealed.certificates.trial import takes_requests
from contatti.sealed.models import CertificateRole, OperatorCertificate, PendingChange
from contatti.sealed.tasks.monitoring import look
from tests.contatti.desks import DeskMaker, give_address, operator_key
from tests.contatti.keys import make_operator

ISSUER = "CN=Autorità d’Esempio"


@pytest.fixture
def keeper(db: None, client: Client) -> Client:
    """Return the browser of somebody who looks after keys and nothing else."""
    user = User.objects.create_user("custode")
    user.groups.add(Group.objects.get(name="Chiavi"))
    client.force_login(user)
    return client


def certificate(
    number: int, *, issuer: str = ISSUER, serial: int = 77, end: datetime | None = None
) -> x509.Certificate:
    """Return a certificate of another make for the key of an operator."""
    key = make_operator(number).key
    return (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"Operatrice {number}")]))
        .issuer_name(x509.Name.from_rfc4514_string(issuer))
        .public_key(key.public_key())
        .serial_number(serial)
        .not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
        .not_valid_after(end or datetime(2030, 1, 1, tzinfo=UTC))
        .sign(key, hashes.SHA256())
    )


def upload(keeper: Client, desk: int, one: x509.Certificate, role: str = "operator") -> str:
    file = SimpleUploadedFile("chiave.crt", one.public_bytes(Encoding.PEM))
    fields = {
        "mailbox": DeskMailbox.objects.get(desk=desk).pk,
        "holder": "operatrice",
        "role": role,
        "upload": file,
    }
    return keeper.post(reverse("chiavi:add"), fields, follow=True).content.decode()


@pytest.mark.parametrize("role", CertificateRole.values)
def test_a_certificate_that_programs_confuse_with_another_of_the_desk_is_refused_in_every_role(
    keeper: Client, desks: DeskMaker, role: str
) -> None:
    desk, other = desks.closed("Primo"), desks.closed("Secondo")
    upload(keeper, desk.pk, certificate(2))
    assert OperatorCertificate.objects.count() == 1

    assert "stesso emittente e lo stesso numero di serie" in upload(keeper, desk.pk, certificate(3), role)
    assert OperatorCertificate.objects.count() == 1
    upload(keeper, desk.pk, certificate(3, serial=78), role)
    upload(keeper, other.pk, certificate(3), role)
    assert OperatorCertificate.objects.count() == 3


def test_one_that_was_put_aside_does_not_come_back_beside_its_double(
    keeper: Client, desks: DeskMaker
) -> None:
    desk = desks.closed("Primo")
    upload(keeper, desk.pk, certificate(2))
    old = OperatorCertificate.objects.get()
    PendingChange.objects.all().delete()
    upload(keeper, desk.pk, certificate(3))
    change = PendingChange.objects.get()
    approve(change.pk, User.objects.create_superuser("altra"), state_of(change))
    fields = {"holder": "operatrice", "role": "operator", "active": "on"}
    page = keeper.post(reverse("chiavi:edit", args=[old.pk]), fields).content.decode()

    assert "stesso emittente e lo stesso numero di serie" in page
    assert list(OperatorCertificate.objects.active()) == [
        OperatorCertificate.objects.exclude(pk=old.pk).get()
    ]


def test_a_desk_that_refuses_everybody_raises_an_alarm_whatever_the_cause(
    desks: DeskMaker, client: Client, settings: Settings
) -> None:
    settings.SEALED_ALARM_TO = ["coordinamento@example.org"]
    desk = desks.open("Primo")
    now = timezone.now()
    assert lines_of(AlertCode.REFUSING, now) == []
    assert client.get("/salute/certificati/").status_code == 200
    for number in (2, 3):  # as a fault of tomorrow might leave them
        row = OperatorCertificate(mailbox=desk.mailbox, holder=f"operatrice {number}")
        row.set_certificate(certificate(number))
        row.count_as_proved(now)
        row.save()
    look(now)

    assert lines_of(AlertCode.REFUSING, now) == ["Primo"]
    assert (client.get("/salute/certificati/").status_code, client.get("/salute/certificati/").content) == (
        503,
        b"rifiuta",
    )
    assert ["rifiutano tutte" in message.subject for message in mail.outbox] == [True]


def test_certificates_are_tried_as_the_relay_would_try_them() -> None:
    good = operator_key(1)[1]

    assert takes_requests([good])
    assert not takes_requests([])
    assert not takes_requests([certificate(2), certificate(3)])


@pytest.mark.parametrize(
    "end", [datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC), datetime(9999, 12, 31, 0, 0, 0, tzinfo=UTC)]
)
def test_a_certificate_without_an_end_spoils_no_page_and_can_be_put_aside(
    keeper: Client, desks: DeskMaker, end: datetime
) -> None:
    desk = desks.closed("Primo")
    assert "più di dieci anni" in upload(keeper, desk.pk, certificate(2, end=end))
    row = OperatorCertificate.objects.get()
    for address in (
        reverse("chiavi:index"),
        reverse("chiavi:inspect", args=[row.pk]),
        reverse("chiavi:edit", args=[row.pk]),
        reverse("wagtailadmin_home"),
    ):
        assert keeper.get(address).status_code == 200
    keeper.post(reverse("chiavi:edit", args=[row.pk]), {"holder": "x", "role": "operator"})
    row.refresh_from_db()
    assert not row.active


def test_a_list_survives_a_row_of_before(keeper: Client, desks: DeskMaker) -> None:
    desks.open("Primo")
    OperatorCertificate.objects.update(not_after=datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC))

    assert keeper.get(reverse("chiavi:index")).status_code == 200


def test_an_upload_is_told_of_its_mailbox_and_of_one_that_is_not_the_desks(
    keeper: Client, desks: DeskMaker
) -> None:
    desk = desks.closed("Primo")
    give_address(desk, "primo@example.org")
    with_mailbox = certificate(2, issuer="1.2.840.113549.1.9.1=altra@example.org,CN=X")
    page = upload(keeper, desk.pk, with_mailbox)

    assert "chi apre il modulo può leggerlo" in page
    assert "un altro indirizzo" in page
    ours = certificate(3, issuer="1.2.840.113549.1.9.1=Primo@example.org,CN=X", serial=5)
    assert "un altro indirizzo" not in upload(keeper, desk.pk, ours)
    assert OperatorCertificate.objects.count() == 2
