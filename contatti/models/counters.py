"""How many requests were accepted in an hour: all that is kept to stop a flood."""

from django.db import models

from servizi.models import DeskPage


class IntakeCounter(models.Model):
    """Requests accepted in one hour (UTC), by one desk or, without a desk, by all together."""

    wagtail_reference_index_ignore = True

    desk = models.ForeignKey(DeskPage, null=True, on_delete=models.CASCADE, related_name="+")
    hour = models.DateTimeField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        default_permissions = ()
        constraints = (
            models.UniqueConstraint(fields=("hour", "desk"), name="counter_once_per_hour_and_desk"),
            # NULL differs from NULL in the constraint above.
            models.UniqueConstraint(
                fields=("hour",), condition=models.Q(desk=None), name="counter_once_per_hour"
            ),
        )
