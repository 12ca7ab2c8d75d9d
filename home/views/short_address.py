"""Where a printed address leads. Paper cannot be corrected, so none of them ever ends at nothing."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe
from wagtail.models import Locale, Page, Site

from home.models import SiteSettings


@require_safe
def short_address(request: HttpRequest, number: str = "") -> HttpResponse:
    """Lead to the page with this number; if it is gone, to the list of desks, or else to the home page.

    The browser's history keeps the page alone, not this address. Nothing is counted.
    """
    page = Page.objects.live().filter(pk=number).first() if number else None
    target = page or _desks(request)
    response: HttpResponse = redirect(_in_language(target).get_url(request))
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _desks(request: HttpRequest) -> Page:
    desks = SiteSettings.for_request(request).desks_page
    site = Site.find_for_request(request)
    root: Page = site.root_page
    return desks if desks and desks.live else root


def _in_language(page: Page) -> Page:
    translated = page.get_translation_or_none(Locale.get_active())
    return translated if translated and translated.live else page
