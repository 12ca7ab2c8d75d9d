"""Projects that have ended: told as they were, never as something one can turn to today."""

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, Panel

from home import json_ld
from home.models.base import PageClass
from home.models.content import ContentPage
from home.search.ranking import SearchRank


class ArchivePage(ContentPage):
    """A project of the past, with its years, its places and the document that tells of it."""

    page_class = PageClass.PUBLIC
    search_rank = SearchRank.PAST
    search_note = _("Archivio")
    template = "pages/archive_page.html"
    scene = "drawings/board.svg"
    parent_page_types: ClassVar[list[str]] = ["home.InformationPage"]
    subpage_types: ClassVar[list[str]] = []
    page_description = _("Un progetto concluso: la pagina dice in alto che è un archivio.")

    period = models.CharField(_("periodo"), max_length=60, help_text=_("Per esempio: «2013–2015»."))
    places = models.CharField(_("luoghi"), max_length=240, help_text=_("I Comuni, separati da virgole."))
    source = models.CharField(
        _("fonte"),
        max_length=240,
        help_text=_("Il documento da cui viene il racconto, con la sua data."),
    )

    content_panels: ClassVar[list[Panel]] = [
        *ContentPage.content_panels,
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("period"), FieldPanel("places")]), FieldPanel("source")],
            heading=_("Che cosa era"),
        ),
    ]

    class Meta:
        verbose_name = _("progetto in archivio")
        verbose_name_plural = _("progetti in archivio")

    def structured_data(self, request: HttpRequest) -> dict[str, Any]:
        return {
            **super().structured_data(request),
            "@type": "Article",
            "headline": self.title,
            "temporalCoverage": json_ld.interval(self.period),
            "spatialCoverage": [{"@type": "Place", "name": name.strip()} for name in self.places.split(",")],
            "isBasedOn": {"@type": "CreativeWork", "name": self.source},
        }
