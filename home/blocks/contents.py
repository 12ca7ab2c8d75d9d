"""The list of what stands on a long page, and the names by which its links find the headings."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any, NamedTuple

from django.utils.html import strip_tags
from wagtail.blocks import StreamValue, StructValue
from wagtail.rich_text import RichText

# Fewer are seen at a glance.
ENOUGH = 4
# Their headings are no sections of the text.
ASIDES = {"callout", "contact", "table"}
HEADING = re.compile(r"<h2\b[^>]*>(.*?)</h2>", re.DOTALL)


class Heading(NamedTuple):
    """A heading of the second level. `id` says nothing of its words: it may come to stand in an address."""

    id: str
    text: str


def list_of_contents(body: StreamValue) -> dict[str, Any]:
    """Return `contents`, nothing on a short page, and `heading_ids`, which templates take one by one."""
    texts = [text for block in body for text in _headings(block)]
    contents = [Heading(f"p{number}", text) for number, text in enumerate(texts, start=1)]
    if len(contents) < ENOUGH:
        return {}
    ids: Iterator[str] = iter([heading.id for heading in contents])
    return {"contents": contents, "heading_ids": ids}


def _headings(block: Any) -> Iterator[str]:
    if isinstance(block.value, RichText):
        for found in HEADING.findall(block.value.source):
            yield unescape(strip_tags(found)).strip()
        return
    is_section = isinstance(block.value, StructValue) and block.block_type not in ASIDES
    if is_section and (heading := block.value.get("heading")):
        yield str(heading)
