"""How an address leads to a page, with its translations and the menu, in as few queries as can be."""

from collections.abc import Collection, Iterable
from copy import copy
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

from django.conf import settings
from django.db.models import Exists, OuterRef, Q
from django.http import Http404, HttpRequest
from django.utils.translation import get_language
from wagtail.models import Page, Site

from home import kept_lookups
from home.models.site_settings import SiteSettings

# Deeper than any page: a long address must not make a long query.
MAX_DEPTH = 8
HOMES = 2
"""Depth of home pages, below Wagtail's own root."""


def site_of(request: HttpRequest) -> Site | None:
    """Return the site of a request, with a root page of its own: more is read into it while it is drawn."""
    if not hasattr(request, "_wagtail_site") and kept_lookups.are_kept():
        found = kept_lookups.looked_up(("site", request.get_host()), lambda: Site.find_for_request(request))
        own = copy(found)
        if own is not None:
            own.root_page = copy(found.root_page)
        vars(request)["_wagtail_site"] = own  # where Wagtail itself looks
    site: Site | None = Site.find_for_request(request)
    return site


def root_paths(request: HttpRequest) -> list[str]:
    """Return where the home pages of a site stand, published or not, from what Wagtail keeps in its cache."""
    site = Site.find_for_request(request)
    return [root.root_path for root in Site.get_site_root_paths() if site and root.site_id == site.pk]


def place_in_menu(code: str) -> int:
    """Return the place of a language among those of the settings, which is that in every list."""
    codes = [known for known, _name in settings.WAGTAIL_CONTENT_LANGUAGES]
    return codes.index(code) if code in codes else len(codes)


def in_spoken_languages(pages: Iterable[Page], homes: Iterable[Page]) -> list[Page]:
    """Return those of the pages whose language has a home page among the published ones (all with locales).

    A language whose home page was taken off the site is offered nowhere.
    """
    spoken = {home.locale_id for home in homes}
    return [page for page in pages if page.locale_id in spoken]


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came in the same query as a page: all of it published, each with its locale.

    translations: the page in every language, itself included. menu: the pages in the menu of its language.
    homes: the home pages of all languages. main: those that the site's settings name, in its language; empty
    in the main language.
    """

    translations: list[Page]
    menu: list[Page]
    homes: list[Page]
    main: list[Page]


class RoutedPage(Page):
    """Abstract: a page that finds others below itself, together with what they need to be drawn."""

    # Foreign keys to load with the page when it is visited.
    loads_with: ClassVar[tuple[str, ...]] = ()
    # True where a translation shows the original's facts: it is public only as long as the original is.
    needs_original: ClassVar[bool] = False
    # What `route` has found on the way to this page; None for a page that was fetched in another way.
    loaded: Loaded | None = None

    class Meta:
        abstract = True

    @cached_property
    def translations(self) -> list[Page]:
        """Return this page as published in every language, each with its locale."""
        if self.loaded:
            return self.loaded.translations
        same = Page.objects.filter(translation_key=self.translation_key)
        homes = Page.objects.live().filter(depth=HOMES, locale=OuterRef("locale"))
        return list(same.live().filter(Exists(homes)).select_related("locale"))

    @property
    def has_original(self) -> bool:
        """Tell whether the page in the main language is published."""
        return any(page.locale.language_code == settings.LANGUAGE_CODE for page in self.translations)

    @property
    def other_languages(self) -> list[Page]:
        """Return the published translations of this page by language, each with its locale."""
        others = [page for page in self.translations if page.pk != self.pk]
        return sorted(others, key=lambda page: place_in_menu(page.locale.language_code))

    def route(self, request: HttpRequest, path_components: list[str]) -> Any:
        """Find a live page at any depth below in two queries; step by step, each level would cost two.

        Raises Http404.
        """
        if self.needs_original and not self.has_original:
            raise Http404
        found = self.find_below(request, path_components)
        return super().route(request, path_components) if found is None else found

    def find_below(self, request: HttpRequest, path_components: list[str]) -> Any:
        """Return the route to the deepest live page below that the address names, None if there is none.

        What is left of the address goes to the page found, which may have addresses of its own.
        """
        steps = range(1, min(len(path_components), MAX_DEPTH) + 1)
        below = {f"{self.url_path}{'/'.join(path_components[:n])}/": path_components[n:] for n in steps}
        if not below or (deepest := self._below(below, request)) is None:
            return None
        page, loaded = deepest
        kind = page.specific_class
        # Called with no name, select_related() would follow every foreign key; None means none.
        found = kind.objects.select_related(*getattr(kind, "loads_with", ()) or (None,)).get(pk=page.pk)
        found.loaded, found.locale = loaded, page.locale
        return found.route(request, below[page.url_path])

    def _below(self, addresses: Collection[str], request: HttpRequest) -> tuple[Page, Loaded] | None:
        """Return the deepest live page at one of the addresses and what comes with it, in one query.

        Of itself it needs `url_path`.
        """
        live = Page.objects.live().select_related("locale")
        here = live.filter(url_path__in=addresses)
        same = Q(url_path__in=addresses) | Q(translation_key__in=here.values("translation_key"))
        under = Q(path__startswith=self.path) if self.pk else Q(url_path__startswith=self.url_path)
        menu = under & Q(depth=self._depth_below, show_in_menus=True)
        keys = SiteSettings.untranslated(request).keys_to_translate()
        named = under & Q(translation_key__in=keys) | Q(url_path=self.url_path)
        roots = root_paths(request)
        around = menu | Q(url_path__in=roots)
        around = around | named if keys else around
        is_home = self.url_path in roots
        if not (is_home and kept_lookups.are_kept()):
            pages = list(live.filter(same | around).order_by("path"))
        else:
            key = ("around", self.url_path, get_language(), bool(keys))
            found = {page.pk: page for page in kept_lookups.looked_up(key, lambda: list(live.filter(around)))}
            if set(addresses) != {self.url_path}:  # else all its translations are home pages, and there
                found |= {page.pk: page for page in live.filter(same)}
            pages = sorted(found.values(), key=lambda page: str(page.path))
        if self.pk is None and all(each.url_path != self.url_path for each in pages):
            return None  # a home page that is not published, of which only the place is known
        at_address = [page for page in pages if page.url_path in addresses]
        if not at_address:
            return None
        page = max(at_address, key=lambda page: page.depth)
        homes = [each for each in pages if each.url_path in roots]
        same_page = [each for each in pages if each.translation_key == page.translation_key]
        return page, Loaded(
            translations=in_spoken_languages(same_page, homes),
            menu=[each for each in pages if self.has_in_menu(each)],
            homes=homes,
            main=[each for each in pages if each.url_path.startswith(self.url_path)] if keys else [],
        )

    @property
    def _depth_below(self) -> int:
        address: str = self.url_path
        return address.count("/") + 1

    def has_in_menu(self, page: Page) -> bool:
        is_below = page.depth == self._depth_below and page.url_path.startswith(self.url_path)
        return bool(is_below and page.show_in_menus)
