from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from django.conf import settings
from django.db.models import Q
from wagtail.contrib.sitemaps import Sitemap
from wagtail.models import Page
from wagtail.query import PageQuerySet


class PagesSitemap(Sitemap):
    """All languages of the site, each address with those of its translations (sitemaps.org, hreflang)."""

    def pages(self) -> PageQuerySet:
        """Return the published pages below the home page of every language."""
        root = self.get_wagtail_site().root_page
        below = Q()
        for home in (root, *root.get_translations().live()):
            below |= Q(path__startswith=home.path)
        return Page.objects.filter(below).live().order_by("path")

    def items(self) -> PageQuerySet:
        return self.pages().defer_streamfields().specific()

    def get_urls(self, *args: Any, **kwargs: Any) -> list[dict[str, Any]]:
        pages = list(self.pages().select_related("locale"))
        missing = {self.location(page) for page in without_original(pages)}
        urls = [url for url in super().get_urls(*args, **kwargs) if url["location"] not in missing]
        translated: dict[object, list[dict[str, str]]] = defaultdict(list)
        alternates: dict[str, list[dict[str, str]]] = {}
        listed = {url["location"] for url in urls}
        for page in pages:
            address = self.location(page)
            if address in listed:
                alternates[address] = translated[page.translation_key]
                alternates[address].append({"location": address, "lang_code": page.locale.language_code})
        for url in urls:
            group = alternates.get(url["location"], [])
            url["alternates"] = group if len(group) > 1 else []
        return urls


def without_original(pages: Iterable[Page]) -> Iterator[Page]:
    """Yield the translations among `pages` that nobody can visit while the original is not published."""
    pages = list(pages)
    originals = {
        page.translation_key for page in pages if page.locale.language_code == settings.LANGUAGE_CODE
    }
    for page in pages:
        if getattr(page.specific_class, "needs_original", False) and page.translation_key not in originals:
            yield page
