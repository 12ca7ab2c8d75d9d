"""Where an address leads whose language the site does not speak, not yet or no longer."""

from django.http import HttpRequest
from django.shortcuts import resolve_url
from django.utils.translation import get_language, override
from wagtail.models import Locale, Page, Site

from home.models.page_loading import site_of


def same_page_in_main_language(request: HttpRequest, path: str) -> str:
    """Return the address of the page in the main language, or of the home page where there is none."""
    site = site_of(request)
    places = [root.root_path for root in Site.get_site_root_paths() if root.language_code == get_language()]
    addresses = [f"{place}{path.strip('/')}/" for place in places]
    page = Page.objects.filter(url_path__in=addresses).first() if site and path.strip("/") else None
    with override(Locale.get_default().language_code):
        original = page.get_translation_or_none(Locale.get_default()) if page else None
        if original is not None and original.live:
            return str(original.get_url(request))
        return resolve_url("wagtail_serve", "")
