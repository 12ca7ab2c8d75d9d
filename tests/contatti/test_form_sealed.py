"""What the server takes from a browser that sealed, and everything that it refuses."""

import re
from base64 import b64decode, urlsafe_b64encode
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.hazmat.primitives.serialization.pkcs7 import PKCS7SignatureBuilder
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from contatti.models import ContactPage, DeskMailbox
from contatti.sealed.envelope import MAX_ENVELOPE_BYTES, key_of, seal
from contatti.sealed.models import OperatorCertificate, OutboxItem, OutboxState
from tests.contatti.keys import Operator, make_operator
from tests.contatti.site import ContactSite, certificates, post, send_envelope


def asked(contact: ContactSite, client: Client, **fields: Any) -> HttpResponse:
    """Ask for what a browser needs to seal for the first desk."""
    known = {"t": contact.token(), "b": contact.desks[0].pk, **fields, "v": "1"}
    return post(client, "/invia/chiavi/", known)


def test_what_a_browser_gets_of_a_certificate_is_its_number_and_its_key(
    contact: ContactSite, client: Client
) -> None:
    answer = asked(contact, client).json()
    certificate = certificates(contact)[0]
    identifier, modulus, exponent = answer["keys"][0].split(" ")
    der = b64decode(identifier)

    assert der[:1] == b"\x30"
    assert der.endswith(certificate.serial_number.to_bytes(20, "big").lstrip(b"\0"))
    assert certificate.issuer.public_bytes() in der
    assert len(der) < len(certificate.issuer.public_bytes()) + 30
    numbers = certificate.public_key().public_numbers()
    assert (int.from_bytes(b64decode(modulus)), int(exponent)) == (numbers.n, numbers.e)
    assert b"example.org" not in der


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


def test_a_ticket_is_good_for_one_request_and_the_refusal_brings_a_new_one(
    contact: ContactSite, client: Client
) -> None:
    token = contact.token()
    first = seal("ciao", certificates(contact))
    assert send_envelope(contact, client, first, t=token).status_code == 200
    elsewhere = seal("ciao", certificates(contact, 1))
    for refused in (
        send_envelope(contact, client, first, t=token, y="altro"),
        send_envelope(contact, client, elsewhere, t=token, b=str(contact.desks[1].pk)),
    ):
        assert refused.status_code == 409
        assert int(refused.headers["Retry-After"]) == 3
        assert OutboxItem.objects.count() == 1
    fresh = re.search(r'data-ticket="([^"]+)"', refused.content.decode())
    assert fresh
    with time_machine.travel(timezone.now() + timedelta(seconds=4)):
        again = send_envelope(contact, client, elsewhere, t=fresh[1], b=str(contact.desks[1].pk))

    assert again.status_code == 200
    assert OutboxItem.objects.count() == 2


def test_nobody_closes_a_desk_with_one_ticket(contact: ContactSite, client: Client) -> None:
    DeskMailbox.objects.update(hourly_limit=3)
    der, token = seal("ciao", certificates(contact)), contact.token()
    for number in range(6):
        send_envelope(contact, client, der, t=token, y=str(number))

    assert send_envelope(contact, client, der, y="sincera").status_code == 200


@pytest.mark.parametrize("attempt", [{}, {"y": ""}])
def test_an_envelope_without_its_attempt_is_refused(
    contact: ContactSite, client: Client, attempt: dict[str, str]
) -> None:
    z = urlsafe_b64encode(seal("ciao", certificates(contact))).decode().rstrip("=")
    fields = {"t": contact.token(), "b": contact.desks[0].pk, "z": z, **attempt, "v": "1"}

    assert contact.send(client, fields).status_code == 400
    assert OutboxItem.objects.count() == 0


@pytest.mark.parametrize("number", ["9" * 19, "9" * 400, "0", "-1", "uno", "", "٣", "３"])
def test_a_desk_that_can_not_be_is_refused_like_a_closed_one(
    contact: ContactSite, client: Client, number: str
) -> None:
    der = seal("ciao", certificates(contact))

    assert send_envelope(contact, client, der, b=number).status_code == 409
    assert asked(contact, client, b=number).status_code == 409


def test_a_certificate_that_can_not_be_read_any_more_closes_no_form(
    contact: ContactSite, client: Client
) -> None:
    spoilt = OperatorCertificate.objects.filter(mailbox=contact.desks[0].mailbox).order_by("pk").first()
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
    fields = {"t": contact.token(), "b": contact.desks[0].pk, "z": "é", "v": "1"}

    assert contact.send(client, fields).status_code == 400
    assert OutboxItem.objects.count() == 0


def test_a_sealed_post_without_its_envelope_is_a_clear_error(contact: ContactSite, client: Client) -> None:
    response = contact.send(
        client, {"t": contact.token(), "b": contact.desks[0].pk, "y": "tentativo", "v": "1"}
    )

    assert response.status_code == 400
    assert "senza la busta chiusa" in response.content.decode()


def test_an_envelope_for_a_key_that_has_expired_meanwhile_is_refused(
    contact: ContactSite, client: Client
) -> None:
    der = seal("ciao", certificates(contact))
    first = OperatorCertificate.objects.filter(mailbox=contact.desks[0].mailbox).first()
    assert first
    first.not_after = timezone.now()
    first.save()

    assert send_envelope(contact, client, der).status_code == 409
    assert OutboxItem.objects.count() == 0


@pytest.mark.usefixtures("still")
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
    fresh = asked(contact, client).json()
    old = asked(contact, client, t=contact.token(age=13 * 3600)).json()

    assert fresh["keys"] == [key_of(certificate) for certificate in certificates(contact)]
    assert fresh["ticket"] == ""
    assert old["ticket"]


def test_the_keys_of_a_closed_desk_are_refused(contact: ContactSite, client: Client) -> None:
    DeskMailbox.objects.filter(desk=contact.desks[0]).update(paused=True)
    response = asked(contact, client)

    assert response.status_code == 409
    assert "adesso non riceve messaggi da qui" in response.content.decode()


@pytest.mark.usefixtures("still")
def test_a_repeated_post_costs_nothing_of_the_budget(contact: ContactSite, client: Client) -> None:
    DeskMailbox.objects.update(hourly_limit=4)
    der = seal("ciao", certificates(contact))
    one, two, three = contact.token(), contact.token(), contact.token()
    statuses = [
        send_envelope(contact, client, der, t=token).status_code for token in (one, one, two, one, three)
    ]

    assert statuses == [200] * 5
    # Without a proof half of the budget is for her.
    assert OutboxItem.objects.waiting().count() == 2
    assert OutboxItem.objects.filter(state=OutboxState.HELD).count() == 1


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

    assert "adesso non riceve messaggi" in contact.answer(client, fields)
    assert OutboxItem.objects.count() == 0
