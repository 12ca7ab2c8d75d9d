"""The school library: where a teacher finds a material by filters."""

from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, Panel
from wagtail.fields import RichTextField

from home.blocks.prose import PARAGRAPHS
from home.models.base import INTRODUCTION, BasePage, PageClass
from home.models.materials import MaterialPage, MaterialQuerySet
from home.schools.library import FACETS, Library
from home.search.ranking import SearchRank


class MaterialIndexPage(BasePage):
    """The library: every filter is a link, and every choice of filters an address that can be shared."""

    page_class = PageClass.PUBLIC
    search_rank = SearchRank.SCHOOLS
    template = "pages/material_index_page.html"
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["home.MaterialPage"]
    max_count_per_parent = 1
    page_description = _("La biblioteca per le scuole: i materiali, con i filtri.")

    disclosure = RichTextField(
        _("se qualcuno si confida"),
        features=PARAGRAPHS,
        blank=True,
        help_text=_(
            "Si legge in fondo a ogni materiale che non ha parole sue. Vuoto: valgono quelle proposte da noi."
        ),
    )

    address_choices = frozenset(facet.name for facet in FACETS)

    content_panels: ClassVar[list[Panel]] = [
        *BasePage.content_panels,
        INTRODUCTION,
        FieldPanel("disclosure"),
    ]

    class Meta:
        verbose_name = _("biblioteca per le scuole")
        verbose_name_plural = _("biblioteche per le scuole")

    def materials(self) -> MaterialQuerySet:
        """Return the published materials of this library."""
        return MaterialPage.objects.published_below(self)  # type: ignore[no-any-return]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["library"] = Library(list(self.materials()), request.GET)
        return context

    def structured_data(self, request: HttpRequest) -> dict[str, Any]:
        return {**super().structured_data(request), "@type": "CollectionPage"}
