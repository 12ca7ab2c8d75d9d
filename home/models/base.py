"""The one mechanism that decides how findable and how discreet a page is."""

import re
from collections.abc import Collection
from enum import StrEnum
from functools import cached_property
from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.models import Page, PageViewRestriction, Revision
from wagtail.search import index

from home.forms import DraftFirstForm
from home.publication.check import make_pictures_ready, may_publish
from home.stems import stems

# An address stays in the browser's history, and a slug is all that it says of a discreet page.
TELLING = re.compile(
    r"violen|stalk|abus|maltratt|pericol|sicur|ammonim|antiv|femminic|vittim|querel|denunc|aggress|sessual"
)

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
    # Whether the site's own search may show it.
    in_search: ClassVar[bool] = True
    # True where a translation shows the original's facts: it is public only as long as the original is.
    needs_original: ClassVar[bool] = False
    # The pages in the menu of this page's language, where `route` has found them on the way.
    menu: list[Page] | None = None
    # Whether editors who may not publish a page may take it off the site.
    editors_may_withdraw: ClassVar[bool] = False
    base_form_class = DraftFirstForm

    search_fields: ClassVar[list[index.BaseField]] = [
        *Page.search_fields,
        index.SearchField("search_stems"),
    ]

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
    def head_description(self) -> str:
        """Return what search engines and chat programs show under the title; empty on a private page."""
        if self.page_class is PageClass.PUBLIC:
            return str(self.search_description)
        return _("Persone, luoghi e orari.") if self.page_class is PageClass.HELP else ""

    @property
    def share_image(self) -> str:
        """Return the address of the picture that chat programs show; empty for a page without one."""
        return ""

    @property
    def must_be_fresh(self) -> bool:
        """True when the page says what may be wrong a moment later, such as who is open."""
        return False

    @property
    def robots(self) -> str:
        """Return the value of X-Robots-Tag, empty when there is nothing to forbid."""
        if self.page_class is PageClass.PRIVATE:
            return "noindex, nofollow, noarchive"
        return "noarchive" if self.is_discreet else ""

    def structured_data(self, request: HttpRequest) -> dict[str, Any]:
        """Return what the page is in schema.org terms; by default only a public page says so."""
        if self.page_class is not PageClass.PUBLIC:
            return {}
        return {
            "@type": "WebPage",
            "name": self.title,
            "description": self.head_description,
            "url": self.get_full_url(request),
            "inLanguage": get_language(),
            "dateModified": self.last_published_at,
        }

    def linked_data(self, request: HttpRequest) -> dict[str, Any]:
        """Return the JSON-LD object of the page, empty when there must be none."""
        if self.page_class is PageClass.PRIVATE:
            return {}
        data = self.structured_data(request)
        return {"@context": "https://schema.org", **data} if data else {}

    @cached_property
    def translations(self) -> list[Page]:
        """Return this page as published in every language, each with its locale; `route` fills it in."""
        same = Page.objects.filter(translation_key=self.translation_key)
        return list(same.live().select_related("locale"))

    @property
    def has_original(self) -> bool:
        """Tell whether the page in the main language is published."""
        return any(page.locale.language_code == settings.LANGUAGE_CODE for page in self.translations)

    @property
    def other_languages(self) -> list[Page]:
        """Return the published translations of this page by language, each with its locale."""
        others = [page for page in self.translations if page.pk != self.pk]
        return sorted(others, key=lambda page: page.locale.language_code)

    @property
    def search_words(self) -> list[str]:
        """Return the words by which the site's own search finds the page."""
        return [self.title, str(self.search_description)]

    @property
    def search_stems(self) -> str:
        """Return the words of `search_words` as `home.views.search` asks for them."""
        return stems(" ".join(self.search_words), self.locale.language_code)

    @property
    def search_note(self) -> str:
        """Return what a result of the search says beside the title, if there is something to warn of."""
        return ""

    @property
    def status_string(self) -> str:
        """Return where the page stands, as the lists of the administration say it."""
        if not self.live:
            return str(super().status_string)
        if self.approved_schedule:
            return _("sul sito, cambierà")
        return _("sul sito + bozza") if self.has_unpublished_changes else _("sul sito")

    def publish(self, revision: Revision, *args: Any, **kwargs: Any) -> None:
        """Publish or schedule `revision`, whoever asks for it; raises `PublicationRefused`."""
        if may_publish(revision):
            make_pictures_ready(revision)
            super().publish(revision, *args, **kwargs)

    def clean(self) -> None:
        super().clean()
        if self.is_discreet and (found := TELLING.search(self.slug)):
            message = _(
                "L’indirizzo resta nella cronologia del telefono: scegli una parola neutra al posto di "
                "«%(word)s…»."
            )
            raise ValidationError({"slug": message % {"word": found[0]}})

    def get_view_restrictions(self) -> QuerySet[PageViewRestriction]:
        nobody: QuerySet[PageViewRestriction] = PageViewRestriction.objects.none()
        return nobody

    def route(self, request: HttpRequest, path_components: list[str]) -> Any:
        """Find a live page at any depth below in two queries; step by step, each level would cost two.

        What is left of the address goes to the page found, which may have addresses of its own.
        """
        if self.needs_original and not self.has_original:
            raise Http404
        steps = range(1, min(len(path_components), MAX_DEPTH) + 1)
        below = {f"{self.url_path}{'/'.join(path_components[:n])}/": path_components[n:] for n in steps}
        if below and (page := self._below(below)) is not None:
            kind = page.specific_class
            # Called with no name, select_related() would follow every foreign key; None means none.
            found = kind.objects.select_related(*getattr(kind, "loads_with", ()) or (None,)).get(pk=page.pk)
            found.translations, found.menu = page.translations, page.menu
            return found.route(request, below[page.url_path])
        return super().route(request, path_components)

    def _below(self, addresses: Collection[str]) -> Any:
        """Return the deepest live page at one of the addresses, in one query.

        With it come its translations and the pages right below this one that are shown in menus.
        """
        live = Page.objects.live().select_related("locale")
        here = live.filter(url_path__in=addresses)
        same = Q(url_path__in=addresses) | Q(translation_key__in=here.values("translation_key"))
        menu = Q(path__startswith=self.path, depth=self.depth + 1, show_in_menus=True)
        pages = list(live.filter(same | menu).order_by("path"))
        page = max(
            (page for page in pages if page.url_path in addresses), key=lambda page: page.depth, default=None
        )
        if page is not None:
            page.translations = [each for each in pages if each.translation_key == page.translation_key]
            page.menu = [each for each in pages if self.has_in_menu(each)]
        return page

    def has_in_menu(self, page: Page) -> bool:
        is_below = page.depth == self.depth + 1 and page.path.startswith(self.path)
        return bool(is_below and page.show_in_menus)

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
        kept = not (self.is_discreet or self.must_be_fresh)
        response.headers["Cache-Control"] = "max-age=60" if kept else "no-store"

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        if self.page_class is PageClass.PRIVATE:
            return []
        urls: list[dict[str, Any]] = super().get_sitemap_urls(request)
        return urls


def is_private(page: Page) -> bool:
    """Tell whether a page, of whatever class it was fetched as, is of the private class."""
    model = page.specific_class
    return model is not None and issubclass(model, BasePage) and model.page_class is PageClass.PRIVATE
