"""The test messages by which the holder of a key shows that she reads; of their digits only a keyed hash."""

from datetime import datetime
from typing import Self

from django.db import models

from contatti.sealed.models.certificates import OperatorCertificate
from contatti.sealed.models.outbox import OutboxItem

MOST_TRIES = 5


class ReadingTestQuerySet(models.QuerySet["ReadingTest"]):
    """Questions about test messages; every moment is aware."""

    def answerable(self, now: datetime) -> Self:
        """Those whose digits somebody may still type."""
        return self.filter(answered_at=None, valid_until__gt=now, tries__lt=MOST_TRIES)


class ReadingTest(models.Model):
    """One test message of one key. digits: a keyed hash. item: its mail, gone when purged."""

    wagtail_reference_index_ignore = True

    certificate = models.ForeignKey(OperatorCertificate, on_delete=models.CASCADE, related_name="tests")
    item = models.OneToOneField(OutboxItem, null=True, on_delete=models.SET_NULL, related_name="reading_test")
    digits = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    valid_until = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    answered_at = models.DateTimeField(null=True)

    objects = ReadingTestQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        ordering = ("-made_at", "-pk")
        get_latest_by = "made_at"

    def __str__(self) -> str:
        return ""
