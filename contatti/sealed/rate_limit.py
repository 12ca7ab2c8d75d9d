"""A ceiling on accepted requests per hour, for all together and for each mailbox, with no address stored."""

from datetime import datetime

from django.db import transaction
from django.db.models import F, Q, QuerySet

from contatti.sealed.conf import sealed_settings
from contatti.sealed.models import AcceptedCount, Mailbox
from contatti.sealed.moments import truncate_to_hour


@transaction.atomic(savepoint=False)
def spend(mailbox: Mailbox, now: datetime) -> bool:
    """Count one request against this hour's limits; False, and nothing counted, if one is reached.

    Call it in the transaction that stores the request, after OutboxItem.objects.accept() said that the row is
    new, and roll back on False: a repeated post then costs nothing.
    """
    hour = truncate_to_hour(now)
    if not _take(hour, mailbox.pk, mailbox.hourly_limit):
        return False
    # The row that all share comes last: on PostgreSQL it stays locked until the commit.
    if _take(hour, None, sealed_settings.HOURLY_LIMIT):
        return True
    _counter(hour, mailbox.pk).update(count=F("count") - 1)
    return False


def used_up(now: datetime) -> list[Mailbox | None]:
    """Return the mailboxes that take nothing more in this hour; None, first, stands for all together."""
    spent = Q(mailbox=None, count__gte=sealed_settings.HOURLY_LIMIT)
    spent |= Q(count__gte=F("mailbox__hourly_limit"))
    counters = AcceptedCount.objects.filter(spent, hour=truncate_to_hour(now)).select_related("mailbox")
    return sorted(
        (counter.mailbox for counter in counters), key=lambda mailbox: mailbox.name if mailbox else ""
    )


def _counter(hour: datetime, mailbox_id: int | None) -> QuerySet[AcceptedCount]:
    if mailbox_id is None:
        return AcceptedCount.objects.filter(hour=hour, mailbox=None)
    return AcceptedCount.objects.filter(hour=hour, mailbox_id=mailbox_id)


def _take(hour: datetime, mailbox_id: int | None, limit: int) -> bool:
    counter = _counter(hour, mailbox_id)
    if counter.filter(count__lt=limit).update(count=F("count") + 1):
        return True
    # No row yet, or used up: an insert that loses to another request's leaves the second update to decide.
    AcceptedCount.objects.bulk_create(
        [AcceptedCount(hour=hour, mailbox_id=mailbox_id)], ignore_conflicts=True
    )
    return bool(counter.filter(count__lt=limit).update(count=F("count") + 1))
