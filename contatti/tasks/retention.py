"""What is no longer needed is erased: sent envelopes after their days, counters after theirs."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import connection

from contatti.models import IntakeCounter, OutboxItem

KEEP_COUNTERS = timedelta(days=2)


def purge(now: datetime) -> int:
    """Delete what was sent more than AMARANTA_KEEP_SENT_DAYS ago; return how many rows of the outbox went.

    What waits or bounced is never touched. SQLite's secure_delete (settings) overwrites the pages.
    """
    old = now - timedelta(days=settings.AMARANTA_KEEP_SENT_DAYS)
    number, _rows = OutboxItem.objects.sent_before(old).delete()
    IntakeCounter.objects.filter(hour__lt=now - KEEP_COUNTERS).delete()
    if number and connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            # The journal still holds the old pages until it is emptied.
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return number
