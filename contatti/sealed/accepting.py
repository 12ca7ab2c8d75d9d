"""The one way in: an envelope that is right, and on the disk before anybody says so."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from cryptography import x509
from django.utils import timezone

from contatti.sealed.envelope import verify
from contatti.sealed.lanes import LaneFull, hold
from contatti.sealed.models import Lane, Mailbox, OutboxItem, OutboxState
from contatti.sealed.rate_limit import spend
from contatti.sealed.storing import storing

__all__ = ["LaneFull", "accepting"]


@contextmanager
def accepting(
    mailbox: Mailbox,
    certificates: Sequence[x509.Certificate],
    der: bytes,
    submission_key: bytes,
    ticket_mark: bytes | None = None,
    lane: Lane | None = None,
) -> Iterator[bool]:
    """Check and store an envelope; make the answer inside the block, send it after the block.

    Yields whether it is held: accepted as well, but beyond this hour's budget, and leaving later.

    `certificates`: those that the mailbox's availability names at this moment.

    `submission_key`: 32 bytes, the same when the same request comes again, which then is stored once.
    `ticket_mark`: 32 bytes that are good for one request. `lane`: where it waits beyond the budget; without
    one it leaves at once and costs no budget.

    Raises EnvelopeRefused, TicketUsed, LaneFull and NotStored; then nothing is kept.
    """
    verify(der, certificates)
    with storing():
        item, created = OutboxItem.objects.accept(mailbox, der, submission_key, ticket_mark)
        is_held = item.state == OutboxState.HELD
        if lane and created and not spend(mailbox, timezone.now(), lane):
            hold(item, len(der), lane)
            is_held = True
        yield is_held
