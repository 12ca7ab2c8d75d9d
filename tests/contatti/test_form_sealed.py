"""What the server takes from a browser that sealed, and everything that it refuses."""

from base64 import b64decode, urlsafe_b64encode

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.hazmat.primitives.serialization.pkcs7 import PKCS7SignatureBuilder
from django.test import Client
from django.utils import timezone

from contatti.envelope import MAX_ENVELOPE_BYTES, seal
from contatti.models import ContactPage, DeskIntake, OperatorCertificate, OutboxItem
from tests.contatti.keys import Operator, make_operator
from tests.contatti.site import ContactSite, certificates, post, send_envelope


def test_an_envelope_for_the_desks_operators_is_stored_as_it_came(
    contact: ContactSite, client: Client
) -> None:
    der = seal("ciao", certificates(contact))
    response = send_envelope(contact, client, der)

    assert response.status_code == 200
    assert "Ricevuto" in response.content.decode()
    assert bytes(OutboxItem.objects.get().envelope) == der


def test_an_envelope_sent_twice_gets_the_same_answer_and_one_row(
    contact: ContactSite, client: Client
) -> None:
    der = seal("ciao", certificates(contact))
    token = contact.token()
    answers = [send_envelope(contact, client, der, t=token).content for _ in range(2)]

    assert answers[0] == answers[1]
    assert OutboxItem.objects.count() == 1


def test_the_same_attempt_at_another_desk_is_another_request(contact: ContactSite, client: Client) -> None:
    token = contact.token()
    for number, desk in enumerate(contact.desks[:2]):
        der = seal("ciao", certificates(contact, number))
        assert send_envelope(contact, client, der, t=token, b=str(desk.pk)).status_code == 200

    assert set(OutboxItem.objects.values_list("desk", flat=True)) == {desk.pk for desk in contact.desks[:2]}


@pytest.mark.parametrize("attempt", [{}, {"y": ""}])
def test_an_envelope_without_its_attempt_is_refused(
    contact: ContactSite, client: Client, attempt: dict[str, str]
) -> None:
    z = urlsafe_b64encode(seal("ciao", certificates(contact))).decode().rstrip("=")
    fields = {"t": contact.token(), "b": contact.desks[0].pk, "z": z, **attempt}

    assert contact.send(client, fields).status_code == 400
    assert OutboxItem.objects.count() == 0


@pytest.mark.parametrize("number", ["9" * 19, "9" * 400, "0", "-1", "uno", ""])
def test_a_desk_that_can_not_be_is_refused_like_a_closed_one(
    contact: ContactSite, client: Client, number: str
) -> None:
    der = seal("ciao", certificates(contact))

    assert send_envelope(contact, client, der, b=number).status_code == 409
    assert post(client, "/invia/chiavi/", {"t": contact.token(), "b": number}).status_code == 409


def test_a_certificate_that_can_not_be_read_any_more_closes_no_form(
    contact: ContactSite, client: Client
) -> None:
    spoilt = OperatorCertificate.objects.for_desk(contact.desks[0]).order_by("pk").first()
    assert spoilt
    OperatorCertificate.objects.filter(pk=spoilt.pk).update(certificate=b"\x30\x03abc")
    der = seal("ciao", certificates(contact)[1:])

    assert client.get("/scrivi/").status_code == 200
    assert send_envelope(contact, client, der).status_code == 200


def signed(operator: Operator) -> bytes:
    builder = PKCS7SignatureBuilder().set_data(b"ciao")
    return builder.add_signer(operator.certificate, operator.key, hashes.SHA256()).sign(Encoding.DER, [])


def bad_envelopes(contact: ContactSite) -> dict[str, tuple[bytes, int]]:
    """Return envelopes by what is wrong with them, with the status that answers them."""
    ours = certificates(contact)
    good = seal("ciao", ours)
    stranger = make_operator(9).certificate
    return {
        "nothing": (b"", 400),
        "noise": (b"\x30\x82" * 2000, 400),
        "truncated": (good[:-1], 400),
        "with more behind it": (good + b"\0", 400),
        "signed only": (signed(make_operator(2)), 400),
        "too large": (seal("x" * MAX_ENVELOPE_BYTES, ours)[: MAX_ENVELOPE_BYTES + 1], 413),
        "for one operator of two": (seal("ciao", ours[:1]), 409),
        "for a stranger too": (seal("ciao", [*ours, stranger]), 409),
        "for a stranger only": (seal("ciao", [stranger]), 409),
        "for another desk": (seal("ciao", certificates(contact, 1)), 409),
    }


