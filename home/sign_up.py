"""To which pages people can sign up for an event. Imports run one way, so who receives hands them in."""

from collections.abc import Callable
from typing import Any

from django.db.models import Q

# Returns the pages, by primary key, that may receive sign-ups.
ReceiverSource = Callable[[], Any]

_sources: list[ReceiverSource] = []


def register_receivers(source: ReceiverSource) -> None:
    """Add a source of pages; an app does so once, when it starts."""
    _sources.append(source)


def receivers() -> Q:
    """Return the condition that a page meets which may be chosen; none does while no source is known."""
    found = Q(pk__in=[])
    for source in _sources:
        found |= Q(pk__in=source())
    return found
