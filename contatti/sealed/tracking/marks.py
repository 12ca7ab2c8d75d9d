"""What a notice changes, whether it came by a provider's webhook or by mail.

A notice names the Message-ID of one sending. After "Spedisci di nuovo" the request has another, so that
notices about the former sending, however late and however often, find nothing.
"""

from contatti.sealed.models import OutboxItem, OutboxState
from contatti.sealed.models.outbox import OutboxItemQuerySet


def delivered(items: OutboxItemQuerySet, **changes: str) -> int:
    """Mark what reached its mailbox; a late "delivered" does not undo a bounce."""
    return items.exclude(state=OutboxState.BOUNCED).settle(OutboxState.DELIVERED, error_code="", **changes)


def returned(items: OutboxItemQuerySet, code: str) -> int:
    """Mark what a mailbox refused after its mail server had taken it."""
    return items.settle(OutboxState.BOUNCED, error_code=code)


def named(names: set[str]) -> OutboxItemQuerySet:
    """Return the rows whose present sending has one of these Message-IDs."""
    return OutboxItem.objects.filter(message_id__in=names - {""})
