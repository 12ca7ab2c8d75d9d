"""The two numbers in editors' texts: `{{emergenza}}` and `{{antiviolenza}}` stand for the settings'."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from django.dispatch import Signal
from django.http import HttpRequest, HttpResponse

if TYPE_CHECKING:
    from home.models import SiteSettings

FIELDS = {"emergenza": "emergency_number", "antiviolenza": "helpline_number"}
TOKEN = re.compile(r"(tel:)?\{\{\s*(emergenza|antiviolenza)\s*\}\}")
# A number stands in markup, addresses and JSON: nothing of it may mean something there.
UNUSUAL = re.compile(r"[^0-9+()/., -]")

numbers_changed = Signal()
"""Sent when one of the two numbers was changed: files made with the old one are wrong now."""


def filled(text: str, settings: "SiteSettings | None" = None) -> str:
    """Return `text` with numbers for its tokens; those of the default site unless `settings` are given.

    Asks for them only if there is a token. After `tel:` a number has no spaces (RFC 3966).
    """
    if not TOKEN.search(text):
        return text
    numbers = settings or _settings()

    def number(token: re.Match[str]) -> str:
        digits = UNUSUAL.sub("", getattr(numbers, FIELDS[token[2]]))
        return "tel:" + re.sub(r"[^0-9+]", "", digits) if token[1] else digits

    return TOKEN.sub(number, text)


def without_numbers(text: str) -> str:
    """Return `text` without its tokens, for what is kept: an index need not know which number it is today."""
    return TOKEN.sub(" ", text)


def _settings() -> "SiteSettings":
    from wagtail.models import Site

    from home.models import SiteSettings  # which import this module

    found: SiteSettings = SiteSettings.for_site(Site.objects.get(is_default_site=True))
    return found


class NumbersMiddleware:
    """Fills in the numbers in every text that visitors are given, whichever field it was written in.

    One place for all: a block, a title or a feed that is added later cannot be forgotten. Editors see the
    tokens; the preview of a page passes through here as a visitor's page does. Inside CommonMiddleware, which
    counts the bytes.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path.startswith("/admin/") or response.streaming or b"{{" not in response.content:
            return response
        if re.match(r"text/|application/.*(json|xml)", response.headers.get("Content-Type", "")):
            response.content = filled(response.content.decode(), _of(request)).encode()
        return response


def _of(request: HttpRequest) -> "SiteSettings | None":
    from wagtail.models import Site

    from home.models import SiteSettings  # which import this module

    return SiteSettings.for_request(request) if Site.find_for_request(request) else None
