"""A page as a reader gets it: its passages, pictures and files, whatever its type."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from html import unescape
from pathlib import PurePosixPath
from typing import Any

from django.db import models
from django.utils.functional import Promise
from django.utils.html import strip_tags
from modelcluster.models import get_all_child_relations
from wagtail.admin.panels import FieldPanel
from wagtail.blocks import (
    ChoiceBlock,
    ListBlock,
    PageChooserBlock,
    StreamBlock,
    StreamValue,
    StructBlock,
    URLBlock,
)
from wagtail.documents import get_document_model
from wagtail.documents.models import AbstractDocument
from wagtail.embeds.blocks import EmbedValue
from wagtail.fields import RichTextField, StreamField
from wagtail.images.models import AbstractImage
from wagtail.models import Page
from wagtail.rich_text import RichText

from home.blocks.prose import Origin, QuotationBlock
from home.publication.reserved_phrases import ReservedPhrases
from home.text.normalize import decoded, seen

ENDS = ("</p>", "</li>", "</h2>", "</h3>", "</h4>", "<br/>", "<br>")
LINK = re.compile(r"<a\b[^>]*\bhref=[\"']([^\"']*)[\"'][^>]*>(.*?)</a>", re.DOTALL | re.IGNORECASE)
LINKED_FILE = re.compile(r"<a\b[^>]*\blinktype=[\"']document[\"'][^>]*>", re.IGNORECASE)
FILE_ID = re.compile(r"\bid=[\"'](\d+)[\"']")
NOT_A_WORD = re.compile(r"[\W_]+")
# What Wagtail's own page class holds beside these is no prose.
LISTS = ("search_terms",)
OF_EVERY_PAGE = ("title", "slug", "seo_title", "search_description")


@dataclass(frozen=True, slots=True)
class Place:
    """A place on a page in words, and the way to it where there is one.

    `column` is a field of `owner`, the page or one of its child objects; each step below it is a block
    with the index or name of the block inside.
    """

    words: str
    owner: models.Model | None = None
    column: str = ""
    steps: tuple[tuple[Any, int | str], ...] = ()

    def __str__(self) -> str:
        return self.words

    def anchor(self, page: models.Model) -> str:
        """Return the part of the form's address that leads there, with its hash; empty if there is none."""
        if self.owner is None or not self.column:
            return ""
        if self.owner is not page:
            return self._anchor_of_child(page)
        value = getattr(page, self.column)
        if self.steps and isinstance(value, StreamValue):
            return f"#block-{value[int(self.steps[0][1])].id}-section"
        return f"#id_{self.column}"

    def _anchor_of_child(self, page: Any) -> str:
        for relation in get_all_child_relations(type(page)):
            name = relation.get_accessor_name()
            children = list(getattr(page, name).all())
            for number, child in enumerate(children):
                if child is self.owner or (child.pk and child == self.owner):
                    return f"#id_{name}-{number}-{self.column}"
        return ""

    def inside(self, block: Any, step: int | str, label: str | Promise = "") -> "Place":
        """Return the place of a block inside `block`."""
        words = f"{self.words}, {label}" if label else self.words
        return replace(self, words=words, steps=(*self.steps, (block, step)))


@dataclass(frozen=True, slots=True)
class Passage:
    """Words with their place on the page; `markup` is what the browser would get.

    `names_somebody` is true of what says whose words or deeds these are, `is_cited` where that was already
    public before it stood here.
    """

    where: Place
    text: str
    markup: str = ""
    is_prose: bool = False
    names_somebody: bool = False
    is_cited: bool = False

    @property
    def linked(self) -> str:
        """The text, with the address behind each link after the words of the link."""
        if "href=" not in self.markup:
            return self.text
        return seen(_text(LINK.sub(lambda link: f"{link[2]} ({decoded(link[1])}) ", self.markup)))


@dataclass(frozen=True, slots=True)
class Picture:
    """An image in use; `alt` is None where the page shows it as decoration."""

    where: Place
    image: Any
    alt: str | None = None
    caption: str = ""
    alt_where: Place | None = None


@dataclass(frozen=True, slots=True)
class Attachment:
    where: Place
    document: Any


@dataclass(slots=True)
class Content:
    """Everything that one page, as it stands in memory, would publish.

    Who reads many pages gives the reserved `phrases` along; without them each page reads them anew.
    """

    page: Page
    phrases: ReservedPhrases | None = None
    passages: list[Passage] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)

    def add(self, part: Passage | Picture | Attachment) -> None:
        """Take a part up, its words as eyes read them: no rule is escaped by how something is written."""
        if isinstance(part, Passage):
            self.passages.append(replace(part, text=seen(part.text)))
        elif isinstance(part, Picture):
            alt = None if part.alt is None else seen(part.alt)
            self.pictures.append(replace(part, alt=alt, caption=seen(part.caption)))
        else:
            self.attachments.append(part)


Part = Passage | Picture | Attachment


