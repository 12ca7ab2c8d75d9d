"""Sealed requests on their way to a mailbox."""

import uuid
from datetime import datetime, timedelta
from typing import Any, Self

from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from contatti.sealed.models.aside import LaneAside
from contatti.sealed.models.lanes import Lane
from contatti.sealed.models.mailboxes import Mailbox
from contatti.sealed.moments import truncate_to_hour
from contatti.sealed.statements import insert_if_new

LEASE = timedelta(minutes=5)
"""How long a worker may be silent about a message that it holds; it renews the lease during an attempt."""
LONGEST_RETRY = timedelta(minutes=10)
SECOND_COPY_AFTER = timedelta(minutes=30)
"""Pause after an attempt that may have succeeded: time for a notice, or for a slow server to recover."""
LONGEST_REFUSED = timedelta(hours=6)
MOST_COPIES = 2
"""So many copies of one message may be out; then nobody but staff sends it again."""
SKEW = timedelta(minutes=10)
"""How far clocks of two hosts may be apart. What lies further ahead is from before a clock was set back."""


class OutboxState(models.TextChoices):
    """What is known of a request.

    HELD: accepted beyond the hour's budget, in a lane (contatti.sealed.lanes). ASIDE: two people took it
    out of its lane (contatti.sealed.aside).

    SENT: the mail server took it. REFUSED: it refused it for good; tried again at long intervals.
    UNCERTAIN: it may have arrived, once or twice; nobody can say. DELIVERED and BOUNCED: a notice said so
    afterwards.
    """

    WAITING = "waiting", _("in attesa")
    HELD = "held", _("trattenuta")
    ASIDE = "aside", _("messa da parte")
    REFUSED = "refused", _("rifiutata")
    UNCERTAIN = "uncertain", _("forse arrivata")
    SENT = "sent", _("spedita")
    DELIVERED = "delivered", _("consegnata")
    BOUNCED = "bounced", _("respinta")


class TicketUsed(Exception):  # noqa: N818 - an answer to give her, not a fault to report
    """The ticket of this form has brought another request already."""


OPEN = (OutboxState.WAITING, OutboxState.REFUSED)
"""States in which workers go on trying."""

UNTRIED = Q(state=OutboxState.WAITING, attempts=0)
"""Due whatever moment stands there."""


def times_to_retry(now: datetime) -> tuple[Q, ...]:
    """Return when what failed may be tried again: any of these.

    A pause is never longer than its longest, so a clock that was set back a day holds nothing up. Each stands
    alone, so that a claim finds the first row in an index, however many there are.
    """
    return (
        Q(next_attempt_at__lte=now),
        Q(next_attempt_at__gt=now + LONGEST_REFUSED + SKEW),
        Q(state=OutboxState.WAITING, next_attempt_at__gt=now + SECOND_COPY_AFTER + SKEW),
    )


class OutboxItemQuerySet(models.QuerySet["OutboxItem"]):
    """Questions about the outbox, and the one way in; every moment is aware."""

    def accept(
        self,
        mailbox: Mailbox,
        der: bytes,
        submission_key: bytes,
        ticket_mark: bytes | None = None,
        *,
        is_test: bool = False,
    ) -> tuple["OutboxItem", bool]:
        """Store a verified envelope once per submission key; return the row and whether it is new.

        A ticket is good for one submission: raises TicketUsed if another one came with the same mark.
        The row belongs to the caller's transaction: use storing.storing(), and say "received" only after
        it. Raises django.db.Error, which storing() turns into NotStored.
        """
        hour = truncate_to_hour(timezone.now())
        item = OutboxItem(
            mailbox_id=mailbox.pk,
            envelope=der,
            submission_key=submission_key,
            ticket_mark=ticket_mark,
            accepted_hour=hour,
            next_attempt_at=hour,
            is_test=is_test,
        )
        # No signal, no savepoint: another tab may have been faster, in this moment too.
        if insert_if_new(item):
            return item, True
        stored = self.only("submission_key", "state").filter(submission_key=submission_key).first()
        if stored is None:
            raise TicketUsed
        return stored, False

    def requests(self) -> Self:
        """Those that somebody wrote, not the portal's own test messages."""
        return self.filter(is_test=False)

    def tests(self) -> Self:
        return self.filter(is_test=True)

    def waiting(self) -> Self:
        return self.filter(state=OutboxState.WAITING)

    def bounced(self) -> Self:
        return self.filter(state=OutboxState.BOUNCED)

    def refused(self) -> Self:
        return self.filter(state=OutboxState.REFUSED)

    def uncertain(self) -> Self:
        return self.filter(state=OutboxState.UNCERTAIN)

    def leased(self, now: datetime) -> Self:
        """Those that some worker holds; a lease that ends too late was written by another clock."""
        return self.filter(state__in=OPEN, lease_until__gt=now, lease_until__lte=now + LEASE + SKEW)

    def free(self, now: datetime) -> Self:
        """Those that a worker might take, if their time has come."""
        free = Q(lease_until=None) | Q(lease_until__lte=now) | Q(lease_until__gt=now + LEASE + SKEW)
        return self.filter(free, state__in=OPEN, copies__lt=MOST_COPIES)

    def given_up(self, now: datetime) -> Self:
        """Those whose last permitted copy was interrupted: a worker was killed after the final dot."""
        held = OutboxItem.objects.leased(now).values("pk")
        return self.filter(state__in=OPEN, copies__gte=MOST_COPIES).exclude(pk__in=held)

    def settle(self, state: OutboxState, **changes: Any) -> int:
        """Set a state that ends the attempts, and erase the exact times; return how many rows there were."""
        hour = truncate_to_hour(timezone.now())
        return self.update(
            state=state,
            sent_hour=Coalesce("sent_hour", Value(hour)),
            next_attempt_at=F("accepted_hour"),
            lease_until=None,
            lease_token=None,
            **changes,
        )

    def send_again(self) -> int:
        """Queue what was refused or bounced once more, end every pause; return how many rows are due."""
        free = self.filter(lease_until=None)
        number = free.waiting().update(next_attempt_at=F("accepted_hour"))
        return number + free.filter(state__in=(OutboxState.REFUSED, OutboxState.BOUNCED))._anew(copies=0)

    def send_uncertain_again(self) -> int:
        """Let one copy more of each go out, of those of which nobody knows; return how many."""
        return self.uncertain()._anew(copies=MOST_COPIES - 1)

    def _anew(self, copies: int) -> int:
        """Begin another sending, under a Message-ID of its own: notices about the former one find nothing."""
        return self.update(
            state=OutboxState.WAITING,
            next_attempt_at=F("accepted_hour"),
            sending=F("sending") + 1,
            copies=copies,
            message_id="",
            provider_id="",
            error_code="",
            sent_hour=None,
        )

    def sent_before(self, moment: datetime) -> Self:
        """Those that a mail server took, with no bounce known, in an hour before the moment."""
        done = (OutboxState.SENT, OutboxState.DELIVERED)
        return self.filter(state__in=done, sent_hour__lt=moment)


