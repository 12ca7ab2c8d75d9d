"""Where a printed address leads. Paper cannot be corrected, so none of them ever ends at nothing."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe
from wagtail.models import Locale, Page, Site

from home.models import SiteSettings
from home.original_required import unvisitable


@require_safe
def short_address(request: HttpRequest, number: str = "") -> HttpResponse:
    """Lead to the page with this number; if it is gone, to the list of desks, or else to the home page.

    The browser's history keeps the page alone, not this address. Nothing is counted.
    """
    page = _numbered(number) if number else None
    address = page and page.get_url(request)
    response: HttpResponse = redirect(address or _in_language(_desks(request)).get_url(request))
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _numbered(number: str) -> Page | None:
    """Return the page with this number in the active language, as long as it can be visited."""
    # The tree's own root has a number as well, and no address.
    page = Page.objects.live().filter(pk=number, depth__gt=1).select_related("locale").first()
    page = page and _in_language(page)
    return None if page is None or unvisitable([page]) else page


def _desks(request: HttpRequest) -> Page:
    desks = SiteSettings.for_request(request).desks_page
    site = Site.find_for_request(request)
    root: Page = site.root_page
    return desks if desks and desks.live else root


def _in_language(page: Page) -> Page:
    translated = page.get_translation_or_none(Locale.get_active())
    return translated if translated and translated.live else page