def content_of(page: Page, phrases: ReservedPhrases | None = None) -> Content:
    """Read every field, block and child object of a page, saved or not."""
    content = Content(page, phrases)
    for part in _object(page, ""):
        content.add(part)
    for relation in get_all_child_relations(type(page)):
        if relation.related_model.__module__.startswith("wagtail."):
            continue
        children = getattr(page, relation.get_accessor_name()).all()
        for child in children:
            for part in _object(child, f"{child._meta.verbose_name}: "):
                content.add(part)
    return content


@cache
def headings(model: type[models.Model]) -> dict[str, str | Promise]:
    """Return the names by which the form calls the fields of `model`, where they are not the fields' own."""
    found: dict[str, str | Promise] = {}

    def walk(panel: Any) -> None:
        if isinstance(panel, FieldPanel) and panel.heading:
            found[panel.field_name] = panel.heading
        for child in getattr(panel, "children", ()):
            walk(child)

    handler: Any = getattr(model, "get_edit_handler", None)
    for panel in (handler(),) if handler else getattr(model, "panels", ()):
        walk(panel)
    return found


def _object(instance: models.Model, above: str) -> Iterator[Part]:
    for column in instance._meta.concrete_fields:
        # What nobody types is derived from the rest when the page is saved, and out of date before.
        if not column.editable or (column.model is Page and column.name not in OF_EVERY_PAGE):
            continue
        name = headings(type(instance)).get(column.name) or column.verbose_name
        yield from _field(instance, column, Place(f"{above}{name}", instance, column.name))


def _field(instance: Any, column: Any, where: Place) -> Iterator[Part]:
    if isinstance(column, models.ForeignKey):
        related = column.related_model
        if isinstance(related, type) and issubclass(related, AbstractImage | AbstractDocument):
            yield from _file(getattr(instance, column.name), where)
        return
    value = getattr(instance, column.attname)
    if isinstance(column, StreamField):
        yield from _value(column.stream_block, value, where)
    elif isinstance(column, RichTextField):
        yield from _prose(where, str(value))
    elif isinstance(column, models.CharField | models.TextField) and value and not column.choices:
        is_prose = isinstance(column, models.TextField) and column.name not in LISTS
        yield Passage(where, str(value), is_prose=is_prose)


def _file(file: Any, where: Place) -> Iterator[Part]:
    if isinstance(file, AbstractImage):
        yield Picture(where, file, getattr(file, "contextual_alt_text", None))
    elif isinstance(file, AbstractDocument):
        yield Attachment(where, file)
        # Both are read: the title in the link, the name in its address and among what was downloaded.
        name = PurePosixPath(file.filename).stem
        yield Passage(where, f"{file.title}\n{NOT_A_WORD.sub(' ', name)}")


def _prose(where: Place, markup: str) -> Iterator[Part]:
    yield Passage(where, _text(markup), markup, is_prose=True)
    links = LINKED_FILE.findall(markup)
    if numbers := {found[1] for link in links if (found := FILE_ID.search(link))}:
        for document in get_document_model().objects.filter(pk__in=numbers):
            yield from _file(document, where)


def _text(markup: str) -> str:
    for end in ENDS:
        markup = markup.replace(end, f"{end}\n")
    return unescape(strip_tags(markup))


def _value(block: Any, value: Any, where: Place) -> Iterator[Part]:
    if value is None or isinstance(block, ChoiceBlock | PageChooserBlock):
        return
    if isinstance(block, StreamBlock):
        for index, child in enumerate(value):
            yield from _value(child.block, child.value, where.inside(block, index, child.block.label))
    elif isinstance(block, ListBlock):
        for index, item in enumerate(value.bound_blocks):
            yield from _value(item.block, item.value, where.inside(block, index))
    elif isinstance(block, StructBlock):
        yield from _struct(block, value, where)
    else:
        yield from _leaf(block, value, where)


def _leaf(block: Any, value: Any, where: Place) -> Iterator[Part]:
    if isinstance(value, RichText):
        yield from _prose(where, value.source)
    elif isinstance(value, EmbedValue):
        yield Passage(where, "", f'<iframe src="{value.url}">')
    elif isinstance(value, AbstractImage | AbstractDocument):
        yield from _file(value, where)
    elif isinstance(value, str) and isinstance(block, URLBlock):
        yield Passage(where, "", value)
    elif isinstance(value, str):
        yield Passage(where, value, value, is_prose=len(value) > len(where.words))


def _struct(block: StructBlock, value: Any, where: Place) -> Iterator[Part]:
    for name, child in block.child_blocks.items():
        inside = value.get(name)
        if isinstance(block, QuotationBlock) and name == "source":
            is_cited = value.get("origin") == Origin.PUBLISHED
            yield Passage(where.inside(block, name), inside or "", names_somebody=True, is_cited=is_cited)
        elif not isinstance(inside, AbstractImage):
            yield from _value(child, inside, where.inside(block, name))
        elif "alt" in block.child_blocks:
            alt, caption = (str(value.get(key) or "") for key in ("alt", "caption"))
            yield Picture(where, inside, alt, caption, where.inside(block, "alt"))
        else:
            yield Picture(where, inside, None, str(value.get("caption") or ""))