class OutboxItem(models.Model):
    """One envelope. No column says more about when it was written than the hour (UTC).

    sending counts how often staff sent it again; copies, how many of this sending may be out with no answer.

    next_attempt_at begins as that hour, which is past and therefore due; only a failed or running attempt
    gives it or the lease an exact time, the worker's, erased when the mail server takes the message.
    """

    # Wagtail would otherwise write reference rows for every request.
    wagtail_reference_index_ignore = True

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    # An index of the mailbox alone would lead a claim past everything that is held for it.
    mailbox = models.ForeignKey(
        Mailbox,
        verbose_name=_("casella"),
        on_delete=models.PROTECT,
        related_name="outbox",
        db_index=False,
    )
    envelope = models.BinaryField()
    submission_key = models.BinaryField(max_length=32, unique=True)
    # Outlives the ticket: rows are kept for a day at least, tickets are good for half of one.
    ticket_mark = models.BinaryField(max_length=32, unique=True, null=True)
    state = models.CharField(
        _("stato"), max_length=9, choices=OutboxState.choices, default=OutboxState.WAITING
    )
    attempts = models.PositiveIntegerField(_("tentativi"), default=0)
    next_attempt_at = models.DateTimeField()
    lease_until = models.DateTimeField(null=True)
    lease_token = models.UUIDField(null=True)
    # Only while it is held: afterwards nothing tells a follow-up from a first request.
    lane = models.CharField(max_length=9, choices=Lane.choices, null=True, default=None)
    aside = models.ForeignKey(
        LaneAside, null=True, default=None, on_delete=models.PROTECT, related_name="items", db_index=False
    )
    accepted_hour = models.DateTimeField(_("ricevuta nell’ora"))
    sent_hour = models.DateTimeField(_("spedita nell’ora"), null=True)
    last_error = models.CharField(_("ultimo errore"), max_length=80, blank=True)
    error_code = models.CharField(_("codice del server"), max_length=20, blank=True)
    # Goes the same way and looks the same from outside; nobody has to take charge of it.
    is_test = models.BooleanField(default=False)
    sending = models.PositiveIntegerField(default=0)
    copies = models.PositiveSmallIntegerField(default=0)
    message_id = models.CharField(max_length=200, blank=True, db_index=True)
    provider_id = models.CharField(max_length=200, blank=True, db_index=True)

    objects = OutboxItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("richiesta in consegna")
        verbose_name_plural = _("richieste in consegna")
        default_permissions = ("view", "change")
        indexes = (
            models.Index(fields=("state", "next_attempt_at"), name="outbox_due"),
            models.Index(fields=("mailbox", "state", "attempts", "next_attempt_at"), name="outbox_fresh"),
            models.Index(fields=("mailbox", "state", "next_attempt_at"), name="outbox_turn"),
            models.Index(
                fields=("mailbox", "lease_until"),
                name="outbox_leased",
                condition=Q(lease_until__isnull=False),
            ),
            # The primary key is random, so its order is: a release needs no other.
            models.Index(fields=("lane", "id"), name="outbox_lane", condition=Q(lane__isnull=False)),
            models.Index(fields=("aside",), name="outbox_aside", condition=Q(aside__isnull=False)),
            models.Index(
                fields=("lane", "accepted_hour"), name="outbox_lane_hours", condition=Q(lane__isnull=False)
            ),
        )
        constraints = (
            models.CheckConstraint(
                condition=Q(state=OutboxState.HELD, lane__isnull=False)
                | (~Q(state=OutboxState.HELD) & Q(lane=None)),
                name="held_in_a_lane",
            ),
        )

    def __str__(self) -> str:
        return str(self.pk)
