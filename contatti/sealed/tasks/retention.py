"""What is no longer needed is erased: sent envelopes, counters and answers, each after its days."""

from datetime import datetime, timedelta

from django.db import connection
from django.utils.timezone import localdate

from contatti.sealed.aside import erase_old
from contatti.sealed.conf import sealed_settings
from contatti.sealed.models import AcceptedCount, Conversation, OutboxItem

KEEP_COUNTERS = timedelta(days=2)


def purge(now: datetime) -> int:
    """Delete what was sent more than SEALED_KEEP_SENT_DAYS ago; return how many rows of the outbox went.

    What waits or bounced is never touched; what two people put aside goes after 30 days. Answers to codes
    go on the day after their last.
    """
    old = now - timedelta(days=sealed_settings.KEEP_SENT_DAYS)
    number, _rows = OutboxItem.objects.sent_before(old).delete()
    erase_old(now)
    AcceptedCount.objects.filter(hour__lt=now - KEEP_COUNTERS).delete()
    Conversation.objects.over(localdate(now)).delete()
    return number


def empty_journal() -> None:
    """Take what was deleted out of SQLite's journal too; secure_delete (settings) cleans the database file.

    Outside of any transaction. A reader that is in the way puts it off to the next time, when nothing may be
    left to purge: so it does not depend on what was found.
    """
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
