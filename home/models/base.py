"""The one mechanism that decides how findable and how discreet a page is."""

from enum import StrEnum
from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from wagtail.models import Page, PageViewRestriction

# Deeper than any page: a long address must not make a long query.
MAX_DEPTH = 8


class PageClass(StrEnum):
    """Who may find a page, and what it may leave behind; everything else follows from this.

    PUBLIC: found by search engines, described in full. HELP: found, yet its title, preview and cache
    say nothing of the theme. PRIVATE: not found, described nowhere, never cached.
    """

    PUBLIC = "public"
    HELP = "help"
    PRIVATE = "private"


class BasePage(Page):
    """Parent of every page: subclasses state their `page_class` and place in the tree."""

    page_class: ClassVar[PageClass] = PageClass.PUBLIC
    # No password or login ever stands before a page: asking whether one does would cost two queries a visit.
    private_page_options: ClassVar[list[str]] = []
    # Foreign keys to load with the page when it is visited.
    loads_with: ClassVar[tuple[str, ...]] = ()

    class Meta:
        abstract = True

    @property
    def is_discreet(self) -> bool:
        """True when nothing outside the page's own body may name what it is about."""
        return self.page_class is not PageClass.PUBLIC

    @property
    def discreet_name(self) -> str:
        """Return the place or plain word that may stand beside the brand in a help page's title."""
        return ""

    @property
    def head_title(self) -> str:
        """Return the text of `<title>`, which browsers keep in history, tabs and session files."""
        brand = _("Amaranta")
        if self.page_class is PageClass.PUBLIC:
            return f"{self.seo_title or self.title} · {brand}"
        if self.page_class is PageClass.HELP and self.discreet_name:
            return f"{brand} · {self.discreet_name}"
        return brand

    @property
    def robots(self) -> str:
        """Return the value of X-Robots-Tag, empty when there is nothing to forbid."""
        if self.page_class is PageClass.PRIVATE:
            return "noindex, nofollow, noarchive"
        return "noarchive" if self.is_discreet else ""

    def get_view_restrictions(self) -> Any:
        return PageViewRestriction.objects.none()

    def route(self, request: HttpRequest, path_components: list[str]) -> Any:
        """Find a live page at any depth below in two queries; step by step, each level would cost two.

        What is left of the address goes to the page found, which may have addresses of its own.
        """
        steps = range(1, min(len(path_components), MAX_DEPTH) + 1)
        below = {f"{self.url_path}{'/'.join(path_components[:n])}/": path_components[n:] for n in steps}
        page = Page.objects.live().filter(url_path__in=below).order_by("-depth").first() if below else None
        if page is not None:
            kind = page.specific_class
            # Called with no name, select_related() would follow every foreign key; None means none.
            found = kind.objects.select_related(*getattr(kind, "loads_with", ()) or (None,)).get(pk=page.pk)
            return found.route(request, below[page.url_path])
        return super().route(request, path_components)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["page_class"] = self.page_class
        return context

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response: HttpResponse = super().serve(request, *args, **kwargs)
        self.apply_class(response)
        return response

    def apply_class(self, response: HttpResponse) -> None:
        """Set the headers that the page's class demands."""
        if self.robots:
            response.headers["X-Robots-Tag"] = self.robots
        # A public page may be shown from a cache for a minute; a trace of any other must not stay.
        response.headers["Cache-Control"] = "no-store" if self.is_discreet else "max-age=60"

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        if self.page_class is PageClass.PRIVATE:
            return []
        urls: list[dict[str, Any]] = super().get_sitemap_urls(request)
        return urls


def is_private(page: Page) -> bool:
    """Tell whether a page, of whatever class it was fetched as, is of the private class."""
    model = page.specific_class
    return model is not None and issubclass(model, BasePage) and model.page_class is PageClass.PRIVATE
