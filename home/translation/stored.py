"""The blocks of a page as they are stored: those of a translation stand beside those of the Italian page."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any
from uuid import NAMESPACE_OID, uuid5

from wagtail.blocks import ListBlock, StreamBlock, StreamValue, StructBlock

BETWEEN = "/"


def blocks_of(value: StreamValue) -> list[Any]:
    """Return the blocks as they are stored, a copy; each row and item has an id, always the same one.

    Wagtail invents another at every reading for those stored without one.
    """
    known = value.stream_block.child_blocks
    rows = [deepcopy(dict(row)) for row in value.raw_data if row["type"] in known]
    _identify(value.stream_block, rows, "")
    return rows


def _identify(block: Any, value: Any, path: str) -> None:
    if isinstance(block, StructBlock) and isinstance(value, dict):
        for name, child in block.child_blocks.items():
            if isinstance(child, ListBlock) and isinstance(value.get(name), list):
                value[name] = [_as_item(item) for item in value[name]]
            _identify(child, value.get(name), f"{path}/{name}")
    elif isinstance(block, StreamBlock | ListBlock) and isinstance(value, list):
        if isinstance(block, ListBlock):
            value[:] = [_as_item(item) for item in value]
        for number, row in enumerate(value):
            row["id"] = row.get("id") or str(uuid5(NAMESPACE_OID, f"{path}/{number}"))
            _identify(_child(block, row), row["value"], f"{path}/{number}")


def _as_item(item: Any) -> dict[str, Any]:
    is_one = isinstance(item, dict) and item.get("type") == "item" and "value" in item
    return item if is_one else {"type": "item", "value": item}


def _child(block: Any, row: dict[str, Any]) -> Any:
    return block.child_block if isinstance(block, ListBlock) else block.child_blocks.get(row["type"])


def align(block: Any, mine: Any, theirs: Any) -> None:
    """Give the rows of a translation the ids of those that they translate.

    Where none has the id of one of theirs, they were written elsewhere: they are known by kind, in order.
    """
    for child, own, other in _beside(block, mine, theirs):
        align(child, own, other)


def _beside(block: Any, mine: Any, theirs: Any) -> Iterator[tuple[Any, Any, Any]]:
    """Yield what stands in the same place of both, and let rows that belong together have the same id."""
    if isinstance(block, StructBlock) and isinstance(mine, dict) and isinstance(theirs, dict):
        for name, child in block.child_blocks.items():
            yield child, mine.get(name), theirs.get(name)
    elif isinstance(block, StreamBlock | ListBlock) and isinstance(mine, list) and isinstance(theirs, list):
        for own, other in _pairs(mine, theirs):
            own["id"] = other["id"]
            yield _child(block, own), own["value"], other["value"]


def _pairs(mine: list[Any], theirs: list[Any]) -> list[tuple[Any, Any]]:
    by_key = {(row["type"], row["id"]): row for row in theirs}
    paired = [(row, by_key[row["type"], row["id"]]) for row in mine if (row["type"], row["id"]) in by_key]
    if paired:
        return paired
    left = list(theirs)
    for row in mine:
        match = next((one for one in left if one["type"] == row["type"]), None)
        if match is not None:
            left.remove(match)
            paired.append((row, match))
    return paired


def add_rows(block: Any, mine: Any, theirs: Any, path: str, wanted: set[str]) -> None:
    """Copy the rows at the `wanted` paths into an aligned translation, each behind the one it follows."""
    if isinstance(block, StructBlock) and isinstance(mine, dict) and isinstance(theirs, dict):
        for name, child in block.child_blocks.items():
            add_rows(child, mine.get(name), theirs.get(name), f"{path}{BETWEEN}{name}", wanted)
    elif isinstance(block, StreamBlock | ListBlock) and isinstance(mine, list) and isinstance(theirs, list):
        place = 0
        for other in theirs:
            inside = f"{path}{BETWEEN}{other['id']}"
            found = next((number for number, row in enumerate(mine) if row["id"] == other["id"]), None)
            if found is not None:
                add_rows(_child(block, other), mine[found]["value"], other["value"], inside, wanted)
                place = found + 1
            elif inside in wanted:
                mine.insert(place, deepcopy(other))
                place += 1
