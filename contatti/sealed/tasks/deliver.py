"""From the outbox to a mailbox: send, and write down what came of it."""

import logging
import random
import smtplib
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import timedelta
from email.utils import formataddr
from typing import Any

from django.db import Error, close_old_connections, connection
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from contatti.sealed.envelope import SealedMessage
from contatti.sealed.mail import account, outgoing
from contatti.sealed.mail.backends import patient_connection
from contatti.sealed.mail.outcome import Outcome, Verdict, judge
from contatti.sealed.models import OutboxItem, OutboxState
from contatti.sealed.models.outbox import (
    LEASE,
    LONGEST_REFUSED,
    LONGEST_RETRY,
    MOST_COPIES,
    OPEN,
    SECOND_COPY_AFTER,
)
from contatti.sealed.moments import truncate_to_hour
from contatti.sealed.tasks.claims import Turns, claim
from contatti.sealed.tracking import providers

__all__ = ["LEASE", "LONGEST_RETRY", "MailSender", "backoff", "claim"]

logger = logging.getLogger(__name__)

FIRST_RETRY = timedelta(seconds=15)
FIRST_REFUSED = timedelta(hours=1)
MARK_RETRIES = (1, 5, 15)
"""Seconds between attempts to write down that a message is out, when the database refuses."""


class NotSent(Exception):  # noqa: N818 - reported by its name, as the exceptions of smtplib are
    """The backend returned without an error and without having sent."""


class NoMailbox(Exception):  # noqa: N818
    """The mailbox lost its address after the request was accepted."""


class LeaseLost(Exception):  # noqa: N818
    """Another worker holds the message by now, or a notice settled it: this copy must not go out."""


def backoff(attempts: int, first: timedelta = FIRST_RETRY, longest: timedelta = LONGEST_RETRY) -> timedelta:
    """Return the pause after so many attempts: doubling to the longest, half of it at random, for ever."""
    pause = min(first * 2 ** min(attempts - 1, 20), longest)
    share = random.uniform(0.5, 1)  # noqa: S311 - spreads load, guards nothing
    return timedelta(seconds=pause.total_seconds() * share)


class MailSender:
    """Sends one item at a time through a mail connection that it keeps while there is work."""

    def __init__(self, turns: Turns | None = None, crowded: Callable[[], Iterable[str]] = tuple) -> None:
        self._connection: Any = None
        self._turns = turns or Turns()
        self._crowded = crowded

    def take(self) -> OutboxItem | None:
        """Claim the next due item, if any may be tried now. Raises django.db.Error."""
        return None if account.is_paused() else claim(timezone.now(), self._turns, self._crowded())

    def deliver_next(self) -> bool:
        """Attempt one due item; False if there was none. Raises django.db.Error, nothing of the mail's."""
        item = self.take()
        if item is None:
            self.close()
            return False
        self.deliver(item)
        return True

    def deliver(self, item: OutboxItem) -> None:
        """Attempt an item that was claimed, and write down what came of it."""
        try:
            provider_id = self._send(item)
        except Exception as error:  # noqa: BLE001 - whatever one message or server does, the next has its turn
            outcome = judge(error, dot_sent=getattr(self._connection, "dot_sent", False))
            self.close()
            _insist(lambda: _mark_failed(item, outcome))
        else:
            _insist(lambda: _mark_sent(item, provider_id))

    def close(self) -> None:
        """Leave the mail server; a server that is gone already is no news."""
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(smtplib.SMTPException, OSError):
                connection.close()

    def _send(self, item: OutboxItem) -> str:
        """Hand the message over; return the provider's own id for it, empty if it gives none.

        Raises NotSent.
        """
        self._connection = self._connection or patient_connection()
        self._connection.dot_sent = False
        message = build_message(item)
        self._connection.open()
        if hasattr(self._connection, "before_dot"):
            self._connection.before_dot = lambda: _hand_over(item)
        else:
            _hand_over(item)
        if self._connection.send_messages([message]) != 1:
            raise NotSent
        status = getattr(message, "anymail_status", None)
        return (status.message_id or "") if status else ""


