"""Test messages go into the outbox like requests: worker, mail server and mailbox can't tell them apart."""

import logging
import secrets
from datetime import datetime, timedelta

from django.db import Error, transaction
from django.db.models import Q, QuerySet
from django.utils.crypto import salted_hmac

from contatti.sealed.envelope import seal
from contatti.sealed.models import CertificateRole, OperatorCertificate, OutboxItem, OutboxState, ReadingTest
from contatti.sealed.models.certificates import TEST_EVERY
from contatti.sealed.proof.text import test_text

logger = logging.getLogger(__name__)

DIGITS = 6
VALID = timedelta(days=7)
SPREAD = timedelta(hours=12)
"""The hour of a test message wanders by so much: one that always came at nine would be known by it."""
KEEP_TESTS = timedelta(days=60)
TROUBLED = (OutboxState.WAITING, OutboxState.REFUSED, OutboxState.UNCERTAIN, OutboxState.BOUNCED)


def hash_of(test: ReadingTest, digits: str) -> str:
    """Return what is stored of the digits: whoever steals the database alone can't read them."""
    return salted_hmac(
        "contatti.sealed.proof",
        f"{test.certificate_id} {test.made_at.isoformat()} {digits}",
        algorithm="sha256",
    ).hexdigest()


def due(now: datetime) -> QuerySet[OperatorCertificate]:
    """Return the keys whose holder gets a test message now: each week, the safe's keys only until proved."""
    weekly = Q(role=CertificateRole.OPERATOR) & (Q(test_due_at=None) | Q(test_due_at__lte=now))
    # A clock that was set back a year would else put them off for as long.
    weekly |= Q(role=CertificateRole.OPERATOR, test_due_at__gt=now + TEST_EVERY + SPREAD)
    once = Q(role=CertificateRole.RECOVERY, proved_at=None, test_due_at=None)
    keys = OperatorCertificate.objects.approved(now).filter(weekly | once)
    return keys.exclude(mailbox__address="").select_related("mailbox")


def send_due(now: datetime) -> int:
    """Put a test message into the outbox for each key that is due; return their number.

    Raises django.db.Error.
    """
    number = 0
    for key in due(now):
        if not key.is_usable(now):
            continue
        try:
            number += _send_once(key, now)
        except Error:
            raise
        except Exception as error:  # noqa: BLE001 - whatever is odd about one key holds up no other
            logger.error("A test message could not be sealed: %s", type(error).__name__)  # noqa: TRY400
    return number


@transaction.atomic
def _send_once(key: OperatorCertificate, now: datetime) -> bool:
    """Tell whether this worker sent it: of several, the one whose update finds the row as it was."""
    same = OperatorCertificate.objects.filter(pk=key.pk, active=True, test_due_at=key.test_due_at)
    if not same.update(test_due_at=next_due(now)):
        return False
    send_test(key, now)
    return True


def send_test(key: OperatorCertificate, now: datetime) -> ReadingTest:
    """Put one test message for a key into the outbox; the digits before are good for nothing more."""
    drop_undelivered(OutboxItem.objects.filter(reading_test__certificate=key), now)
    ReadingTest.objects.filter(certificate=key, valid_until__gt=now).update(valid_until=now)
    digits = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
    test = ReadingTest(certificate=key, made_at=now, valid_until=now + VALID)
    test.digits = hash_of(test, digits)
    der = seal(test_text(key, digits, test.valid_until), [key.x509])
    test.item, _created = OutboxItem.objects.accept(key.mailbox, der, secrets.token_bytes(32), is_test=True)
    test.save()
    return test


def drop_undelivered(items: QuerySet[OutboxItem], now: datetime) -> None:
    """Erase test messages that did not arrive and need not any more, but for what a worker holds."""
    held = OutboxItem.objects.leased(now).values("pk")
    OutboxItem.objects.tests().filter(pk__in=items.values("pk"), state__in=TROUBLED).exclude(
        pk__in=held
    ).delete()


def tidy(now: datetime) -> None:
    """Erase test messages on their way whose key is out of use or gone, and what is known of old tests."""
    useless = OutboxItem.objects.tests().filter(
        Q(reading_test=None) | Q(reading_test__certificate__active=False)
    )
    drop_undelivered(useless, now)
    ReadingTest.objects.filter(made_at__lt=now - KEEP_TESTS).delete()


def next_due(now: datetime) -> datetime:
    """Return when the next test message of a key goes out: never before the last one's week is over."""
    return now + TEST_EVERY + SPREAD * (secrets.randbelow(1001) / 1000)
