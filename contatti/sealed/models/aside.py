"""What two people put aside of a flood: the requests of one lane and hour, sealed as they are."""

from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.db.models import Q

from contatti.sealed.models.lanes import Lane

KEEP_ASIDE = timedelta(days=30)


class LaneAsideQuerySet(models.QuerySet["LaneAside"]):
    def asked(self) -> Self:
        """Those that wait for a second person."""
        return self.filter(agreed_at=None)

    def moving(self) -> Self:
        """Those whose requests a worker may still have to move, one way or the other."""
        return self.filter(Q(is_moved=False), agreed_at__isnull=False)

    def over(self, now: datetime) -> Self:
        return self.filter(agreed_at__lt=now - KEEP_ASIDE)


class LaneAside(models.Model):
    """The held requests of a lane that came in one hour (UTC).

    The accounts are numbers and names, not references: a restored copy may not have them, and must keep this.
    returns: whether they go back into their lane. number: how many are aside.
    """

    wagtail_reference_index_ignore = True

    lane = models.CharField(max_length=9, choices=Lane.choices)
    hour = models.DateTimeField()
    asked_by = models.PositiveIntegerField()
    asked_name = models.CharField(max_length=150)
    asked_at = models.DateTimeField()
    agreed_name = models.CharField(max_length=150, default="")
    agreed_at = models.DateTimeField(null=True)
    returns = models.BooleanField(default=False)
    is_moved = models.BooleanField(default=False)
    number = models.PositiveIntegerField(default=0)

    objects = LaneAsideQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        constraints = (
            models.UniqueConstraint(
                fields=("lane", "hour"), condition=Q(agreed_at=None), name="asked_once_to_put_aside"
            ),
        )

    def __str__(self) -> str:
        return str(self.get_lane_display())

    @property
    def goes_on(self) -> datetime | None:
        """Return when its requests are erased."""
        return self.agreed_at and self.agreed_at + KEEP_ASIDE
