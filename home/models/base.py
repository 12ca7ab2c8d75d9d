"""The one mechanism that decides how findable and how discreet a page is."""

import logging
from collections.abc import Collection
from contextvars import ContextVar
from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page, PageViewRestriction, Revision
from wagtail.search import index

from home.discreet.revealing_words import revealing_word
from home.forms import DraftCopyForm, DraftFirstForm
from home.models.page_loading import HOMES, RoutedPage
from home.publication.refusals import is_due, make_pictures_ready, may_publish
from home.search.ranking import SearchRank, Standing
from home.text.placeholders import without_placeholders
from home.text.stems import stems

logger = logging.getLogger(__name__)

INTRODUCTION = FieldPanel(
    "search_description",
    heading=gettext_lazy("Introduzione"),
    help_text=gettext_lazy("Una o due frasi semplici, sotto il titolo."),
)


GIVES_WAY: ContextVar[UUID | None] = ContextVar("gives_way", default=None)
"""The key of a draft in whose place a page is being created: it does not count (`home.views.new_page`)."""


class PageClass(StrEnum):
    """Who may find a page, and what it may leave behind; everything else follows from this.

    PUBLIC: found by search engines, described in full. HELP: found, yet its title, preview and cache
    say nothing of the theme. PRIVATE: not found, described nowhere, never cached.
    """

    PUBLIC = "public"
    HELP = "help"
    PRIVATE = "private"