def test_every_other_envelope_is_refused_with_a_clear_page_and_no_row(
    contact: ContactSite, client: Client
) -> None:
    for what, (der, status) in bad_envelopes(contact).items():
        response = send_envelope(contact, client, der)
        text = response.content.decode()

        assert response.status_code == status, what
        assert "NON è stato ricevuto" in text, what
        assert 'href="tel:1522"' in text, what
    assert OutboxItem.objects.count() == 0


def test_an_envelope_that_is_not_base64_is_refused(contact: ContactSite, client: Client) -> None:
    assert contact.send(client, {"t": contact.token(), "b": contact.desks[0].pk, "z": "é"}).status_code == 400
    assert OutboxItem.objects.count() == 0


def test_a_sealed_post_without_its_envelope_is_a_clear_error(contact: ContactSite, client: Client) -> None:
    response = contact.send(client, {"t": contact.token(), "b": contact.desks[0].pk, "y": "tentativo"})

    assert response.status_code == 400
    assert "senza la busta chiusa" in response.content.decode()


def test_an_envelope_for_a_key_that_has_expired_meanwhile_is_refused(
    contact: ContactSite, client: Client
) -> None:
    der = seal("ciao", certificates(contact))
    first = OperatorCertificate.objects.for_desk(contact.desks[0]).first()
    assert first
    first.not_after = timezone.now()
    first.save()

    assert send_envelope(contact, client, der).status_code == 409
    assert OutboxItem.objects.count() == 0


@pytest.mark.parametrize(
    ("age", "status"), [(0, 429), (2, 429), (60, 200), (12 * 3600 - 60, 200), (12 * 3600 + 60, 409)]
)
def test_a_ticket_is_good_from_three_seconds_to_twelve_hours(
    contact: ContactSite, client: Client, age: int, status: int
) -> None:
    der = seal("ciao", certificates(contact))

    assert send_envelope(contact, client, der, t=contact.token(age=age)).status_code == status


def test_the_keys_of_a_desk_come_with_a_new_ticket_when_hers_is_too_old(
    contact: ContactSite, client: Client
) -> None:
    desk = contact.desks[0].pk
    fresh = post(client, "/invia/chiavi/", {"t": contact.token(), "b": desk}).json()
    old = post(client, "/invia/chiavi/", {"t": contact.token(age=13 * 3600), "b": desk}).json()

    assert [x509.load_der_x509_certificate(b64decode(one)) for one in fresh["certificates"]] == certificates(
        contact
    )
    assert fresh["ticket"] == ""
    assert old["ticket"]


def test_the_keys_of_a_closed_desk_are_refused(contact: ContactSite, client: Client) -> None:
    DeskIntake.objects.filter(desk=contact.desks[0]).update(paused=True)
    response = post(client, "/invia/chiavi/", {"t": contact.token(), "b": contact.desks[0].pk})

    assert response.status_code == 409
    assert "adesso non riceve messaggi da qui" in response.content.decode()


def test_a_used_up_budget_is_said_and_a_repeated_post_costs_nothing(
    contact: ContactSite, client: Client
) -> None:
    DeskIntake.objects.update(hourly_budget=1)
    der = seal("ciao", certificates(contact))
    token = contact.token()
    statuses = [
        send_envelope(contact, client, der, t=token, y=attempt).status_code
        for attempt in ("1", "1", "2", "1")
    ]

    assert statuses == [200, 200, 503, 200]
    assert OutboxItem.objects.count() == 1


def test_taking_an_envelope_needs_few_queries(
    contact: ContactSite, client: Client, django_assert_max_num_queries: object
) -> None:
    der = seal("ciao", certificates(contact))
    send_envelope(contact, client, der, y="1")
    with django_assert_max_num_queries(16):  # type: ignore[operator]
        send_envelope(contact, client, der, y="2")


def test_without_a_contact_page_nothing_is_taken(contact: ContactSite, client: Client) -> None:
    fields = contact.fields()
    ContactPage.objects.update(live=False)

    assert contact.send(client, fields).status_code == 409
    assert OutboxItem.objects.count() == 0
