"""The one way in: an envelope that is right, within the limits, and on the disk before anybody says so."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from cryptography import x509
from django.utils import timezone

from contatti.sealed.envelope import verify
from contatti.sealed.models import Mailbox, OutboxItem
from contatti.sealed.rate_limit import spend
from contatti.sealed.storing import storing


class LimitReached(Exception):  # noqa: N818 - an answer to give her, not a fault to report
    """The mailbox, or all together, took as many requests in this hour as they may."""


@contextmanager
def accepting(
    mailbox: Mailbox,
    certificates: Sequence[x509.Certificate],
    der: bytes,
    submission_key: bytes,
    ticket_mark: bytes | None = None,
) -> Iterator[None]:
    """Check and store an envelope; make the answer inside the block, send it after the block.

    `certificates`: those that the mailbox's availability names at this moment.

    `submission_key`: 32 bytes, the same when the same request comes again, which then is stored once.
    `ticket_mark`: 32 bytes that are good for one request. Raises EnvelopeRefused, TicketUsed, LimitReached
    and NotStored; then nothing is kept.
    """
    verify(der, certificates)
    with storing():
        _item, created = OutboxItem.objects.accept(mailbox, der, submission_key, ticket_mark)
        if created and not spend(mailbox, timezone.now()):
            raise LimitReached
        yield