class BasePage(RoutedPage):
    """Parent of every page: subclasses state their `page_class` and place in the tree."""

    page_class: ClassVar[PageClass] = PageClass.PUBLIC
    # No password or login ever stands before a page: asking whether one does would cost two queries a visit.
    private_page_options: ClassVar[list[str]] = []
    # Whether the site's own search may show it.
    in_search: ClassVar[bool] = True
    # Whether its title says what discreet pages never say: then none of these links to it by itself.
    names_its_theme: ClassVar[bool] = False
    # Whom it answers there: what she needs first comes first.
    search_rank: ClassVar[SearchRank] = SearchRank.PUBLIC
    # The drawing beside its title: a place or a thing, never a person.
    scene: ClassVar[str] = "drawings/cups.svg"
    # What a result says beside the title, if there is something to warn of.
    search_note: ClassVar[str | Promise] = ""
    # Whether it has an address of its own that search engines may be told.
    is_listed: ClassVar[bool] = True
    # Whether everybody is shown the same at an address: then the page cache may keep it.
    same_for_all: ClassVar[bool] = True
    # The parameters by which a list is filtered with links, and kept as well.
    address_choices: ClassVar[frozenset[str]] = frozenset()
    # Whether editors who may not publish a page may take it off the site.
    editors_may_withdraw: ClassVar[bool] = False
    # Fields, and parts of blocks as `field/type/part`, that are facts of the Italian page.
    facts: ClassVar[frozenset[str]] = frozenset()
    # The draft that saved itself, in whose place a new page comes (`home.views.new_page`).
    draft_before: Page | None = None
    base_form_class = DraftFirstForm
    copy_form_class = DraftCopyForm

    search_fields: ClassVar[list[index.BaseField]] = [
        *Page.search_fields,
        index.SearchField("search_stems"),
    ]

    class Meta:
        abstract = True

    @property
    def written_in(self) -> str:
        """Return the code of its language; the main one for a page that is not in the tree yet."""
        return str(self.locale.language_code) if self.locale_id else str(settings.LANGUAGE_CODE)

    @property
    def pages_above(self) -> list[Page]:
        """Return the published pages between the home page and this one."""
        return list(self.get_ancestors().live().filter(depth__gt=HOMES))

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
    def is_described(self) -> bool:
        """True when the page's head may say to others where it is and what it is."""
        return self.page_class is not PageClass.PRIVATE

    @property
    def head_description(self) -> str:
        """Return what search engines and chat programs show under the title; empty on a private page."""
        if self.page_class is PageClass.PUBLIC:
            return str(self.search_description)
        # Translators: read by visitors.
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

    @property
    def search_words(self) -> list[str]:
        """Return the words by which the site's own search finds the page."""
        return [self.title, str(self.search_description)]

    @property
    def search_stems(self) -> str:
        """Return the words of `search_words` as `home.views.search` asks for them."""
        return stems(without_placeholders(" ".join(self.search_words)), self.locale.language_code)

    @classmethod
    def search_names(cls) -> Any:
        """Return what names the live pages of this type, as rows of translation key, language and lines.

        None where nothing does. All types are asked in one query.
        """
        return None

    @classmethod
    def search_ranks(cls) -> frozenset[SearchRank]:
        """Return every rank that a page of this type may have."""
        return frozenset({cls.search_rank})

    @classmethod
    def search_standings(cls, keys: Collection[int]) -> dict[int, Standing]:  # noqa: ARG003  # for subclasses
        """Return rank and note of those of these pages that have others than their class; in one query."""
        return {}

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
        if not may_publish(revision):
            return
        make_pictures_ready(revision)
        if not is_due(revision):
            super().publish(revision, *args, **kwargs)
            return
        try:
            # Wagtail takes the hour away before it saves: what fails then would never be tried again.
            with transaction.atomic():
                super().publish(revision, *args, **kwargs)
        except Exception:  # one page must not hold back those due after it
            logger.exception("Scheduled page %s was not published", self.pk)

    @classmethod
    def can_create_at(cls, parent: Page) -> bool:
        """Tell whether there is room for one more below `parent`, the draft that gives way being none."""
        if super().can_create_at(parent):
            return True
        key = GIVES_WAY.get()
        own_draft = key and cls.objects.filter(translation_key=key, live=False).exists()
        return bool(own_draft and cls.can_exist_under(parent))

    def save(self, *args: Any, **kwargs: Any) -> Any:
        """Save everything but the place in the tree, which belongs to whoever adds, moves or deletes pages.

        A page fetched before a child was added would write its old number of children over the new one:
        `get_children()` of a page with none is empty, and menus lose whatever stands below it.
        """
        only = kwargs.get("update_fields")
        with transaction.atomic():
            if not self._state.adding and (only is None or "numchild" in only):
                place = (
                    Page.objects.select_for_update().filter(pk=self.pk).values("path", "depth", "numchild")
                )
                for name, value in (place.first() or {}).items():
                    setattr(self, name, value)
            return super().save(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        self.check_address(self.slug)

    def check_address(self, slug: str) -> None:
        """Raise ValidationError if `slug`, which stays in the history, tells of what a page speaks."""
        if self.is_discreet and (word := revealing_word(slug, self.written_in)):
            message = _(
                "L’indirizzo resta nella cronologia del telefono: scegli una parola neutra al posto di "
                "«%(word)s…»."
            )
            raise ValidationError({"slug": message % {"word": word}})

    def get_view_restrictions(self) -> QuerySet[PageViewRestriction]:
        nobody: QuerySet[PageViewRestriction] = PageViewRestriction.objects.none()
        return nobody

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["page_class"] = self.page_class
        return context

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.apply_class(super().serve(request, *args, **kwargs))

    def apply_class(self, response: HttpResponse) -> HttpResponse:
        """Return `response` with the headers that the page's class demands."""
        if self.robots:
            response.headers["X-Robots-Tag"] = self.robots
        # A public page may be shown from a cache for a minute; a trace of any other must not stay.
        kept = not (self.is_discreet or self.must_be_fresh)
        response.headers["Cache-Control"] = "max-age=60" if kept else "no-store"
        return response

    @classmethod
    def in_sitemap(cls) -> bool:
        """Tell whether pages of this type are listed for search engines."""
        return cls.is_listed and cls.page_class is not PageClass.PRIVATE

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        if not self.in_sitemap():
            return []
        urls: list[dict[str, Any]] = super().get_sitemap_urls(request)
        return urls


def is_private(page: Page) -> bool:
    """Tell whether a page, of whatever class it was fetched as, is of the private class."""
    model = page.specific_class
    return model is not None and issubclass(model, BasePage) and model.page_class is PageClass.PRIVATE
