"""Answers that wait for whoever has a code. Nothing here leads to a request, a person, or a time of day."""

from datetime import date
from typing import Self

from django.db import models

from contatti.sealed.models.mailboxes import Mailbox


class ConversationQuerySet(models.QuerySet["Conversation"]):
    """Questions about conversations; days are those of the project's time zone."""

    def kept(self, today: date) -> Self:
        """Those that may still be read; the others are as good as deleted."""
        return self.filter(delete_on__gte=today)

    def over(self, today: date) -> Self:
        return self.filter(delete_on__lt=today)


class Conversation(models.Model):
    """The answers to one code. place: SHA-256 of its locator, in hex. day: of the first answer.

    mark: SHA-256 of her public key, in hex (key_derivation.mark_of), empty for rows older than it. Who
    knows a place from here, and brings a key of his own, is a stranger.
    """

    wagtail_reference_index_ignore = True

    # The key itself: a number that counts up would tell the order in which mailboxes answered.
    place = models.CharField(max_length=64, primary_key=True)
    mark = models.CharField(max_length=64, blank=True, default="", editable=False)
    mailbox = models.ForeignKey(Mailbox, on_delete=models.CASCADE, related_name="conversations")
    day = models.DateField()
    delete_on = models.DateField(db_index=True)

    objects = ConversationQuerySet.as_manager()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return ""


class Answer(models.Model):
    """One sealed answer. number: 1 for the first to a code; a number is used once."""

    wagtail_reference_index_ignore = True

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="answers")
    number = models.PositiveIntegerField()
    sealed = models.BinaryField()

    class Meta:
        default_permissions = ()
        constraints = (
            models.UniqueConstraint(fields=("conversation", "number"), name="answer_once_per_number"),
        )

    def __str__(self) -> str:
        return ""
