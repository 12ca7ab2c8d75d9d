"""Lets leave what is held: each lane at its own rate, the next one of a lane drawn by lot."""

import uuid
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models.functions import Length

from contatti.sealed.aside import move_some
from contatti.sealed.conf import sealed_settings
from contatti.sealed.models import Lane, LaneStore, OutboxItem, OutboxState
from contatti.sealed.moments import truncate_to_hour

MOST_AT_ONCE = 50
"""So many leave a lane in one turn at most: a turn is one transaction."""
MOST_MOVES = 20
"""Batches of what two people put aside, in one turn."""
AN_HOUR = timedelta(hours=1)


class Releases:
    """Remembers, in one worker's memory, when it let something leave: the database knows hours alone.

    Several workers together let no more leave in an hour than one.
    """

    def __init__(self) -> None:
        self._credits: dict[Lane, tuple[float, datetime]] = {}

    def turn(self, now: datetime) -> int:
        """Let leave what may by now; return how many. Raises django.db.Error."""
        for _turn in range(MOST_MOVES):
            if not move_some():
                break
        # A plain read first: an idle worker must not take SQLite's write lock.
        busy = LaneStore.objects.filter(held__gt=0).values_list("lane", flat=True)
        return sum(self._release(Lane(lane), now) for lane in list(busy))

    def _release(self, lane: Lane, now: datetime) -> int:
        credit = self._credit(lane, now)
        number = _release(lane, int(credit), now) if credit >= 1 else 0
        self._credits[lane] = (credit - number, now)
        return number

    def _credit(self, lane: Lane, now: datetime) -> float:
        """Return how many may leave: one at once, then as the rate says; what a minute gives can be saved."""
        credit, since = self._credits.get(lane, (1.0, now))
        passed = max(now - since, timedelta(0))  # a clock may be set back
        rate = sealed_settings.lane_rate(lane)
        return min(credit + rate * (passed / AN_HOUR), max(rate / 60, 1.0))


@transaction.atomic
def _release(lane: Lane, number: int, now: datetime) -> int:
    store = LaneStore.objects.select_for_update().get(lane=lane)
    hour = truncate_to_hour(now)
    released = store.released if store.hour == hour else 0
    left = int(sealed_settings.lane_rate(lane)) + 1 - released
    number = min(number, left, store.held, MOST_AT_ONCE)
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
