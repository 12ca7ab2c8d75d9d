"""What the worker does for the counts of visits (SEALED_CHORES)."""

from datetime import datetime, timedelta

from django.conf import settings
from django.utils.timezone import localdate

from visits.models import VisitCount


def erase_old_counts(now: datetime) -> None:
    """Erase counts that are older than AMARANTA_KEEP_VISITS_DAYS."""
    before = localdate(now) - timedelta(days=settings.AMARANTA_KEEP_VISITS_DAYS)
    VisitCount.objects.filter(day__lt=before).delete()
