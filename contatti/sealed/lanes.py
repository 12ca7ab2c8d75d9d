"""Accepted and held: what comes beyond the hour's budget waits in lanes, and leaves each at its own rate.

Within a lane the next one is drawn by lot, so that nobody can stand first. Only a full lane says no.
"""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.cache import cache
from django.db import Error, transaction
from django.db.models import Count, F
from django.db.models.functions import Length

from contatti.sealed.conf import sealed_settings
from contatti.sealed.envelope import MAX_ENVELOPE_BYTES
from contatti.sealed.models import Lane, LaneStore, OutboxItem, OutboxState
from contatti.sealed.moments import truncate_to_hour

MOST_AT_ONCE = 50
"""So many leave a lane in one turn at most: a turn is one transaction."""
LOADS, LOADS_SECONDS = "sealed.lanes", 5


class LaneFull(Exception):  # noqa: N818 - an answer to give her, not a fault to report
    """Nothing more may be held in this lane: the disk comes to an end somewhere."""


@dataclass(frozen=True, slots=True)
class Load:
    """What a lane held some seconds ago."""

    held: int = 0
    size: int = 0


def hold(item: OutboxItem, size: int, lane: Lane) -> None:
    """Keep a new request, of `size` bytes, from leaving at once. Raises LaneFull.

    Call it in the transaction that stores the request.
    """
    store = LaneStore.objects.filter(lane=lane)
    with_room = store.filter(size__lte=sealed_settings.lane_bytes(lane) - size)
    more = {"held": F("held") + 1, "size": F("size") + size}
    if not with_room.update(**more):
        LaneStore.objects.bulk_create([LaneStore(lane=lane)], ignore_conflicts=True)
        if not with_room.update(**more):
            raise LaneFull
    OutboxItem.objects.filter(pk=item.pk).update(state=OutboxState.HELD, lane=lane)


def release(now: datetime) -> int:
    """Let leave what each lane's rate allows by now; return how many. Raises django.db.Error."""
    # A plain read first: an idle worker must not take SQLite's write lock.
    busy = LaneStore.objects.filter(held__gt=0).values_list("lane", flat=True)
    return sum(_release(Lane(lane), now) for lane in list(busy))


@transaction.atomic
def _release(lane: Lane, now: datetime) -> int:
    store = LaneStore.objects.select_for_update().get(lane=lane)
    hour = truncate_to_hour(now)
    released = store.released if store.hour == hour else 0
    number = min(_allowed(lane, now - hour) - released, store.held, MOST_AT_ONCE)
    if number <= 0:
        return 0
    drawn = _draw(lane, number)
    OutboxItem.objects.filter(pk__in=drawn).update(state=OutboxState.WAITING, lane=None)
    store.hour, store.released = hour, released + len(drawn)
    # With nothing to draw the count was wrong: somebody deleted rows by hand.
    store.held = store.held - len(drawn) if drawn else 0
    store.size = max(store.size - sum(drawn.values()), 0) if store.held else 0
    store.save()
    return len(drawn)


def _allowed(lane: Lane, passed: timedelta) -> int:
    """Return how many may have left since the hour began: the first at once, so an idle lane never waits.

    Hours are counted and not moments, which would tell when somebody wrote.
    """
    return int(sealed_settings.lane_rate(lane) * (passed / timedelta(hours=1))) + 1


def _draw(lane: Lane, number: int) -> dict[uuid.UUID, int]:
    """Return the keys of so many of a lane, by lot, and their sizes; each costs one look into an index."""
    held = OutboxItem.objects.filter(lane=lane).order_by("pk")
    drawn: dict[uuid.UUID, int] = {}
    for _turn in range(number):
        others = held.exclude(pk__in=list(drawn)).values_list("pk", Length("envelope"))
        found = others.filter(pk__gte=uuid.uuid4()).first() or others.first()
        if found:
            drawn[found[0]] = found[1]
    return drawn


def loads() -> dict[Lane, Load]:
    """Return what the lanes held a moment ago; nothing while the database is gone."""
    known: dict[Lane, Load] | None = cache.get(LOADS)
    if known is None:
        try:
            rows = LaneStore.objects.values_list("lane", "held", "size")
            known = {Lane(lane): Load(held, size) for lane, held, size in rows}
        except Error:
            return {}
        cache.set(LOADS, known, LOADS_SECONDS)
    return known


def is_full(lane: Lane) -> bool:
    """Tell whether a lane might refuse the next request."""
    load = loads().get(lane, Load())
    return load.size > sealed_settings.lane_bytes(lane) - MAX_ENVELOPE_BYTES


def held_by_hour() -> list[tuple[Lane, datetime, int]]:
    """Return how many each lane holds of each hour (UTC), lanes and hours in order."""
    rows = OutboxItem.objects.filter(lane__isnull=False).values_list("lane", "accepted_hour")
    counted = rows.annotate(number=Count("pk")).order_by("lane", "accepted_hour")
    order = list(Lane)
    found = [(Lane(lane), hour, number) for lane, hour, number in counted if lane]
    return sorted(found, key=lambda row: (order.index(row[0]), row[1]))
