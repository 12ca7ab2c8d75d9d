"""The digits that somebody types: what they prove, and why they prove nothing."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.crypto import constant_time_compare
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from contatti.sealed.models import CertificateRole, OperatorCertificate, OutboxItem, OutboxState, ReadingTest
from contatti.sealed.models.reading_tests import MOST_TRIES
from contatti.sealed.proof.rights import reads
from contatti.sealed.proof.sending import DIGITS, hash_of, next_due, send_test

NEW_ONE_AFTER = timedelta(hours=1)
MOST_IN_A_WEEK = 4


class NotProved(Exception):  # noqa: N818 - something to tell an operator
    """Digits that prove nothing. Carries the reason in words."""


class NotNow(Exception):  # noqa: N818 - something to tell an operator
    """No further test message yet. Carries the reason in words."""


def answer(key: OperatorCertificate, user: Any, typed: str, now: datetime) -> None:
    """Take what somebody who may (rights.may_answer) typed for a key. Raises NotProved.

    Each guess is counted by one statement before it is looked at, so that two at once are two.
    """
    digits = "".join(letter for letter in typed if letter not in " -.\u00a0")
    if not (digits.isascii() and digits.isdecimal() and len(digits) == DIGITS):
        raise NotProved(_("Servono le sei cifre che stanno in cima al messaggio di prova."))
    test = key.tests.first()
    if test is None:
        raise NotProved(_("Il messaggio di prova non è ancora partito: arriva nella casella tra poco."))
    if not ReadingTest.objects.answerable(now).filter(pk=test.pk).update(tries=F("tries") + 1):
        raise NotProved(_why_closed(test, now))
    if not constant_time_compare(test.digits, hash_of(test, digits)):
        raise NotProved(_why_wrong(test, digits))
    _proved(key, test, user, now)


@transaction.atomic
def _proved(key: OperatorCertificate, test: ReadingTest, user: Any, now: datetime) -> None:
    row = OperatorCertificate.objects.select_for_update().filter(pk=key.pk, active=True).first()
    if row is None:
        raise NotProved(_("Questa chiave intanto non è più in uso."))
    row.proved_at = now
    if row.owner_id is None and row.role == CertificateRole.OPERATOR and reads(user, key.mailbox):
        row.owner = user
    # Saved, not updated: what listens to keys, as a cache of pages does, hears of it.
    row.save(update_fields=["proved_at", "owner"])
    ReadingTest.objects.filter(pk=test.pk).update(answered_at=now)
    OutboxItem.objects.filter(reading_test=test).settle(OutboxState.DELIVERED, error_code="", last_error="")
    former = key.replaces
    if key.proved_at is None and former and former.active and former.mailbox_id == key.mailbox_id:
        former.active = False
        former.save(update_fields=["active"])


def _why_closed(test: ReadingTest, now: datetime) -> str:
    test.refresh_from_db()
    if test.answered_at:
        return _("A questa prova hai già risposto. La prossima arriva tra qualche giorno.")
    if test.tries >= MOST_TRIES:
        return _(
            "Troppi numeri sbagliati: questi non valgono più. Fatti mandare un messaggio nuovo, o aspetta "
            "quello della settimana prossima."
        )
    return _("Questi numeri sono scaduti: fatti mandare un messaggio nuovo.")


def _why_wrong(test: ReadingTest, digits: str) -> str:
    tries = MOST_TRIES - ReadingTest.objects.values_list("tries", flat=True).get(pk=test.pk)
    left = (
        ngettext("Ti resta %(n)d tentativo.", "Ti restano %(n)d tentativi.", tries) % {"n": tries}
        if tries
        else _("Non restano tentativi: fatti mandare un messaggio nuovo.")
    )
    return f"{_which_wrong(test, digits)} {left}"


def _which_wrong(test: ReadingTest, digits: str) -> str:
    day = f"{localtime(test.made_at):%d/%m/%Y}"
    key = test.certificate
    if any(each.digits == hash_of(each, digits) for each in key.tests.exclude(pk=test.pk)):
        return _("Sono i numeri di un messaggio di prima: apri quello del %(day)s.") % {"day": day}
    others = ReadingTest.objects.filter(certificate__mailbox=key.mailbox_id).exclude(certificate=key.pk)
    if any(each.digits == hash_of(each, digits) for each in others):
        return _("Sono i numeri di un’altra chiave: ognuna risponde con quelli che apre la sua.")
    return _("I numeri non sono questi: riguarda il messaggio di prova del %(day)s.") % {"day": day}


def send_new(key: OperatorCertificate, now: datetime) -> None:
    """Put a new test message for a key into the outbox because she asked. Raises NotNow."""
    with transaction.atomic():
        # Renewed first: two presses at once are one message.
        locked = OperatorCertificate.objects.select_for_update().filter(pk=key.pk, active=True)
        if not locked.values_list("pk", flat=True):
            raise NotNow(_("Questa chiave intanto non è più in uso."))
        _refuse_too_many(key, now)
        locked.update(test_due_at=next_due(now))
        send_test(key, now)


def _refuse_too_many(key: OperatorCertificate, now: datetime) -> None:
    if not key.mailbox.address:
        raise NotNow(_("La casella non ha un indirizzo: prima va scritto."))
    if key.tests.filter(made_at__gt=now - NEW_ONE_AFTER).exists():
        raise NotNow(_("Un messaggio è partito da meno di un’ora: guarda anche nella posta indesiderata."))
    if key.tests.filter(made_at__gt=now - timedelta(days=7)).count() >= MOST_IN_A_WEEK:
        raise NotNow(_("In una settimana ne partono quattro al massimo: chiedi a chi cura la posta."))
