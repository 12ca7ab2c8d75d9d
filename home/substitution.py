"""Placeholders in editors' texts, substituted by what the site's settings say."""

import re
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from wagtail.models import Site

from home.models.site_settings import SiteSettings
from home.text.placeholders import has_placeholder, substitute


def substituted(text: str) -> str:
    """Return `text` with the default site's numbers and words; asks for them only if it must."""
    if not has_placeholder(text):
        return text
    return substitute(text, SiteSettings.for_site(Site.objects.get(is_default_site=True)))


class SubstitutionMiddleware:
    """Substitutes in every text that visitors are given, whichever field it was written in.

    One place for all: a block, a title or a feed that is added later cannot be forgotten. Editors see the
    placeholders; the preview of a page passes through here as a visitor's page does. Inside CommonMiddleware,
    which counts the bytes.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path.startswith("/admin/") or response.streaming or b"{{" not in response.content:
            return response
        kind = response.headers.get("Content-Type", "")
        if re.match(r"text/|application/.*(json|xml)", kind):
            markup = bool(re.search("html|xml", kind))
            response.content = _for(request, response.content.decode(), markup=markup).encode()
        return response


def _for(request: HttpRequest, text: str, *, markup: bool) -> str:
    if not has_placeholder(text):
        return text
    if Site.find_for_request(request):
        known = SiteSettings.for_request(request)
    else:
        known = SiteSettings.for_site(Site.objects.get(is_default_site=True))
    return substitute(text, known, markup=markup)
