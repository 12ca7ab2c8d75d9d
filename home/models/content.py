"""What information, help and private pages have in common: an introduction and blocks."""

from functools import cached_property
from typing import Any, ClassVar

from django.db.models import Q
from django.http import HttpRequest
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, Panel
from wagtail.images.models import AbstractImage
from wagtail.models import Page

from home.blocks import ContentBlocks, ContentField
from home.files.pictures import stored_sizes

from .base import BasePage

# Wagtail does not inherit `template`: each page type names it.
CONTENT_TEMPLATE = "pages/content_page.html"
HOME_DEPTH = 2


class ContentPage(BasePage):
    """Abstract: a page made of blocks; `search_description` is its introduction and its description."""

    body = ContentField(ContentBlocks(), verbose_name=_("contenuto"), blank=True)

    content_panels: ClassVar[list[Panel]] = [
        *BasePage.content_panels,
        FieldPanel(
            "search_description",
            heading=_("Introduzione"),
            help_text=_("Una o due frasi semplici, sotto il titolo."),
        ),
        FieldPanel("body"),
    ]
    promote_panels: ClassVar[list[Panel]] = [
        MultiFieldPanel(
            [FieldPanel("slug"), FieldPanel("seo_title"), FieldPanel("show_in_menus")],
            heading=_("Indirizzo e titolo"),
        )
    ]

    class Meta:
        abstract = True

    @property
    def search_words(self) -> list[str]:
        words = self.body.stream_block.get_searchable_content(self.body)
        return [*super().search_words, *(strip_tags(text) for text in words)]

    @property
    def must_be_fresh(self) -> bool:
        return any(row.block_type == "contact" and row.value["desks"] for row in self.body)

    @property
    def path_above(self) -> str:
        """Return the place in the tree of the page above, as treebeard writes it."""
        return str(self.path[: -self.steplen])

    @cached_property
    def relatives(self) -> list[Page]:
        """Return the published pages above, below and linked to, in the tree's order, in one query."""
        below = Q(path__range=(self.path + "0", self.path + "Z" * self.steplen), depth=self.depth + 1)
        near = Q(path=self.path_above) | below | Q(pk__in=self.linked_ids())
        return list(Page.objects.filter(near).live().order_by("path"))

    def linked_ids(self) -> set[str]:
        """Return the ids of the pages that the blocks link to."""
        references = self.body.stream_block.extract_references(self.body)
        return {str(identifier) for model, identifier, *_places in references if model is Page}

    def image_ids(self) -> set[int]:
        """Return the ids of the images that the blocks show."""
        references = self.body.stream_block.extract_references(self.body)
        return {
            int(identifier) for model, identifier, *_places in references if issubclass(model, AbstractImage)
        }

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        near = {page.path: page for page in self.relatives}
        context["children"] = [page for path, page in near.items() if path[: -self.steplen] == self.path]
        context["linked_pages"] = {str(page.pk): page for page in self.relatives}
        images = self.image_ids()
        context["stored_sizes"] = stored_sizes(images) if images else {}
        # The home page is one tap away on every page.
        context["parent_page"] = near.get(self.path_above) if self.depth > HOME_DEPTH + 1 else None
        return context
