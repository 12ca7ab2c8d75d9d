from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from wagtail.contrib.sitemaps import Sitemap, views
from wagtail.models import Page
from wagtail.query import PageQuerySet

from home.kept_answers import may_be_kept
from home.models import BasePage
from home.original_required import unvisitable

AN_HOUR = "max-age=3600"


class PagesSitemap(Sitemap):
    """All languages of the site, each address with those of its translations (sitemaps.org, hreflang)."""

    def pages(self) -> PageQuerySet:
        """Return the published pages below the home page of every language."""
        root = self.get_wagtail_site().root_page
        below = Q()
        for home in (root, *root.get_translations().live()):
            below |= Q(path__startswith=home.path)
        return Page.objects.filter(below).live().order_by("path").select_related("locale")

    def items(self) -> list[Page]:
        """Return the pages that can be visited, whole only where their type lists addresses of its own."""
        pages = list(self.pages())
        hidden = unvisitable(pages)
        return list(_drawn([page for page in pages if page.pk not in hidden]))

    def get_urls(self, *args: Any, **kwargs: Any) -> list[dict[str, Any]]:
        pages = self.items()
        urls = [url for page in pages for url in page.get_sitemap_urls(self.request)]
        listed = {url["location"] for url in urls}
        translated: dict[object, list[dict[str, str]]] = defaultdict(list)
        alternates: dict[str, list[dict[str, str]]] = {}
        for page in pages:
            address = self.location(page)
            if address in listed:
                alternates[address] = translated[page.translation_key]
                alternates[address].append({"location": address, "lang_code": page.locale.language_code})
        for url in urls:
            group = alternates.get(url["location"], [])
            url["alternates"] = [*group, *_default(group)] if len(group) > 1 else []
        return urls


def _default(group: list[dict[str, str]]) -> list[dict[str, str]]:
    """Return the address in the main language again, as that for whoever reads none of the others."""
    main = (each for each in group if each["lang_code"] == settings.LANGUAGE_CODE)
    return [{**each, "lang_code": "x-default"} for each in main]


def _drawn(pages: list[Page]) -> Iterator[Page]:
    """Yield the pages that a sitemap may list; those with more addresses in one query a type."""
    more: dict[type[BasePage], list[int]] = defaultdict(list)
    for page in pages:
        model = page.specific_class
        if model is None or not issubclass(model, BasePage) or not model.in_sitemap():
            continue
        if model.get_sitemap_urls is BasePage.get_sitemap_urls:
            yield page
        else:
            more[model].append(page.pk)
    for model, keys in more.items():
        yield from model.objects.filter(pk__in=keys).select_related("locale").order_by("path")


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """Answer the sitemap; search engines may keep it for an hour."""
    response: HttpResponse = views.sitemap(request, {"pages": PagesSitemap})
    response.headers["Cache-Control"] = AN_HOUR
    may_be_kept(response)
    return response
