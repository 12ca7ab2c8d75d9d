"""Sealed requests on their way to a desk's mailbox."""

import uuid
from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from contatti.clock import truncate_to_hour
from servizi.models import DeskPage


class OutboxState(models.TextChoices):
    """SENT: the mail server took it. DELIVERED and BOUNCED: the provider's webhook said so afterwards."""

    WAITING = "waiting", _("in attesa")
    SENT = "sent", _("spedita")
    DELIVERED = "delivered", _("consegnata")
    BOUNCED = "bounced", _("respinta")


class TicketUsed(Exception):  # noqa: N818 - an answer to give her, not a fault to report
    """The ticket of this form has brought another request already."""


class OutboxItemQuerySet(models.QuerySet["OutboxItem"]):
    """Questions about the outbox, and the one way in; every moment is aware."""

    def accept(
        self, desk: DeskPage, der: bytes, submission_key: bytes, ticket_mark: bytes | None = None
    ) -> tuple["OutboxItem", bool]:
        """Store a verified envelope once per submission key; return the row and whether it is new.

        A ticket is good for one submission: raises TicketUsed if another one came with the same mark.
        The row belongs to the caller's transaction: use contatti.outbox.storing(), and say "received" only
        after it. Raises django.db.Error, which storing() turns into NotStored.
        """
        hour = truncate_to_hour(timezone.now())
        item = OutboxItem(
            desk=desk,
            envelope=der,
            submission_key=submission_key,
            ticket_mark=ticket_mark,
            accepted_hour=hour,
            next_attempt_at=hour,
        )
        # No signal, no savepoint: two statements whether the key is new or another tab was faster.
        self.bulk_create([item], ignore_conflicts=True)
        stored = self.only("submission_key").filter(submission_key=submission_key).first()
        if stored is None:
            raise TicketUsed
        return stored, stored.pk == item.pk

    def under(self, page: Page) -> Self:
        """Those for a desk that is this page or below it in the tree."""
        return self.filter(desk__path__startswith=page.path)

    def waiting(self) -> Self:
        return self.filter(state=OutboxState.WAITING)

    def bounced(self) -> Self:
        return self.filter(state=OutboxState.BOUNCED)

    def due(self, now: datetime) -> Self:
        """Those that a worker may take now: first what nobody tried yet, then what failed."""
        free = Q(lease_until=None) | Q(lease_until__lte=now)
        tried = Case(When(attempts=0, then=Value(0)), default=Value(1))
        return self.waiting().filter(free, next_attempt_at__lte=now).order_by(tried, "next_attempt_at")

    def send_again(self) -> int:
        """Queue what bounced once more and end every pause; return how many rows are due now."""
        undelivered = self.filter(state__in=(OutboxState.WAITING, OutboxState.BOUNCED), lease_until=None)
        return undelivered.update(
            state=OutboxState.WAITING, next_attempt_at=F("accepted_hour"), sent_hour=None, provider_id=""
        )

    def sent_before(self, moment: datetime) -> Self:
        """Those that a mail server took, with no bounce known, in an hour before the moment."""
        done = (OutboxState.SENT, OutboxState.DELIVERED)
        return self.filter(state__in=done, sent_hour__lt=moment)


class OutboxItem(models.Model):
    """One envelope. No column says more about when it was written than the hour (UTC).

    next_attempt_at begins as that hour, which is past and therefore due; only a failed or running attempt
    gives it or the lease an exact time, the worker's, erased when the mail server takes the message.
    """

    # Wagtail would otherwise write reference rows for every request.
    wagtail_reference_index_ignore = True

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    desk = models.ForeignKey(
        DeskPage, verbose_name=_("sportello"), on_delete=models.PROTECT, related_name="outbox"
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
    accepted_hour = models.DateTimeField(_("ricevuta nell’ora"))
    sent_hour = models.DateTimeField(_("spedita nell’ora"), null=True)
    last_error = models.CharField(_("ultimo errore"), max_length=80, blank=True)
    message_id = models.CharField(max_length=200, blank=True, db_index=True)
    provider_id = models.CharField(max_length=200, blank=True, db_index=True)

    objects = OutboxItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("richiesta in consegna")
        verbose_name_plural = _("richieste in consegna")
        default_permissions = ("view", "change")
        indexes = (models.Index(fields=("state", "next_attempt_at"), name="outbox_due"),)

    def __str__(self) -> str:
        return str(self.pk)
