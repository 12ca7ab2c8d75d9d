"""What a mail provider reports after it took a message (Anymail's normalised tracking events)."""

import logging
import re
from collections.abc import Callable
from typing import Any

from anymail.exceptions import AnymailError
from anymail.signals import EventType, tracking
from django.core.exceptions import SuspiciousOperation
from django.db import Error
from django.db.models import Q
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.urls import URLPattern
from django.views.decorators.csrf import csrf_exempt

from contatti import notices, providers
from contatti.models import OutboxItem
from contatti.outcome import ENHANCED, joined

logger = logging.getLogger(__name__)

RETURNED = frozenset({EventType.BOUNCED, EventType.REJECTED, EventType.FAILED})

UNREADABLE = (
    AnymailError, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError,
)  # fmt: skip
"""What Anymail raises at a body that is no notice."""


@receiver(tracking)
def mark_tracked(sender: Any, event: Any, esp_name: str, **kwargs: Any) -> None:
    """Mark the row that the event is about; an event about any other mail finds none."""
    names = providers.names_in(event) - {""}
    if not names:
        return
    items = OutboxItem.objects.filter(Q(message_id__in=names) | Q(provider_id__in=names))
    if event.event_type == EventType.DELIVERED:
        notices.delivered(items)
    elif event.event_type in RETURNED:
        notices.returned(items, _code(event))


def _code(event: Any) -> str:
    """Return the codes that a mail server gave, out of its text, which is forgotten."""
    own = event.esp_event if isinstance(event.esp_event, dict) else {}
    text = " ".join(str(part) for part in (event.mta_response, event.description, own.get("comment")) if part)
    number = re.search(r"(?<!\d)[45]\d\d(?!\d)", text)
    enhanced = ENHANCED.search(text)
    words = enhanced[0] if enhanced else ""
    return joined(int(number[0]), words) if number else words


def tracking_urls(patterns: list[URLPattern]) -> list[URLPattern]:
    """Return Anymail's addresses for the notices of the providers that are understood, and no other."""
    wanted = {f"{provider}_tracking_webhook" for provider in providers.routed()}
    return [
        URLPattern(pattern.pattern, _forgiving(pattern.callback), pattern.default_args, pattern.name)
        for pattern in patterns
        if pattern.name in wanted
    ]


def _forgiving(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Answer 400 to what is no notice. A database that refuses stays a 500: then the provider tries again."""

    @csrf_exempt
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except (SuspiciousOperation, Error):
            raise
        except UNREADABLE as error:
            logger.warning("A notice could not be read: %s", type(error).__name__)
            return HttpResponseBadRequest()

    return answer
