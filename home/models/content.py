"""What information, help and private pages have in common: an introduction and blocks."""

from functools import cached_property
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.http import HttpRequest
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, Panel
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from home.blocks import ContentBlocks, ContentField
from home.blocks.contents import list_of_contents
from home.blocks.preload import chosen_in, with_objects
from home.files.pictures import images_of, stored_sizes
from home.models.base import INTRODUCTION, BasePage

# Wagtail does not inherit `template`: each page type names it.
CONTENT_TEMPLATE = "pages/content_page.html"
HOME_DEPTH = 2


class ContentPage(BasePage):
    """Abstract: a page made of blocks; `search_description` is its introduction and its description."""

    search_terms = models.TextField(
        _("parole con cui si cerca"),
        blank=True,
        help_text=_(
            "Una per riga, come le scrive chi ha bisogno: «mi ha strozzata». Chi le cerca nel sito trova "
            "questa pagina per prima. Non si vedono sulla pagina."
        ),
    )
    # Whether its reader may take it along on paper (home.leaflets).
    has_leaflet: ClassVar[bool] = False

    body = ContentField(ContentBlocks(), verbose_name=_("contenuto"), blank=True)

    content_panels: ClassVar[list[Panel]] = [
        *BasePage.content_panels,
        INTRODUCTION,
        FieldPanel("body"),
    ]
    promote_panels: ClassVar[list[Panel]] = [
        MultiFieldPanel(
            [FieldPanel("slug"), FieldPanel("seo_title"), FieldPanel("show_in_menus")],
            heading=_("Indirizzo e titolo"),
        ),
        FieldPanel("search_terms"),
    ]

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        if self.is_discreet and any(block.block_type == "press_kit" for block in self.body):
            # Its archive says in its name what it is, and stays among the files of a telephone.
            message = _("La cartella stampa può stare solo in una pagina pubblica: toglila da qui.")
            raise ValidationError({"body": message})

    @property
    def search_words(self) -> list[str]:
        words = self.body.stream_block.get_searchable_content(self.body)
        return [*super().search_words, *(strip_tags(text) for text in words)]

    @classmethod
    def search_names(cls) -> Any:
        pages = cls.objects.live().exclude(search_terms="")
        return pages.values_list("translation_key", "locale__language_code", "search_terms")

    @property
    def shows_who_answers(self) -> bool:
        """True where the desks that answer now stand beside the text."""
        return False

    @property
    def must_be_fresh(self) -> bool:
        return any(row.block_type == "contact" and row.value["desks"] for row in self.body)

    def paths_above(self) -> list[str]:
        """Return the places in the tree between the home page and this one, as treebeard writes them."""
        return [self.path[: depth * self.steplen] for depth in range(HOME_DEPTH + 1, self.depth)]

    @cached_property
    def relatives(self) -> list[Page]:
        """Return the published pages above, below and linked to, in the tree's order, in one query."""
        below = Q(path__range=(self.path + "0", self.path + "Z" * self.steplen), depth=self.depth + 1)
        near = Q(path__in=self.paths_above()) | below | Q(pk__in=self.linked_ids()) | self.also_near()
        return list(Page.objects.filter(near).live().order_by("path"))

    def also_near(self) -> Q:
        """Return which pages a type needs beside those; none here."""
        return Q(pk__in=[])

    @property
    def pages_above(self) -> list[Page]:
        above = set(self.paths_above())
        return [page for page in self.relatives if page.path in above]

    def linked_ids(self) -> set[str]:
        """Return the ids of the pages that the blocks link to."""
        references = self.body.stream_block.extract_references(self.body)
        return {str(identifier) for model, identifier, *_places in references if model is Page}

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context |= self._files()
        near = {page.path: page for page in self.relatives}
        context["children"] = [page for path, page in near.items() if path[: -self.steplen] == self.path]
        context["linked_pages"] = {str(page.pk): page for page in self.relatives}
        # The home page is one tap away on every page.
        above = self.paths_above()
        context["trail"] = [near[path] for path in above if path in near]
        context["parent_page"] = near.get(above[-1]) if above else None
        context |= list_of_contents(self.body)
        has_contact = any(block.block_type == "contact" for block in self.body)
        context["answers_beside"] = (
            self.shows_who_answers and not has_contact
        )  # a contact block says the same
        return context

    def _files(self) -> dict[str, Any]:
        """Return the pictures' sizes and the documents that the blocks show, and hand both to the blocks."""
        ids = chosen_in(self.body)
        images, documents = ids[get_image_model()], ids[get_document_model()]
        sizes = stored_sizes(images) if images else {}
        shown = get_document_model().objects.in_bulk(documents) if documents else {}
        objects = {get_image_model(): images_of(sizes, images), get_document_model(): shown}
        self.body = with_objects(self.body, objects)
        return {"stored_sizes": sizes, "linked_documents": shown}
