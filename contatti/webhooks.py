"""What a mail provider reports after it took a message (Anymail's normalised tracking events)."""

from typing import Any

from anymail.signals import EventType, tracking
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce
from django.dispatch import receiver
from django.utils import timezone

from contatti.clock import truncate_to_hour
from contatti.models import OutboxItem, OutboxState

RETURNED = frozenset({EventType.BOUNCED, EventType.REJECTED, EventType.FAILED})


@receiver(tracking)
def mark_tracked(sender: Any, event: Any, esp_name: str, **kwargs: Any) -> None:
    """Mark the row that the event is about; an event about any other mail finds none."""
    if not event.message_id:
        return
    identifier = event.message_id.strip("<>")
    items = OutboxItem.objects.filter(Q(message_id=identifier) | Q(provider_id=event.message_id))
    if event.event_type == EventType.DELIVERED:
        # A late "delivered" does not undo a bounce.
        _settle(items.exclude(state=OutboxState.BOUNCED), OutboxState.DELIVERED)
    elif event.event_type in RETURNED:
        _settle(items, OutboxState.BOUNCED)


def _settle(items: Any, state: OutboxState) -> None:
    """Set the state, also of a row whose worker has not come to mark it yet."""
    hour = truncate_to_hour(timezone.now())
    items.update(
        state=state,
        sent_hour=Coalesce("sent_hour", Value(hour)),
        next_attempt_at=F("accepted_hour"),
        lease_until=None,
        lease_token=None,
    )
