"""A page as a reader gets it: its passages, pictures and files, whatever its type."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from django.db import models
from django.utils.html import strip_tags
from modelcluster.models import get_all_child_relations
from wagtail.blocks import ChoiceBlock, ListBlock, PageChooserBlock, StreamBlock, StructBlock, URLBlock
from wagtail.documents.models import AbstractDocument
from wagtail.embeds.blocks import EmbedValue
from wagtail.fields import RichTextField, StreamField
from wagtail.images.models import AbstractImage
from wagtail.models import Page
from wagtail.rich_text import RichText

ENDS = ("</p>", "</li>", "</h2>", "</h3>", "</h4>", "<br/>", "<br>")
# What Wagtail's own page class holds beside these is no prose.
OF_EVERY_PAGE = ("title", "slug", "seo_title", "search_description")


@dataclass(frozen=True, slots=True)
class Passage:
    """Words with their place on the page; `markup` is what the browser would get."""

    where: str
    text: str
    markup: str = ""
    is_prose: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """An image in use; `alt` is None where the page shows it as decoration."""

    where: str
    image: Any
    alt: str | None = None
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    where: str
    document: Any


@dataclass(slots=True)
class Content:
    """Everything that one page, as it stands in memory, would publish.

    `reserved` is what `reserved_phrases` returns, given by who asks about many pages; None: read when asked.
    """

    page: Page
    reserved: list[tuple[str, int, str]] | None = None
    passages: list[Passage] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)

    def add(self, part: Passage | Picture | Attachment) -> None:
        if isinstance(part, Passage):
            self.passages.append(part)
        elif isinstance(part, Picture):
            self.pictures.append(part)
        else:
            self.attachments.append(part)


Part = Passage | Picture | Attachment


def content_of(page: Page, reserved: list[tuple[str, int, str]] | None = None) -> Content:
    """Read every field, block and child object of a page, saved or not."""
    content = Content(page, reserved)
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


def _object(instance: models.Model, above: str) -> Iterator[Part]:
    for column in instance._meta.concrete_fields:
        if column.model is Page and column.name not in OF_EVERY_PAGE:
            continue
        yield from _field(instance, column, f"{above}{column.verbose_name}")


def _field(instance: Any, column: Any, where: str) -> Iterator[Part]:
    if isinstance(column, models.ForeignKey):
        related = column.related_model
        if isinstance(related, type) and issubclass(related, AbstractImage | AbstractDocument):
            yield from _file(getattr(instance, column.name), where)
        return
    value = getattr(instance, column.attname)
    if isinstance(column, StreamField):
        yield from _value(column.stream_block, value, where)
    elif isinstance(column, RichTextField):
        yield _prose(where, str(value))
    elif isinstance(column, models.CharField | models.TextField) and value and not column.choices:
        yield Passage(where, str(value), is_prose=isinstance(column, models.TextField))


def _file(file: Any, where: str) -> Iterator[Part]:
    if isinstance(file, AbstractImage):
        yield Picture(where, file, getattr(file, "contextual_alt_text", None))
    elif isinstance(file, AbstractDocument):
        yield Attachment(where, file)


def _prose(where: str, markup: str) -> Passage:
    spaced = markup
    for end in ENDS:
        spaced = spaced.replace(end, f"{end}\n")
    return Passage(where, unescape(strip_tags(spaced)).strip(), markup, is_prose=True)


def _value(block: Any, value: Any, where: str) -> Iterator[Part]:
    if value is None or isinstance(block, ChoiceBlock | PageChooserBlock):
        return
    if isinstance(block, StreamBlock):
        for child in value:
            yield from _value(child.block, child.value, f"{where}, {child.block.label}")
    elif isinstance(block, ListBlock):
        for item in value.bound_blocks:
            yield from _value(item.block, item.value, where)
    elif isinstance(block, StructBlock):
        yield from _struct(block, value, where)
    else:
        yield from _leaf(block, value, where)


def _leaf(block: Any, value: Any, where: str) -> Iterator[Part]:
    if isinstance(value, RichText):
        yield _prose(where, value.source)
    elif isinstance(value, EmbedValue):
        yield Passage(where, "", f'<iframe src="{value.url}">')
    elif isinstance(value, AbstractImage | AbstractDocument):
        yield from _file(value, where)
    elif isinstance(value, str) and not isinstance(block, URLBlock):
        yield Passage(where, value, value, is_prose=len(value) > len(where))


def _struct(block: StructBlock, value: Any, where: str) -> Iterator[Part]:
    for name, child in block.child_blocks.items():
        inside = value.get(name)
        if isinstance(inside, AbstractImage):
            alt = str(value.get("alt") or "") if "alt" in block.child_blocks else None
            yield Picture(where, inside, alt, str(value.get("caption") or ""))
        yield from _value(child, None if isinstance(inside, AbstractImage) else inside, where)
