"""Keys that wait for their proof, and what their holders read, for tests."""

import re

from cryptography.hazmat.primitives.serialization.pkcs7 import pkcs7_decrypt_der
from django.test import Client
from django.utils import timezone

from contatti.sealed.models import OperatorCertificate, OutboxItem
from servizi.models import DeskPage
from tests.interop.mailreaders import text_of

from .desks import operator_key

PAGE = "/admin/console/prova/"


def new_key(desk: DeskPage, number: int, **fields: object) -> OperatorCertificate:
    """Give a desk a key to which two people agreed and that nobody proved."""
    row = OperatorCertificate(mailbox=desk.mailbox, holder=f"operatrice {number}", **fields)
    row.set_certificate(operator_key(number)[1])
    row.save()
    return row


def letter(number: int, item: OutboxItem | None = None, *, days: int | None = None) -> str:
    """Return the newest test message as the operator of that number reads it. Raises ValueError if not hers."""
    # Kept by its arguments as they are given: a default that is written out is another key.
    key, certificate = operator_key(number, days) if days else operator_key(number)
    found = item or OutboxItem.objects.tests().latest("reading_test__made_at")
    return text_of(pkcs7_decrypt_der(bytes(found.envelope), certificate, key, []))


def digits_in(text: str) -> str:
    """Return the six digits of a test message."""
    found = re.search(r"I tuoi numeri: (\d{3}) (\d{3})", text)
    assert found
    return found[1] + found[2]


def wrong(digits: str, by: int = 1) -> str:
    return f"{(int(digits) + by) % 10**6:06}"


def type_digits(client: Client, key: OperatorCertificate, digits: str) -> str:
    """Type digits on the page and return what it says."""
    return client.post(f"{PAGE}{key.pk}/", {"digits": digits}, follow=True).content.decode()


def late(key: OperatorCertificate, **ago: float) -> None:
    """Let a key have been proved so long ago."""
    proved = timezone.now() - timezone.timedelta(**ago)
    OperatorCertificate.objects.filter(pk=key.pk).update(proved_at=proved)
