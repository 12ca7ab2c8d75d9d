"""Pictures and documents that the blocks of a page show, fetched together: each kind in one query.

Wagtail fetches them one type of block and one field at a time, and documents in texts one text at a time.
"""

import copy
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from wagtail.blocks import ChooserBlock, ListBlock, RichTextBlock, StreamBlock, StreamValue, StructBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

Objects = Mapping[type[Model], Mapping[int, Any]]


def with_objects(body: StreamValue, objects: Objects) -> StreamValue:
    """Return the same stream with what its blocks choose already fetched; it is to be shown, not to be saved.

    objects: by model and id; what is missing there is shown as missing.
    """
    block = body.stream_block
    return StreamValue(block, list(_filled_rows(block, body.raw_data, objects)), is_lazy=True)


def _filled_rows(block: StreamBlock, rows: Iterable[Any], objects: Objects) -> Iterator[Any]:
    for row in rows:
        child = block.child_blocks.get(row["type"])
        yield {**row, "value": _filled(child, row["value"], objects)} if child else row


def _filled(block: Any, value: Any, objects: Objects) -> Any:
    if not value:
        return value
    if isinstance(block, StreamBlock):
        return list(_filled_rows(block, value, objects))
    if isinstance(block, ListBlock):
        return [
            {**item, "value": _filled(block.child_block, item["value"], objects)}
            if _is_wrapped(item)
            else _filled(block.child_block, item, objects)
            for item in value
        ]
    if isinstance(block, StructBlock):
        return {
            name: _filled(block.child_blocks[name], inside, objects) if name in block.child_blocks else inside
            for name, inside in value.items()
        }
    if isinstance(block, _TakesObjects) and block.model_class in objects:
        # As Wagtail does: every place has an object of its own, for blocks may write into it.
        return Fetched(copy.copy(objects[block.model_class].get(int(value))))
    return value


def _is_wrapped(item: Any) -> bool:
    return isinstance(item, dict) and {"type", "value"} <= item.keys()


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
            yield from _value(block.child_block, item["value"] if _is_wrapped(item) else item)
    elif isinstance(block, StructBlock):
        for name, child in block.child_blocks.items():
            yield from _value(child, value.get(name))
    elif isinstance(block, ChooserBlock):
        yield block.model_class, int(value)
    elif isinstance(block, RichTextBlock):
        for model, identifier, *_places in block.extract_references(block.to_python(value)):
            yield model, int(identifier)


@dataclass(frozen=True, slots=True)
class Fetched:
    """Stands in a stream's stored form in the place of an id; None where the object is gone."""

    instance: Any


class _TakesObjects(ChooserBlock):
    """A chooser that is given ids, as Wagtail does, or objects that were fetched before."""

    class Meta:
        abstract = True

    def bulk_to_python(self, values: list[Any]) -> list[Any]:
        if any(isinstance(value, Fetched) for value in values):
            return [value.instance if isinstance(value, Fetched) else None for value in values]
        fetched: list[Any] = super().bulk_to_python(values)
        return fetched


class DocumentBlock(_TakesObjects, DocumentChooserBlock):
    pass


class PictureBlock(_TakesObjects, ImageChooserBlock):
    pass
