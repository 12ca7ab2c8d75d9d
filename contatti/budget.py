"""A ceiling on accepted requests per hour, for the network and for each desk, with no address stored."""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q, QuerySet

from contatti.clock import truncate_to_hour
from contatti.models import IntakeCounter
from servizi.models import DeskPage


@transaction.atomic(savepoint=False)
def spend(desk: DeskPage, now: datetime) -> bool:
    """Count one request against this hour's budgets; False, and nothing counted, if one is used up.

    Call it in the transaction that stores the request, after OutboxItem.objects.accept() said that the row is
    new, and roll back on False: a repeated post then costs nothing.
    """
    hour = truncate_to_hour(now)
    if not _take(hour, desk.pk, desk.intake.hourly_budget):
        return False
    # The row that all share comes last: on PostgreSQL it stays locked until the commit.
    if _take(hour, None, settings.AMARANTA_HOURLY_BUDGET):
        return True
    _counter(hour, desk.pk).update(count=F("count") - 1)
    return False


def used_up(now: datetime) -> list[DeskPage | None]:
    """Return the desks that take nothing more in this hour; None, first, stands for the whole network."""
    spent = Q(desk=None, count__gte=settings.AMARANTA_HOURLY_BUDGET)
    spent |= Q(count__gte=F("desk__intake__hourly_budget"))
    counters = IntakeCounter.objects.filter(spent, hour=truncate_to_hour(now)).select_related("desk")
    return sorted((counter.desk for counter in counters), key=lambda desk: desk.title if desk else "")


def _counter(hour: datetime, desk_id: int | None) -> QuerySet[IntakeCounter]:
    if desk_id is None:
        return IntakeCounter.objects.filter(hour=hour, desk=None)
    return IntakeCounter.objects.filter(hour=hour, desk_id=desk_id)


def _take(hour: datetime, desk_id: int | None, budget: int) -> bool:
    counter = _counter(hour, desk_id)
    if counter.filter(count__lt=budget).update(count=F("count") + 1):
        return True
    # No row yet, or used up: an insert that loses to another request's leaves the second update to decide.
    IntakeCounter.objects.bulk_create([IntakeCounter(hour=hour, desk_id=desk_id)], ignore_conflicts=True)
    return bool(counter.filter(count__lt=budget).update(count=F("count") + 1))
