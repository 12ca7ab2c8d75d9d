"""Gives kept answers, before anything else is asked; keeps those that say that they are the same for all."""

import re
from collections.abc import Callable
from contextlib import nullcontext

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase

from amaranta.conditional import answered
from amaranta.page_cache import clock, generation
from amaranta.page_cache.answers import Key, Store, answer_of
from amaranta.page_cache.splice import NotSplit
from amaranta.request_guard import ODD
from home import kept_lookups
from home.kept_answers import Kept, kept_of

SAFE = ("GET", "HEAD")
FILES = ("/media/", settings.STATIC_URL)
NEVER = ("/admin/", "/anymail/", *FILES)
STAFF = frozenset({settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, "messages"})
"""Whoever brings one of these may see what others don't."""
CHOICE = re.compile(r"[A-Za-z0-9-]{0,40}")
"""What a link of a list can have put into an address: never a visitor's own words."""
MOST_CHOICES = 3
LARGEST = 1_000_000
PATIENCE = 2.0
"""Seconds for another thread to make the answer; then everybody makes her own."""

Handler = Callable[[HttpRequest], HttpResponseBase]


class PageCacheMiddleware:
    """Stands outside of compression and policy, so that both are kept with the page."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response
        self.store = Store()

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path_info.startswith(FILES):
            return self.get_response(request)
        mark = generation.current()
        if mark is None or not is_visitors(request):
            with kept_lookups.for_one_answer() if request.method in SAFE else nullcontext():
                return self.get_response(request)
        if not is_for_all(request):
            with kept_lookups.seen(mark):
                return self.get_response(request)
        key = key_of(request)
        if (kept := self._kept(request, key, mark)) is not None:
            return kept
        if (other := self.store.first(key)) is not None:
            other.wait(PATIENCE)
            return self._kept(request, key, mark) or self._made(request, key, mark)
        try:
            return self._made(request, key, mark)
        finally:
            self.store.made(key)

    def _kept(self, request: HttpRequest, key: Key, mark: object) -> HttpResponseBase | None:
        answer = self.store.get(key, mark, clock.minute())
        response = answer.response() if answer else None
        if response is None or not (response.has_header("ETag") or response.has_header("Last-Modified")):
            return response
        return answered(request, response)

    def _made(self, request: HttpRequest, key: Key, mark: object) -> HttpResponseBase:
        minute = clock.minute()
        with clock.watched() as watch, kept_lookups.seen(mark):
            response = self.get_response(request)
        kept = kept_of(response)
        if kept is not None and isinstance(response, HttpResponse) and _may_keep(request, response, kept):
            try:
                answer = answer_of(response, kept.fresh, minute if watch.asked else None)
            except NotSplit:
                return response
            # Begun in one minute and done in the next: what it says of the time may be of either.
            if minute == clock.minute():
                self.store.put(key, mark, answer)
        return response


def is_visitors(request: HttpRequest) -> bool:
    """Tell whether somebody asks who is shown what everybody is shown."""
    return (
        not request.path_info.startswith(NEVER)
        and not ("HTTP_COOKIE" in request.META and STAFF & request.COOKIES.keys())
        # Nobody else sees what an open transaction has written.
        and not connection.in_atomic_block
    )


def is_for_all(request: HttpRequest) -> bool:
    """Tell whether an answer to this request of a visitor could be the same for everybody who asks so."""
    return (
        request.method in SAFE
        and "//" not in request.path_info
        and not request.META.get(ODD)
        and request.META.get("CONTENT_LENGTH") in (None, "", "0")
    )


def key_of(request: HttpRequest) -> Key:
    """Return what answers differ by; the language is a part of the path."""
    asked = request.META
    return (
        request.scheme or "",
        asked.get("HTTP_HOST", "") or f"{asked.get('SERVER_NAME')}:{asked.get('SERVER_PORT')}",
        request.path,
        asked.get("QUERY_STRING", ""),
        asked.get("HTTP_ACCEPT_ENCODING", ""),
    )


def _may_keep(request: HttpRequest, response: HttpResponse, kept: Kept) -> bool:
    return (
        request.method == "GET"
        and response.status_code == 200
        and not response.cookies
        and len(response.content) <= LARGEST
        and _are_choices(request.GET, kept.choices)
    )


def _are_choices(query: QueryDict, choices: frozenset[str]) -> bool:
    pairs = [(name, value) for name, values in query.lists() for value in values]
    return len(pairs) <= MOST_CHOICES and all(
        name in choices and CHOICE.fullmatch(value) for name, value in pairs
    )
