"""How many requests leave at once in an hour, of all together and of each mailbox, with no address stored.

What comes beyond is accepted and held (contatti.sealed.lanes).
"""

from datetime import datetime

from django.db import transaction
from django.db.models import F, Q, QuerySet

from contatti.sealed.conf import sealed_settings
from contatti.sealed.models import AcceptedCount, Lane, Mailbox
from contatti.sealed.moments import truncate_to_hour
from contatti.sealed.statements import count_up

SLOW_SHARE = 2
"""What is slow leaves at once only while less than one half of the budget is used: the rest is for others."""


@transaction.atomic(savepoint=False)
def spend(mailbox: Mailbox, now: datetime, lane: Lane = Lane.SEALED) -> bool:
    """Count one request against this hour's budgets; False, and nothing counted, if one is used up.

    Call it in the transaction that stores the request, after OutboxItem.objects.accept() said that the row is
    new: a repeated post then costs nothing.
    """
    hour = truncate_to_hour(now)
    share = SLOW_SHARE if lane is Lane.SLOW else 1
    if not _take(hour, mailbox.pk, mailbox.hourly_limit // share):
        return False
    # The row that all share comes last: on PostgreSQL it stays locked until the commit.
    if _take(hour, None, sealed_settings.HOURLY_LIMIT // share):
        return True
    _counter(hour, mailbox.pk).update(count=F("count") - 1)
    return False


def is_spent(mailbox: Mailbox, now: datetime) -> bool:
    """Tell whether what comes for a mailbox now is held."""
    spent = Q(mailbox=None, count__gte=sealed_settings.HOURLY_LIMIT)
    spent |= Q(mailbox=mailbox.pk, count__gte=mailbox.hourly_limit)
    return AcceptedCount.objects.filter(spent, hour=truncate_to_hour(now)).exists()


def _counter(hour: datetime, mailbox_id: int | None) -> QuerySet[AcceptedCount]:
    if mailbox_id is None:
        return AcceptedCount.objects.filter(hour=hour, mailbox=None)
    return AcceptedCount.objects.filter(hour=hour, mailbox_id=mailbox_id)


def _take(hour: datetime, mailbox_id: int | None, limit: int) -> bool:
    if count_up(hour, mailbox_id, limit):
        return True
    # No row yet, or used up: an insert that loses to another request's leaves the second update to decide.
    AcceptedCount.objects.bulk_create(
        [AcceptedCount(hour=hour, mailbox_id=mailbox_id)], ignore_conflicts=True
    )
    return count_up(hour, mailbox_id, limit)
