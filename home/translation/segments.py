"""The texts of a page that are translated, each with its place; facts of the Italian page are none."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from django.db import models
from django.utils.functional import Promise
from django.utils.text import capfirst
from modelcluster.models import get_all_child_relations
from wagtail.admin.panels import FieldPanel
from wagtail.blocks import CharBlock, ListBlock, RichTextBlock, StreamBlock, StructBlock, TextBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from home.translation.stored import BETWEEN, blocks_of

OF_EVERY_PAGE = {"title", "seo_title", "search_description"}
"""Of Wagtail's own fields, those with words for readers."""


class Kind(StrEnum):
    PLAIN = "plain"
    LINES = "lines"
    """Plain, of several lines."""
    RICH = "rich"


@dataclass(frozen=True, slots=True)
class Segment:
    """One text. `path` leads to it, `rows` to the blocks, items and child objects around it, from outside.

    `owner` is where it is kept under `key`; `typed` is the column or block whose form field takes it.
    """

    path: str
    label: str
    kind: Kind
    text: str
    rows: tuple[str, ...]
    owner: Any
    key: str
    typed: Any


@dataclass(slots=True)
class Words:
    """All texts of a page, by path, and its streams as they are stored, into which the segments lead."""

    page: Any
    segments: dict[str, Segment]
    streams: dict[str, list[Any]]

    @classmethod
    def of(cls, page: Page) -> "Words":
        """Read a page as it stands in memory, in the order of its form."""
        reader = _Reader(page)
        segments = {segment.path: segment for segment in reader.read()}
        return cls(page, segments, reader.streams)

    @property
    def rows(self) -> set[str]:
        return {row for segment in self.segments.values() for row in segment.rows}


def child_relations(model: type[Page]) -> list[str]:
    """Return the names of the lists of child objects that are ours."""
    relations = get_all_child_relations(model)
    own = (each for each in relations if not each.related_model.__module__.startswith("wagtail."))
    return [each.get_accessor_name() for each in own]


@cache
def labels(model: type[models.Model]) -> dict[str, str | Promise]:
    """Return the fields that an editor may type, in the order of the form, with their names there."""
    found: dict[str, str | Promise] = {}

    def walk(panel: Any) -> None:
        if isinstance(panel, FieldPanel):
            found.setdefault(panel.field_name, panel.heading)
        for child in getattr(panel, "children", ()):
            walk(child)

    handler: Any = getattr(model, "get_edit_handler", None)
    for panel in (handler(),) if handler else getattr(model, "panels", ()):
        walk(panel)
    return found


def text_columns(model: type[models.Model]) -> Iterator[tuple[Any, str]]:
    """Yield the columns that may hold words, with their names, in the order of the form."""
    names = labels(model)
    columns: dict[str, Any] = {column.name: column for column in model._meta.concrete_fields}
    for name in names or columns:
        column = columns.get(name)
        if column is None or not column.editable or (column.model is Page and name not in OF_EVERY_PAGE):
            continue
        yield column, str(names.get(name) or column.verbose_name)


def kind_of_column(column: Any) -> Kind | None:
    """Return what kind of words a column holds; None for numbers, addresses, choices and days."""
    if isinstance(column, RichTextField):
        return Kind.RICH
    if type(column) not in {models.CharField, models.TextField} or column.choices:
        return None
    return Kind.LINES if isinstance(column, models.TextField) else Kind.PLAIN


def kind_of_block(block: Any) -> Kind | None:
    """Return what kind of words a block holds; None for everything else."""
    if isinstance(block, RichTextBlock):
        return Kind.RICH
    if isinstance(block, TextBlock):
        return Kind.LINES
    return Kind.PLAIN if isinstance(block, CharBlock) else None


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the reader stands. `name` is the path in kinds of blocks, as a page's `facts` have it."""

    path: str
    label: str
    name: str
    rows: tuple[str, ...] = ()

    def part(self, key: str, label: object, name: str = "") -> "_Place":
        called = BETWEEN.join((self.name, name)) if name else self.name
        return _Place(f"{self.path}{BETWEEN}{key}", f"{self.label}{label}", called, self.rows)

    def row(self, key: str, label: object, name: str = "") -> "_Place":
        place = self.part(key, label, name)
        return _Place(place.path, place.label, place.name, (*self.rows, place.path))


class _Reader:
    def __init__(self, page: Any) -> None:
        self.page = page
        self.facts: frozenset[str] = getattr(type(page), "facts", frozenset())
        self.streams: dict[str, list[Any]] = {}

    def read(self) -> Iterator[Segment]:
        yield from self._object(self.page, None)
        for name in child_relations(type(self.page)):
            for number, child in enumerate(getattr(self.page, name).all()):
                path = BETWEEN.join((name, str(number)))
                label = f"{capfirst(child._meta.verbose_name)} {number + 1}: "
                yield from self._object(child, _Place(path, label, name, (path,)))

    def _object(self, owner: Any, above: _Place | None) -> Iterator[Segment]:
        for column, words in text_columns(type(owner)):
            name = column.name
            place = above.part(name, words, name) if above else _Place(name, capfirst(words), name)
            if place.name in self.facts:
                continue
            if isinstance(column, StreamField):
                rows = self.streams[place.path] = blocks_of(getattr(owner, name))
                yield from self._stream(column.stream_block, rows, place)
            elif kind := kind_of_column(column):
                text = str(getattr(owner, name) or "")
                yield Segment(place.path, place.label, kind, text, place.rows, owner, name, column)

    def _stream(self, stream: StreamBlock, rows: list[Any], place: _Place) -> Iterator[Segment]:
        for row in rows:
            block = stream.child_blocks[row["type"]]
            inside = place.row(row["id"], f", {block.label}", row["type"])
            yield from self._block(block, row, "value", inside)

    def _block(self, block: Any, owner: Any, key: str, place: _Place) -> Iterator[Segment]:
        value = owner.get(key)
        if place.name in self.facts:
            return
        if kind := kind_of_block(block):
            text = "" if value is None else str(value)
            yield Segment(place.path, place.label, kind, text, place.rows, owner, key, block)
        elif value is None:
            return
        elif isinstance(block, StreamBlock):
            yield from self._stream(block, value, place)
        elif isinstance(block, ListBlock):
            for number, item in enumerate(value, 1):
                yield from self._block(block.child_block, item, "value", place.row(item["id"], f" {number}"))
        elif isinstance(block, StructBlock):
            for part, child in block.child_blocks.items():
                yield from self._block(child, value, part, place.part(part, f", {child.label}", part))