def build_message(item: OutboxItem) -> SealedMessage:
    """Return the mail for an item: the same bytes at every attempt, as long as the mailbox is the same.

    Certificates that ended since the request was accepted change nothing: the envelope is sealed already.
    Raises NoMailbox.
    """
    if not item.mailbox.address:
        raise NoMailbox
    message = SealedMessage(
        bytes(item.envelope),
        subject=_("Nuovo messaggio dal portale"),
        # Whatever is inside, it must not look as if the portal had written it.
        from_email=formataddr((_("Testo non verificato dal sito"), outgoing.sender_address())),
        comments=_(
            "Il portale garantisce solo che questa busta è arrivata dal suo modulo, nell’ora indicata, "
            "chiusa per le chiavi di questa casella. Non vede che cosa contiene: può averlo scritto "
            "chiunque."
        ),
        to=[item.mailbox.address],
        message_id=f"<{item.message_id}>",
        date=item.accepted_hour,
    )
    message.extra_headers.update(providers.echoed_headers(item.message_id))
    return message


def _held(item: OutboxItem) -> Any:
    """Return the item as a queryset, empty if another worker or a notice has come in between."""
    return OutboxItem.objects.filter(pk=item.pk, lease_token=item.lease_token, state__in=OPEN)


def _hand_over(item: OutboxItem) -> None:
    """Count the copy before its final dot, so that whatever happens then no third one goes out by itself.

    Raises LeaseLost.
    """
    later = timezone.now() + SECOND_COPY_AFTER
    if not _held(item).update(copies=F("copies") + 1, next_attempt_at=later):
        raise LeaseLost


def _mark_sent(item: OutboxItem, provider_id: str) -> None:
    marked = _held(item).update(
        state=OutboxState.SENT,
        sent_hour=truncate_to_hour(timezone.now()),
        provider_id=provider_id,
        last_error="",
        error_code="",
        copies=0,
        lease_until=None,
        lease_token=None,
        next_attempt_at=item.accepted_hour,
    )
    if not marked:
        logger.warning("A message went out after its lease had ended, or its webhook was faster.")


def _mark_failed(item: OutboxItem, outcome: Outcome) -> None:
    said = f"{outcome.error}, {outcome.code}" if outcome.code else outcome.error
    logger.warning("Attempt %d at a delivery failed: %s", item.attempts, said)
    held = _held(item)
    known = {"last_error": outcome.error, "error_code": outcome.code}
    now = timezone.now()
    if outcome.verdict is Verdict.UNCERTAIN:
        if item.copies + 1 >= MOST_COPIES:
            held.settle(OutboxState.UNCERTAIN, copies=item.copies + 1, **known)
            return
        state, copies, pause = OutboxState.WAITING, item.copies + 1, SECOND_COPY_AFTER
    elif outcome.verdict is Verdict.PERMANENT:
        pause = backoff(item.attempts, FIRST_REFUSED, LONGEST_REFUSED)
        state, copies = OutboxState.REFUSED, item.copies
    else:
        state, copies, pause = OutboxState.WAITING, item.copies, backoff(item.attempts)
    held.update(
        state=state,
        copies=copies,
        lease_until=None,
        lease_token=None,
        next_attempt_at=now + pause,
        **known,
    )


def _insist(mark: Callable[[], None]) -> None:
    """Try again while the lease lasts: a message that is out but not marked would go out twice.

    Raises django.db.Error in the end.
    """
    for pause in MARK_RETRIES:
        try:
            return mark()
        except Error as error:
            logger.warning("What came of a delivery is not written down yet: %s", type(error).__name__)
            time.sleep(pause)
            # A connection to a database that was restarted stays broken until it is given up. Within a
            # transaction it would be given up although it works (Django takes it for changed).
            if not connection.in_atomic_block:
                close_old_connections()
    return mark()
