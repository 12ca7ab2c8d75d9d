"""The public page of the network's figures."""

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, Panel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.models import Page

from home.models import BasePage, PageClass
from servizi.models.figure_publications import FigurePublication
from servizi.views import figures


class FiguresPage(RoutablePageMixin, BasePage):
    """The archive of 2015, and a page with downloads for each published period."""

    page_class = PageClass.PUBLIC
    template = "pages/figures_page.html"
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[type[Page]]] = []
    page_description = _("I numeri della rete: l’archivio del 2015 e gli anni pubblicati, con i dati aperti.")
    max_count_per_parent = 1

    intro = models.CharField(
        _("introduzione"),
        max_length=300,
        help_text=_("Una o due frasi semplici: che cosa si conta e perché."),
    )

    content_panels: ClassVar[list[Panel]] = [*BasePage.content_panels, FieldPanel("intro")]

    class Meta:
        verbose_name = _("numeri della rete")
        verbose_name_plural = _("numeri della rete")

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.apply_class(super().serve(request, *args, **kwargs))

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        urls = super().get_sitemap_urls(request)
        editions = FigurePublication.objects.latest_editions()
        return urls + [
            {**url, "location": f"{url['location']}{row.slug}/"} for row in editions for url in urls
        ]

    @path("")
    def index(self, request: HttpRequest) -> HttpResponse:
        return figures.index(request, self, FigurePublication.objects.latest_editions())

    @path("<str:slug>/")
    def publication(self, request: HttpRequest, slug: str) -> HttpResponse:
        return figures.publication(request, self, FigurePublication.objects.latest_edition(slug))

    @path("<str:slug>/<str:name>/")
    def download(self, request: HttpRequest, slug: str, name: str) -> HttpResponse:
        return figures.download(slug, name, FigurePublication.objects.latest_edition)
