"""How many requests were accepted in an hour: all that is kept to stop a flood."""

from django.db import models

from contatti.sealed.models.mailboxes import Mailbox


class AcceptedCount(models.Model):
    """Requests accepted in one hour (UTC), by one mailbox or, without a mailbox, by all together."""

    wagtail_reference_index_ignore = True

    mailbox = models.ForeignKey(Mailbox, null=True, on_delete=models.CASCADE, related_name="+")
    hour = models.DateTimeField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        default_permissions = ()
        constraints = (
            models.UniqueConstraint(fields=("hour", "mailbox"), name="counter_once_per_hour_and_mailbox"),
            # NULL differs from NULL in the constraint above.
            models.UniqueConstraint(
                fields=("hour",), condition=models.Q(mailbox=None), name="counter_once_per_hour"
            ),
        )
