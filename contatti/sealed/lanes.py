"""Accepted and held: what comes beyond the hour's budget waits in lanes. Only a full lane says no.

tasks/release_held.py lets it leave, each lane at its own rate.
"""

from dataclasses import dataclass
from datetime import datetime

from django.core.cache import cache
from django.db import Error
from django.db.models import Count, F

from contatti.sealed.conf import sealed_settings
from contatti.sealed.envelope import MAX_ENVELOPE_BYTES
from contatti.sealed.models import Lane, LaneStore, OutboxItem, OutboxState

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
