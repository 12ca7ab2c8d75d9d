"""What a mail provider reports after it took a message (Anymail's normalised tracking events)."""

import logging
import re
from collections.abc import Callable
from typing import Any

from anymail.signals import EventType, tracking
from django.core.exceptions import SuspiciousOperation
from django.db import Error
from django.db.models import Q
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponseBadRequest
from django.http.response import HttpResponseBase
from django.urls import URLPattern
from django.views import View
from django.views.decorators.csrf import csrf_exempt

from contatti.sealed.mail.outcome import ENHANCED, joined
from contatti.sealed.models import OutboxItem
from contatti.sealed.tracking import marks, providers

logger = logging.getLogger(__name__)

RETURNED = frozenset({EventType.BOUNCED, EventType.REJECTED, EventType.FAILED})


def _unreadable() -> tuple[type[Exception], ...]:
    """Return what Anymail raises at a body that is no notice. Late: its errors load an HTTP client."""
    from anymail.exceptions import AnymailError

    return (
        AnymailError,
        ArithmeticError,
        AttributeError,
        LookupError,
        OSError,  # a time beyond the C library's
        RecursionError,
        TypeError,
        ValueError,
    )


@receiver(tracking)
def mark_tracked(sender: Any, event: Any, esp_name: str, **kwargs: Any) -> None:
    """Mark the row that the event is about; an event about any other mail finds none."""
    names = providers.names_in(event) - {""}
    if not names:
        return
    items = OutboxItem.objects.filter(Q(message_id__in=names) | Q(provider_id__in=names))
    if event.event_type == EventType.DELIVERED:
        marks.delivered(items)
    elif event.event_type in RETURNED:
        marks.returned(items, _code(event))


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
        URLPattern(
            pattern.pattern, _forgiving(one_by_one(pattern.callback)), pattern.default_args, pattern.name
        )
        for pattern in patterns
        if pattern.name in wanted
    ]


class OneByOne(View):
    """Before one of Anymail's views: an event that cannot be read takes no other of its batch with it."""

    def parse_events(self, request: HttpRequest) -> list[Any]:
        """Return what could be read. Raises ValueError if there was something, and none of it could."""
        self.unreadable = 0
        inherited: Any = super()
        events = [event for event in inherited.parse_events(request) if event is not None]
        if self.unreadable and not events:
            raise ValueError
        return events

    def esp_to_anymail_event(self, *parts: Any) -> Any:
        inherited: Any = super()
        return self._read(inherited.esp_to_anymail_event, *parts)

    def unwrap_event(self, raw: Any) -> Any:
        """SparkPost's own step before; it passes over what is None."""
        inherited: Any = super()
        return self._read(inherited.unwrap_event, raw) or (None, None, raw)

    def _read(self, read: Callable[..., Any], *parts: Any) -> Any:
        try:
            return read(*parts)
        except _unreadable() as error:
            self.unreadable += 1
            logger.warning("An event could not be read: %s", type(error).__name__)
            return None


def one_by_one(view: Any) -> Callable[..., HttpResponseBase]:
    """Return a provider's view that keeps the readable events of a batch."""
    kind: type[View] = type(view.view_class.__name__, (OneByOne, view.view_class), {})
    return kind.as_view()


def _forgiving(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Answer 400 to what is no notice. A database that refuses stays a 500: then the provider tries again."""

    @csrf_exempt
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except (SuspiciousOperation, Error):
            raise
        except _unreadable() as error:
            logger.warning("A notice could not be read: %s", type(error).__name__)
            return HttpResponseBadRequest()

    return answer
