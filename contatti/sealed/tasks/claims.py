"""Which request a worker takes next: one of a mailbox at a time, mailboxes in turn, under a lease."""

import threading
import uuid
from collections.abc import Iterable, Iterator
from datetime import datetime

from django.db import transaction
from django.db.models import Min

from contatti.sealed.mail.outgoing import portal_domain
from contatti.sealed.models import Mailbox, OutboxItem
from contatti.sealed.models.outbox import FRESH_FIRST, LEASE

FAILED_TURN = 4
"""Every so many claims what failed goes with what is fresh, so that a flood elsewhere never starves it."""


class Turns:
    """Remembers which mailbox had its turn when, for one worker; shared by its threads."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self._count = 0
        self._last: dict[int, int] = {}

    def order(self, mailboxes: Iterable[tuple[int, int, datetime]]) -> list[int]:
        """Return mailboxes in the order in which to try them; given each with its freshest state and time."""
        mixed = self._count % FAILED_TURN == FAILED_TURN - 1
        ranked = sorted(
            (0 if mixed else failed, self._last.get(mailbox, 0), first, mailbox)
            for mailbox, failed, first in mailboxes
        )
        return [mailbox for *_, mailbox in ranked]

    def took(self, mailbox: int) -> None:
        self._count += 1
        self._last[mailbox] = self._count


def claim(now: datetime, turns: Turns | None = None, crowded: Iterable[str] = ()) -> OutboxItem | None:
    """Take one due item under a lease, so that no other worker does; None if nothing is due.

    crowded: domains of mailboxes that hold enough of this worker's places already.
    """
    turns = turns or Turns()
    with turns.lock:
        for mailbox in turns.order(_mailboxes(now, crowded)):
            item = _claim_of(mailbox, now)
            if item is not None:
                turns.took(mailbox)
                return item
    return None


def _mailboxes(now: datetime, crowded: Iterable[str]) -> Iterator[tuple[int, int, datetime]]:
    """Yield mailboxes with something due. A plain read: an idle worker must not take SQLite's write lock."""
    due = OutboxItem.objects.due(now).of_idle_mailboxes(now)
    for domain in crowded:
        due = due.exclude(mailbox__address__iendswith=f"@{domain}")
    grouped = due.order_by().values_list("mailbox_id")
    yield from grouped.annotate(failed=Min(FRESH_FIRST), first=Min("next_attempt_at"))


@transaction.atomic
def _claim_of(mailbox: int, now: datetime) -> OutboxItem | None:
    """Take one item of a mailbox, unless a worker elsewhere was faster.

    PostgreSQL locks the mailbox's row, so that two workers cannot take two of its items at once, weakly
    enough that new requests can refer to it; on SQLite immediate transactions take turns.
    """
    locked = Mailbox.objects.order_by().select_for_update(skip_locked=True, no_key=True)
    if not locked.filter(pk=mailbox).values_list("pk", flat=True):
        return None
    item = (
        OutboxItem.objects.due(now)
        .of_idle_mailboxes(now)
        .filter(mailbox=mailbox)
        .select_related("mailbox")
        .select_for_update(skip_locked=True, of=("self",))
        .first()
    )
    if item is None:
        return None
    item.lease_token = uuid.uuid4()
    item.lease_until = now + LEASE
    item.attempts += 1
    item.message_id = item.message_id or new_message_id(item)
    item.save(update_fields=["lease_token", "lease_until", "attempts", "message_id"])
    return item


def new_message_id(item: OutboxItem) -> str:
    """Return the Message-ID of a sending, without brackets: the same for each of its attempts."""
    again = f".{item.sending}" if item.sending else ""
    return f"{item.pk}{again}@{portal_domain()}"
