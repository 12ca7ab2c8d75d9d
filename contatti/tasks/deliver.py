"""From the outbox to a desk's mailbox: claim under a lease, send, mark. Its promises: docs/delivery.md."""

import logging
import random
import smtplib
import time
import uuid
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from email.utils import formataddr, parseaddr
from typing import Any

from django.conf import settings
from django.core.mail import get_connection
from django.db import Error, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from contatti.backends import require_carrier
from contatti.clock import truncate_to_hour
from contatti.envelope import SealedMessage
from contatti.models import OutboxItem, OutboxState

logger = logging.getLogger(__name__)

LEASE = timedelta(minutes=5)
"""How long a worker may take over one message; well above what EMAIL_TIMEOUT lets a hanging server take."""

FIRST_RETRY = timedelta(seconds=15)
LONGEST_RETRY = timedelta(minutes=10)
MARK_RETRIES = (1, 5, 15)
"""Seconds between attempts to write down that a message is out, when the database refuses."""


class NotSent(Exception):  # noqa: N818 - reported by its name, as the exceptions of smtplib are
    """The backend returned without an error and without having sent."""


class NoMailbox(Exception):  # noqa: N818
    """The desk's mailbox was removed after the request was accepted."""


def claim(now: datetime) -> OutboxItem | None:
    """Take one due item under a lease, so that no other worker does; None if nothing is due.

    One short transaction: `skip_locked` keeps workers on PostgreSQL from waiting for each other, immediate
    transactions make them take turns on SQLite.
    """
    # A plain read first: an idle worker must not take SQLite's one write lock every second.
    if not OutboxItem.objects.due(now).exists():
        return None
    with transaction.atomic():
        item = (
            OutboxItem.objects.due(now)
            .select_related("desk__intake")
            .select_for_update(skip_locked=True, of=("self",))
            .first()
        )
        if item is None:
            return None
        item.lease_token = uuid.uuid4()
        item.lease_until = now + LEASE
        item.attempts += 1
        item.message_id = item.message_id or f"{item.pk}@{portal_domain()}"
        item.save(update_fields=["lease_token", "lease_until", "attempts", "message_id"])
    return item


def portal_domain() -> str:
    """Return the domain of the portal's own sender address, on which Message-IDs are made."""
    return sender_address().rpartition("@")[2]


def sender_address() -> str:
    """Return the address from which the portal writes, without its name."""
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[1]


def backoff(attempts: int) -> timedelta:
    """Return the pause after so many attempts: doubling to ten minutes, half of it at random, for ever."""
    longest = min(FIRST_RETRY * 2 ** min(attempts - 1, 20), LONGEST_RETRY)
    share = random.uniform(0.5, 1)  # noqa: S311 - spreads load, guards nothing
    return timedelta(seconds=longest.total_seconds() * share)


class Carrier:
    """Sends one item at a time through a mail connection that it keeps while there is work."""

    def __init__(self) -> None:
        self._connection: Any = None

    def deliver_next(self) -> bool:
        """Attempt one due item; False if there was none. Raises django.db.Error, nothing of the mail's."""
        item = claim(timezone.now())
        if item is None:
            self.close()
            return False
        try:
            provider_id = self._send(item)
        except Exception as error:  # noqa: BLE001 - whatever one message or server does, the next has its turn
            self.close()
            _mark_failed(item, type(error).__name__)
        else:
            _insist(lambda: _mark_sent(item, provider_id))
        return True

    def close(self) -> None:
        """Leave the mail server; a server that is gone already is no news."""
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(smtplib.SMTPException, OSError):
                connection.close()

    def _send(self, item: OutboxItem) -> str:
        """Hand the message over; return the provider's own id for it, empty if it gives none."""
        self._connection = self._connection or get_connection()
        require_carrier(self._connection)
        message = build_message(item)
        self._connection.open()
        if self._connection.send_messages([message]) != 1:
            raise NotSent
        status = getattr(message, "anymail_status", None)
        return (status.message_id or "") if status else ""


def build_message(item: OutboxItem) -> SealedMessage:
    """Return the mail for an item: the same bytes at every attempt, as long as the mailbox is the same.

    Certificates that ended since the request was accepted change nothing: the envelope is sealed already.
    Raises NoMailbox.
    """
    intake = getattr(item.desk, "intake", None)
    if intake is None:
        raise NoMailbox
    return SealedMessage(
        bytes(item.envelope),
        subject=_("Nuovo messaggio dal portale"),
        # Whatever is inside, it must not look as if the portal had written it.
        from_email=formataddr((_("Testo non verificato dal sito"), sender_address())),
        comments=_(
            "Il portale garantisce solo che questa busta è arrivata dal suo modulo, nell’ora indicata, "
            "chiusa per le chiavi di questo sportello. Non vede che cosa contiene: può averlo scritto "
            "chiunque."
        ),
        to=[intake.mailbox],
        message_id=f"<{item.message_id}>",
        date=item.accepted_hour,
    )


def _mark_sent(item: OutboxItem, provider_id: str) -> None:
    held = OutboxItem.objects.waiting().filter(pk=item.pk, lease_token=item.lease_token)
    marked = held.update(
        state=OutboxState.SENT,
        sent_hour=truncate_to_hour(timezone.now()),
        provider_id=provider_id,
        last_error="",
        lease_until=None,
        lease_token=None,
        next_attempt_at=item.accepted_hour,
    )
    if not marked:
        logger.warning("A message went out after its lease had ended, or its webhook was faster.")


def _mark_failed(item: OutboxItem, error: str) -> None:
    logger.warning("Attempt %d at a delivery failed: %s", item.attempts, error)
    held = OutboxItem.objects.waiting().filter(pk=item.pk, lease_token=item.lease_token)
    held.update(
        last_error=error,
        lease_until=None,
        lease_token=None,
        next_attempt_at=timezone.now() + backoff(item.attempts),
    )


def _insist(mark: Callable[[], None]) -> None:
    """Try again while the lease lasts: a message that is out but not marked would go out twice."""
    for pause in MARK_RETRIES:
        try:
            return mark()
        except Error as error:
            logger.warning("A sent message is not marked yet: %s", type(error).__name__)
            time.sleep(pause)
    return mark()
