"""Pictures and documents that the blocks of a page show, fetched together: each kind in one query.

Wagtail fetches them one type of block and one field at a time, and documents in texts one text at a time.
"""

import copy
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db.models import Model
from wagtail.blocks import ChooserBlock, ListBlock, RichTextBlock, StreamBlock, StructBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

Objects = Mapping[type[Model], Mapping[int, Any]]
_at_hand: ContextVar[Objects | None] = ContextVar("preloaded", default=None)


@contextmanager
def preloaded(objects: Objects) -> Iterator[None]:
    """Let blocks that are read for the first time take what they show from `objects`."""
    token = _at_hand.set(objects)
    try:
        yield
    finally:
        _at_hand.reset(token)


def chosen_in(body: Any) -> dict[type[Model], set[int]]:
    """Return the ids of what the blocks of a stream choose and link to, by model, from its stored form."""
    found: dict[type[Model], set[int]] = defaultdict(set)
    for model, identifier in _stream(body.stream_block, body.raw_data):
        found[model].add(identifier)
    return found


Ids = Iterator[tuple[type[Model], int]]


def _stream(block: StreamBlock, rows: Iterable[Any]) -> Ids:
    for row in rows:
        if child := block.child_blocks.get(row["type"]):
            yield from _value(child, row["value"])


def _value(block: Any, value: Any) -> Ids:
    if not value:
        return
    if isinstance(block, StreamBlock):
        yield from _stream(block, value)
    elif isinstance(block, ListBlock):
        for item in value:
            is_wrapped = isinstance(item, dict) and {"type", "value"} <= item.keys()
            yield from _value(block.child_block, item["value"] if is_wrapped else item)
    elif isinstance(block, StructBlock):
        for name, child in block.child_blocks.items():
            yield from _value(child, value.get(name))
    elif isinstance(block, ChooserBlock):
        yield block.model_class, int(value)
    elif isinstance(block, RichTextBlock):
        for model, identifier, *_places in block.extract_references(block.to_python(value)):
            yield model, int(identifier)


class _TakesWhatIsAtHand(ChooserBlock):
    class Meta:
        abstract = True

    def bulk_to_python(self, values: list[int | None]) -> list[Any]:
        known = (_at_hand.get() or {}).get(self.model_class)
        if known is None:
            fetched: list[Any] = super().bulk_to_python(values)
            return fetched
        # As Wagtail does: every place has an object of its own, for blocks may write into it.
        return [copy.copy(known.get(value)) if value else None for value in values]


class DocumentBlock(_TakesWhatIsAtHand, DocumentChooserBlock):
    pass


class PictureBlock(_TakesWhatIsAtHand, ImageChooserBlock):
    pass
