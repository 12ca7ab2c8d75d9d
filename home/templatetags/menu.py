from collections.abc import Iterable
from typing import Any, NamedTuple

from django import template
from django.conf import settings as django_settings
from django.db.models.functions import Substr
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, override
from wagtail.models import Page, Site

from home.models import PageClass, SiteSettings
from home.models.base import BasePage
from home.models.page_loading import HOMES, Loaded, place_in_menu, root_paths

register = template.Library()

# As many as stand beside each other on a desktop; the order is that of the page tree.
IN_HEADER = 5

# Pages that every page links to by a name of their own.
NAMED = ("desks_page_id", "contact_page_id", "privacy_page_id", "accessibility_page_id", "legal_page_id")


@register.simple_tag(takes_context=True)
def menu_pages(context: dict[str, Any]) -> list[Page]:
    """Return the published pages right below the home page that are shown in menus.

    A page that was visited has brought them along; for any other, such as a missing one, it costs a query.
    """
    request = context.get("request")
    if request is None or (site := Site.find_for_request(request)) is None:
        return []
    settings = SiteSettings.for_request(request)
    named = {getattr(settings, name) for name in NAMED}
    loaded = _loaded(context)
    pages = [page for page in (loaded.menu if loaded else _ask(site)) if page.pk not in named]
    if context.get("page_class") == PageClass.PUBLIC:
        return pages
    # From a discreet page nobody steps by our own menu on a title that says what it is about.
    return [page for page in pages if not getattr(page.specific_class, "names_its_theme", False)]


@register.simple_tag(takes_context=True)
def mark(context: dict[str, Any], name: str) -> SafeString:
    """Return the mark by which the validator for Comuni knows a link; it reads the home page alone."""
    is_home = getattr(context.get("page"), "depth", 0) == HOMES
    return format_html(' data-element="{}"', name) if is_home else SafeString()


def _loaded(context: dict[str, Any]) -> Loaded | None:
    """Return what the page that is being drawn, or a view that draws none, has fetched already."""
    found: Loaded | None = getattr(context.get("page"), "loaded", None) or context.get("loaded")
    return found


def _ask(site: Site) -> Iterable[Page]:
    root = site.root_page
    homes = Page.objects.filter(translation_key=root.translation_key).live()
    below = Page.objects.live().in_menu().filter(depth=root.depth + 1, locale__language_code=get_language())
    here = below.annotate(above=Substr("path", 1, len(root.path))).filter(above__in=homes.values("path"))
    found: Iterable[Page] = here.order_by("path")
    return found


class Entry(NamedTuple):
    """A page of the menu; `current` is the value of `aria-current`: empty where the reader is elsewhere."""

    page: Page
    current: str


class Menu(NamedTuple):
    """The pages of the menu: those of the header, and all of them by what they are for."""

    first: list[Entry]
    helping: list[Entry]
    public: list[Entry]


@register.simple_tag(takes_context=True)
def menu(context: dict[str, Any]) -> Menu:
    """Return what `menu_pages` does, in groups: once for header and footer of a page."""
    kept = vars(context["request"]) if context.get("request") else {}
    found: Menu = kept.get("_menu") or kept.setdefault("_menu", _menu(context))
    return found


def _menu(context: dict[str, Any]) -> Menu:
    here = context.get("page")
    entries = [Entry(page, _current(page, here)) for page in menu_pages(context)]
    is_public = [_is_public(entry.page) for entry in entries]
    return Menu(
        entries[:IN_HEADER],
        [entry for entry, public in zip(entries, is_public, strict=True) if not public],
        [entry for entry, public in zip(entries, is_public, strict=True) if public],
    )


def _is_public(page: Page) -> bool:
    kind = page.specific_class
    return issubclass(kind, BasePage) and kind.page_class is PageClass.PUBLIC


def _current(page: Page, here: Any) -> str:
    """Tell whether the reader is on `page` or below it; `here` may be what has an address and is no page."""
    if here is None or not str(getattr(here, "path", "") or "").startswith(page.path):
        return ""
    return "page" if here.path == page.path else "true"


class OtherLanguage(NamedTuple):
    """Where a language begins for the reader of a page: `is_home` where this page is not written in it."""

    code: str
    address: str
    is_home: bool


@register.simple_tag(takes_context=True)
def other_languages(context: dict[str, Any]) -> list[OtherLanguage]:
    """Return every other language of the site, those of this page first, in the order of the settings.

    `other_addresses` in the context are those of what is shown, where it is no page. A page that was visited
    has brought its translations and all home pages along; for any other they cost a query.
    """
    request = context.get("request")
    if request is None:
        return []
    loaded = _loaded(context)
    homes = loaded.homes if loaded else _homes(root_paths(request))
    same = dict(context.get("other_addresses") or {})
    for page in getattr(context.get("page"), "other_languages", ()):
        same[page.locale.language_code] = page.get_url(request)
    codes = ({home.locale.language_code for home in homes} | set(same)) - {get_language()}
    found = [
        OtherLanguage(code, same.get(code) or _home_in(code), code not in same)
        for code in sorted(codes, key=place_in_menu)
    ]
    return sorted(found, key=lambda other: other.is_home)


@register.simple_tag(takes_context=True)
def was_read(context: dict[str, Any]) -> bool:
    """Tell whether somebody whose language it is has read the site in the active language."""
    request, language = context.get("request"), get_language()
    if request is None or language == django_settings.LANGUAGE_CODE:
        return True
    return language in SiteSettings.for_request(request).read_languages.split()


def _homes(paths: list[str]) -> Iterable[Page]:
    return Page.objects.live().filter(url_path__in=paths).select_related("locale") if paths[1:] else []


def _home_in(code: str) -> str:
    with override(code):
        return reverse("wagtail_serve", args=[""])
