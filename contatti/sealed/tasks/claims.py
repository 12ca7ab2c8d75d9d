"""Which request a worker takes next: one of a mailbox at a time, mailboxes in turn, under a lease."""

import threading
import uuid
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import reduce
from operator import or_

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from contatti.sealed.mail.outgoing import portal_domain
from contatti.sealed.models import Mailbox, OutboxItem
from contatti.sealed.models.outbox import LEASE, OPEN, UNTRIED, times_to_retry

FAILED_TURN = 4
"""Every so many claims what failed goes with what is fresh, so that a flood elsewhere never starves it."""


class Turns:
    """Remembers which mailbox had its turn when, for one worker; shared by its threads."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self._count = 0
        self._last: dict[int, int] = {}

    def order(self, mailboxes: Iterable[tuple[int, bool]]) -> list[int]:
        """Return mailboxes in the order to try them in; given each with whether all of it failed before."""
        mixed = self._count % FAILED_TURN == FAILED_TURN - 1
        ranked = sorted(
            (failed and not mixed, self._last.get(mailbox, 0), mailbox) for mailbox, failed in mailboxes
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


def _mailboxes(now: datetime, crowded: Iterable[str]) -> Iterator[tuple[int, bool]]:
    """Yield mailboxes with something due. A plain read: an idle worker must not take SQLite's write lock."""
    own = OutboxItem.objects.filter(mailbox=OuterRef("pk"))
    idle = Mailbox.objects.order_by().exclude(Exists(own.leased(now)))
    for domain in crowded:
        idle = idle.exclude(address__iendswith=f"@{domain}")
    # Each question finds its first row and looks no further: a hundred thousand cost no more than one.
    again = (Exists(own.free(now).filter(time)) for time in times_to_retry(now))
    known = idle.annotate(fresh=Exists(own.free(now).filter(UNTRIED)), again=reduce(or_, again))
    due = known.filter(Q(fresh=True) | Q(again=True)).values_list("pk", "fresh")
    yield from ((mailbox, not fresh) for mailbox, fresh in due)


@transaction.atomic
def _claim_of(mailbox: int, now: datetime) -> OutboxItem | None:
    """Take one item of a mailbox, unless a worker elsewhere was faster.

    PostgreSQL locks the mailbox's row, so that two workers cannot take two of its items at once, weakly
    enough that new requests can refer to it; on SQLite immediate transactions take turns.
    """
    locked = Mailbox.objects.order_by().select_for_update(skip_locked=True, no_key=True)
    if not locked.filter(pk=mailbox).values_list("pk", flat=True):
        return None
    item = _first_of(mailbox, now)
    if item is None:
        return None
    item.lease_token = uuid.uuid4()
    item.lease_until = now + LEASE
    item.attempts += 1
    item.message_id = item.message_id or new_message_id(item)
    item.save(update_fields=["lease_token", "lease_until", "attempts", "message_id"])
    return item


def _first_of(mailbox: int, now: datetime) -> OutboxItem | None:
    """Return what nobody tried yet, else what failed: of each the one that waits longest."""
    if OutboxItem.objects.leased(now).filter(mailbox=mailbox).exists():
        return None
    own = OutboxItem.objects.free(now).filter(mailbox=mailbox).order_by("next_attempt_at")
    own = own.select_related("mailbox").select_for_update(skip_locked=True, of=("self",))
    turns = (UNTRIED, *(Q(time, state=state) for state in OPEN for time in times_to_retry(now)))
    # One state in each, or no index could give them in order.
    return next((item for turn in turns if (item := own.filter(turn).first())), None)


def new_message_id(item: OutboxItem) -> str:
    """Return the Message-ID of a sending, without brackets: the same for each of its attempts."""
    again = f".{item.sending}" if item.sending else ""
    return f"{item.pk}{again}@{portal_domain()}"
