"""Tokens in editors' texts: `{{emergenza}}` and `{{antiviolenza}}` are numbers of the site's settings, and
what only whoever runs the site can say (home.site_words) has a token for each sentence.
"""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from django.conf import settings as django_settings
from django.dispatch import Signal
from django.http import HttpRequest, HttpResponse

from home.site_words import BY_TOKEN, is_foreign, word

if TYPE_CHECKING:
    from home.models import SiteSettings

FIELDS = {"emergenza": "emergency_number", "antiviolenza": "helpline_number"}
TOKEN = re.compile(rf"(tel:)?\{{\{{\s*({'|'.join([*FIELDS, *BY_TOKEN])})\s*\}}\}}")
# A number stands in markup, addresses and JSON: nothing of it may mean something there.
UNUSUAL = re.compile(r"[^0-9+()/., -]")

numbers_changed = Signal()
"""Sent when one of the two numbers was changed: files made with the old one are wrong now."""


def filled(text: str, settings: "SiteSettings | None" = None, *, markup: bool = False) -> str:
    """Return `text` with numbers and words for its tokens: the default site's unless `settings` are given.

    Asks for them only if there is a token. After `tel:` a number has no spaces (RFC 3966). In `markup` a word
    in another language than the page's says so, and signs are escaped.
    """
    if not TOKEN.search(text):
        return text
    known = settings or _settings()

    def value(token: re.Match[str]) -> str:
        if token[2] in BY_TOKEN:
            return _word(token, known, markup=markup)
        digits = UNUSUAL.sub("", getattr(known, FIELDS[token[2]]))
        return "tel:" + re.sub(r"[^0-9+]", "", digits) if token[1] else digits

    return TOKEN.sub(value, text)


def _word(token: re.Match[str], settings: "SiteSettings", *, markup: bool) -> str:
    said = word(token[2], settings)
    if not markup:
        return said
    said = said.replace("&", "&amp;")
    # Only between tags: an attribute and a title take no element.
    opened = re.search(r"<([a-z]*)[^<]*>[^<>]*\Z", token.string[max(0, token.start() - 2000) : token.start()])
    if is_foreign(token[2], settings) and opened and opened[1] not in {"script", "style", "title"}:
        return f'<span lang="{django_settings.LANGUAGE_CODE}">{said}</span>'
    return said


def without_numbers(text: str) -> str:
    """Return `text` without its tokens, for what is kept: an index need not know which number it is today."""
    return TOKEN.sub(" ", text)


def _settings() -> "SiteSettings":
    from wagtail.models import Site

    from home.models import SiteSettings  # which import this module

    found: SiteSettings = SiteSettings.for_site(Site.objects.get(is_default_site=True))
    return found


class NumbersMiddleware:
    """Fills in numbers and words in every text that visitors are given, whichever field it was written in.

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
        kind = response.headers.get("Content-Type", "")
        if re.match(r"text/|application/.*(json|xml)", kind):
            text = filled(response.content.decode(), _of(request), markup=bool(re.search("html|xml", kind)))
            response.content = text.encode()
        return response


def _of(request: HttpRequest) -> "SiteSettings | None":
    from wagtail.models import Site

    from home.models import SiteSettings  # which import this module

    return SiteSettings.for_request(request) if Site.find_for_request(request) else None
