"""What is no longer needed is erased: sent envelopes after their days, counters after theirs."""

from datetime import datetime, timedelta

from django.db import connection

from contatti.sealed.conf import sealed_settings
from contatti.sealed.models import AcceptedCount, OutboxItem

KEEP_COUNTERS = timedelta(days=2)


def purge(now: datetime) -> int:
    """Delete what was sent more than SEALED_KEEP_SENT_DAYS ago; return how many rows of the outbox went.

    What waits or bounced is never touched.
    """
    old = now - timedelta(days=sealed_settings.KEEP_SENT_DAYS)
    number, _rows = OutboxItem.objects.sent_before(old).delete()
    AcceptedCount.objects.filter(hour__lt=now - KEEP_COUNTERS).delete()
    return number


def empty_journal() -> None:
    """Take what was deleted out of SQLite's journal too; secure_delete (settings) cleans the database file.

    Outside of any transaction. A reader that is in the way puts it off to the next time, when nothing may be
    left to purge: so it does not depend on what was found.
    """
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
