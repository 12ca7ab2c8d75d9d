from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe
from wagtail.contrib.sitemaps import Sitemap, views
from wagtail.models import Page
from wagtail.query import PageQuerySet

from home.kept_answers import may_be_kept
from home.models import BasePage
from home.original_required import unvisitable

AN_HOUR = "max-age=3600"


MOST_PAGES = 1000
"""In one file: a larger site has several, so that none costs more than a fifth of a second."""


class PagesSitemap(Sitemap):
    """All languages of the site, each address with those of its translations (sitemaps.org, hreflang)."""

    part = 0
    """Number of the file, from 1; 0 where one holds all."""

    def pages(self) -> PageQuerySet:
        """Return the published pages below the home page of every language."""
        root = self.get_wagtail_site().root_page
        below = Q()
        for home in (root, *root.get_translations().live()):
            below |= Q(path__startswith=home.path)
        return Page.objects.filter(below).live().order_by("path").select_related("locale")

    def own_pages(self) -> list[Page]:
        """Return the pages of this file."""
        pages = self.pages()
        return list(pages[(self.part - 1) * MOST_PAGES : self.part * MOST_PAGES] if self.part else pages)

    def items(self) -> list[Page]:
        """Return its pages that can be visited, and their translations.

        They are whole only where their type lists addresses of its own.
        """
        pages = own = self.own_pages()
        if self.part:
            pages = list(self.pages().filter(translation_key__in=[page.translation_key for page in own]))
        self.own_keys = {page.pk for page in own}
        hidden = unvisitable(pages)
        return list(_drawn([page for page in pages if page.pk not in hidden]))

    def get_urls(self, *args: Any, **kwargs: Any) -> list[dict[str, Any]]:
        pages = self.items()
        own = [page for page in pages if page.pk in self.own_keys]
        urls = [url for page in own for url in page.get_sitemap_urls(self.request)]
        others = (url for page in pages for url in page.get_sitemap_urls(self.request)) if self.part else urls
        listed = {url["location"] for url in others}
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
    """Answer the sitemap, or where the site is large the list of its parts."""
    count = PagesSitemap(request).pages().count()
    if count <= MOST_PAGES:
        return _answered(views.sitemap(request, {"pages": PagesSitemap}))
    parts = range(1, -(-count // MOST_PAGES) + 1)
    addresses = [request.build_absolute_uri(reverse("sitemap_part", args=[part])) for part in parts]
    context = {"sitemaps": [{"location": address} for address in addresses]}
    return _answered(render(request, "sitemap_index.xml", context, content_type="application/xml"))


@require_safe
def sitemap_part(request: HttpRequest, part: int) -> HttpResponse:
    """Answer one part of a large sitemap; raises Http404 where there is none."""

    class Part(PagesSitemap):
        pass

    Part.part = part
    if not part or not Part(request).own_pages():
        raise Http404
    return _answered(views.sitemap(request, {"pages": Part}))


def _answered(response: HttpResponse) -> HttpResponse:
    """Let search engines keep it for an hour, and us until something changes."""
    response.headers["Cache-Control"] = AN_HOUR
    may_be_kept(response)
    return response
