"""News, press releases, minutes, meetings: what the network makes known, by year, with feeds."""

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, Panel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from home.feeds import NewsFeed, json_feed
from home.models.base import INTRODUCTION, BasePage, PageClass
from home.models.content import ContentPage
from home.models.events import take_places_from_main
from home.models.events_on_page import EventsOnPage
from home.models.news_events import NewsEvent
from home.search.ranking import SearchRank

MOST = 50
"""On one page of the archive; a year has fewer."""


class NewsKind(models.TextChoices):
    NEWS = "notizia", _("Notizia")
    PRESS = "comunicato", _("Comunicato stampa")
    MINUTES = "verbale", _("Verbale del tavolo")
    TRAINING = "formazione", _("Formazione")
    MEETING = "appuntamento", _("Appuntamento")


class NewsPage(EventsOnPage, ContentPage):
    """Something that happened or will, with its day: the archive sorts by it."""

    page_class = PageClass.PUBLIC
    facts: ClassVar[frozenset[str]] = frozenset({"events/public_id"})
    search_rank = SearchRank.PUBLIC
    template = "pages/news_page.html"
    parent_page_types: ClassVar[list[str]] = ["home.NewsIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    page_description = _(
        "Una notizia, un comunicato stampa, il verbale o l’annuncio di un incontro, con le iscrizioni."
    )

    kind = models.CharField(_("tipo"), max_length=12, choices=NewsKind.choices, default=NewsKind.NEWS)
    day = models.DateField(
        _("giorno"), default=timezone.localdate, help_text=_("Quello che si legge in alto.")
    )

    content_panels: ClassVar[list[Panel]] = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("kind"), FieldPanel("day")]),
        INTRODUCTION,
        FieldPanel("body"),
        InlinePanel(
            "events",
            heading=_("Appuntamenti"),
            label=_("Appuntamento"),
            help_text=_(
                "Se la notizia annuncia un incontro: un tavolo, un corso, un gruppo di confronto. Con uno "
                "sportello che riceve, la pagina offre l’iscrizione."
            ),
        ),
    ]

    class Meta:
        verbose_name = _("notizia")
        verbose_name_plural = _("notizie")

    def structured_data(self, request: HttpRequest) -> dict[str, Any]:
        return {
            **super().structured_data(request),
            "@type": "NewsArticle",
            "headline": self.title,
            "datePublished": self.day,
            **({"mentions": self.public_events_data()} if self.all_events else {}),
        }

    @path("")
    def index_route(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.apply_class(super().index_route(request, *args, **kwargs))


class NewsIndexPage(RoutablePageMixin, BasePage):
    """The archive: the latest first, by kind and by year; feeds of all."""

    page_class = PageClass.PUBLIC
    template = "pages/news_index_page.html"
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["home.NewsPage"]
    max_count_per_parent = 1
    page_description = _("L’elenco delle notizie, dei comunicati stampa e dei verbali.")
    address_choices = frozenset({"tipo", "anno"})

    content_panels: ClassVar[list[Panel]] = [*BasePage.content_panels, INTRODUCTION]

    class Meta:
        verbose_name = _("elenco delle notizie")
        verbose_name_plural = _("elenchi delle notizie")

    def news(self) -> Any:
        """Return the published news, latest first."""
        return NewsPage.objects.child_of(self).live().order_by("-day", "-pk")

    def coming_events(self) -> list[NewsEvent]:
        """Return the meetings that have not ended, of all published news, next first."""
        events = list(NewsEvent.objects.published_below(self).coming(timezone.now()))
        take_places_from_main(events, self.written_in)
        return events

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        every = list(self.news())
        kind, year = request.GET.get("tipo", ""), request.GET.get("anno", "")
        found = [each for each in every if _is(each, kind, year)]
        there = {each.kind for each in every}
        return context | {
            "news": found[:MOST],
            "kinds": [(value, label) for value, label in NewsKind.choices if value in there],
            "years": sorted({each.day.year for each in every}, reverse=True),
            "kind": kind,
            "year": year,
            # Who filters looks for something else.
            "events": [] if kind or year else self.coming_events(),
        }

    def structured_data(self, request: HttpRequest) -> dict[str, Any]:
        return {**super().structured_data(request), "@type": "CollectionPage"}

    @path("")
    def index_route(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.apply_class(super().index_route(request, *args, **kwargs))

    @path("feed/", name="feed")
    def feed(self, request: HttpRequest) -> HttpResponse:
        return NewsFeed()(request, index=self)

    @path("feed/json/", name="json_feed")
    def feed_for_scripts(self, request: HttpRequest) -> HttpResponse:
        language = get_language() or ""
        return json_feed(self, list(self.news()[:MOST]), language, f"{self.full_url}feed/json/")


def _is(page: NewsPage, kind: str, year: str) -> bool:
    return kind in ("", page.kind) and year in ("", str(page.day.year))
