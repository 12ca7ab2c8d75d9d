"""Cases that a desk referred: from, to, how far, in which hour; never what they are about."""

import uuid
from datetime import date, datetime
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from contatti.models.desk_mailbox import DeskMailbox
from contatti.sealed.models import Mailbox, OutboxItem, OutboxState

MOST_TRIES = 10
"""After so many codes that begin like it and are wrong, a code answers nothing any more."""
RETURNED = (OutboxState.REFUSED, OutboxState.BOUNCED)
"""What the receiving mailbox, full or gone, did not take."""


class Consent(models.TextChoices):
    """How she said yes. The day stands in the sealed text alone."""

    SPOKEN = "spoken", _("a voce")
    WRITTEN = "written", _("per iscritto")


class ReferralAnswer(models.TextChoices):
    """What the receiving side answered; CLOSED: the sending desk heard it in another way, or gave up."""

    TAKEN = "taken", _("preso in carico")
    DECLINED = "declined", _("non possono")
    CLOSED = "closed", _("chiuso da chi l’ha affidato")


class ReferralQuerySet(models.QuerySet["Referral"]):
    """Questions about referrals; every moment is aware."""

    def unanswered(self) -> Self:
        return self.filter(answer="")

    def returned(self) -> Self:
        """Those that the receiving mailbox did not take; nobody there has read them."""
        return self.filter(item__state__in=RETURNED)

    def forgotten(self, before: datetime) -> Self:
        """Those whose letter is erased, and which are older."""
        return self.filter(item=None, sent_hour__lt=before)


class Referral(models.Model):
    """One case on its way from a desk. item: the sealed letter; None once that is sent and erased.

    locator: the first digits of the code in the letter, code_hash: a keyed hash of the whole code.
    """

    wagtail_reference_index_ignore = True

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sender = models.ForeignKey(DeskMailbox, on_delete=models.CASCADE, related_name="referrals_sent")
    receiver = models.ForeignKey(Mailbox, on_delete=models.CASCADE, related_name="referrals_received")
    item = models.OneToOneField(OutboxItem, null=True, on_delete=models.SET_NULL, related_name="referral")
    consent = models.CharField(max_length=7, choices=Consent.choices)
    sent_hour = models.DateTimeField()
    answer = models.CharField(max_length=8, blank=True, choices=ReferralAnswer.choices)
    answered_hour = models.DateTimeField(null=True)
    locator = models.CharField(max_length=8, unique=True)
    code_hash = models.CharField(max_length=64)
    tries = models.PositiveSmallIntegerField(default=0)

    objects = ReferralQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        constraints = (
            models.CheckConstraint(name="referral_has_consent", condition=Q(consent__in=Consent.values)),
        )

    def __str__(self) -> str:
        return ""


class ReferralCountQuerySet(models.QuerySet["ReferralCount"]):
    def add(self, sender: int, moment_day: date, column: str) -> None:
        """Count one more of "sent", "taken" or "declined" in the month of a day."""
        month = moment_day.replace(day=1)
        self.get_or_create(sender_id=sender, month=month)
        self.filter(sender_id=sender, month=month).update(**{column: F(column) + 1})


class ReferralCount(models.Model):
    """How many cases a desk referred in a month, and how many were answered in it: they outlive the rows."""

    wagtail_reference_index_ignore = True

    sender = models.ForeignKey(DeskMailbox, on_delete=models.CASCADE, related_name="referral_counts")
    month = models.DateField()
    sent = models.PositiveIntegerField(default=0)
    taken = models.PositiveIntegerField(default=0)
    declined = models.PositiveIntegerField(default=0)

    objects = ReferralCountQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        constraints = (models.UniqueConstraint(fields=("sender", "month"), name="referrals_once_per_month"),)

    def __str__(self) -> str:
        return ""
