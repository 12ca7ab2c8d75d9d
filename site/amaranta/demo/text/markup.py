"""Short ways to write a page's blocks; `page:a/b` in a link is the page at that path below the home page."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from wagtail.models import Page

Block = tuple[str, Any]
Pair = tuple[str, str]


@dataclass(frozen=True)
class Draft:
    """A page to be made: its type, its last part of the address, its words, and the pages below it."""

    model: type[Page]
    slug: str
    title: str
    intro: str
    body: Sequence[Block] = ()
    fields: dict[str, Any] = field(default_factory=dict)
    children: Sequence["Draft"] = ()


@dataclass(frozen=True)
class Words:
    """A page in another language: the last part of its address, its words, and its other fields."""

    slug: str
    title: str
    intro: str
    body: Sequence[Block] = ()
    fields: dict[str, Any] = field(default_factory=dict)


def squash(text: str) -> str:
    """Return `text` with line breaks and indents as single spaces."""
    return " ".join(text.split())


def prose(html: str) -> Block:
    return ("text", squash(html))


def callout(tone: str, heading: str, html: str) -> Block:
    return ("callout", {"tone": tone, "heading": heading, "text": squash(html)})


def steps(heading: str, *pairs: Pair) -> Block:
    items = [{"title": title, "text": squash(text)} for title, text in pairs]
    return ("steps", {"heading": heading, "steps": items})


def questions(heading: str, *pairs: Pair) -> Block:
    items = [{"question": question, "answer": squash(answer)} for question, answer in pairs]
    return ("questions", {"heading": heading, "questions": items})


def checklist(heading: str, *items: str) -> Block:
    return ("checklist", {"heading": heading, "items": list(items)})


def table(caption: str, columns: Sequence[str], *rows: Sequence[str]) -> Block:
    return ("table", {"caption": caption, "columns": list(columns), "rows": [list(row) for row in rows]})


def quotation(text: str, source: str, origin: str) -> Block:
    return ("quotation", {"text": squash(text), "source": source, "origin": origin})


def contact(heading: str, text: str = "", **shown: bool) -> Block:
    """Write the contact box; `emergency`, `desks` and `write` are shown unless they are False."""
    value = {"heading": heading, "text": text, "emergency": True, "desks": True, "write": True, **shown}
    return ("contact", value)
