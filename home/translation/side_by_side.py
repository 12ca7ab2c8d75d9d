"""A translation beside its Italian page: which texts belong together, and what has to be done to each."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from wagtail.fields import StreamField

from home.translation.markup import bare, in_language, readable
from home.translation.segments import Kind, Segment, Words, child_relations
from home.translation.stored import add_rows, align


class State(StrEnum):
    """What a text asks for, in the order in which it is shown."""

    BEHIND = "behind"
    ITALIAN = "italian"
    ADDED = "added"
    """Of a block that the translation does not have."""
    DONE = "done"


LONG = 5
"""Words: a text as long as this that is the same in both languages has not been translated."""
PLAIN_ITALIAN = "it-simple"
"""May say in the same words what is plain already."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A text in Italian and in the other language; `before` is what the Italian was, where it has changed.

    `row` is the path of the block to add first.
    """

    path: str
    state: State
    source: Segment
    text: str
    before: str | None = None
    row: str = ""

    @property
    def is_open(self) -> bool:
        return self.state is not State.DONE


def is_untranslated(source: str, text: str, least: int = LONG) -> bool:
    """Tell whether a text of `least` words still stands there as it was copied."""
    words = [word for word in readable(source).split() if any(letter.isalpha() for letter in word)]
    return len(words) >= least and bare(source) == bare(text)


class SideBySide:
    """A page in its language beside the Italian one, both in memory; nothing of either is saved here.

    `before` is the Italian page that the translation was made from, `then` the translation as it was when
    the Italian one changed: what differs from it has been looked at since.
    """

    def __init__(self, original: Any, page: Any, before: Any = None, then: Any = None) -> None:
        self.original, self.page = Words.of(original), page
        older = [Words.of(before)] if before else []
        self.before = older[0].segments if before else {}
        # Rows written elsewhere stand as in the page that they translated, before others came between.
        for words in (*older, self.original):
            for each in (page, then) if then else (page,):
                _align(each, words)
        self.then = Words.of(then).segments if then else {}
        self.mine = Words.of(page)

    @cached_property
    def pairs(self) -> list[Pair]:
        """Return every text of the Italian page that says something or said so, with its translation."""
        every = (self._pair(source) for source in self.original.segments.values())
        return [pair for pair in every if pair.source.text or pair.text or pair.before]

    @cached_property
    def surplus(self) -> list[Segment]:
        """Return the texts of blocks that the Italian page does not have, or has no longer."""
        rows = self.original.rows
        return [each for each in self.mine.segments.values() if not rows.issuperset(each.rows) and each.text]

    @property
    def behind(self) -> list[Pair]:
        return [pair for pair in self.pairs if pair.state in {State.BEHIND, State.ADDED}]

    @property
    def untranslated(self) -> list[Pair]:
        return [pair for pair in self.pairs if pair.state is State.ITALIAN]

    def _pair(self, source: Segment) -> Pair:
        own = self.mine.segments.get(source.path)
        rows = self.mine.rows
        missing = next((row for row in source.rows if row not in rows), "") if own is None else ""
        text = own.text if own else ""
        before = self.before.get(source.path)
        changed = before is not None and bare(before.text) != bare(source.text)
        then = self.then.get(source.path)
        looked_at = then is not None and bare(then.text) != bare(text)
        state = State.DONE
        if missing:
            state = State.ADDED
        elif changed and not looked_at:
            state = State.BEHIND
        elif source.text and (not text or self._is_italian(source.text, text)):
            state = State.ITALIAN
        return Pair(source.path, state, source, text, before.text if changed and before else None, missing)

    def _is_italian(self, source: str, text: str) -> bool:
        # What was published once has been looked at: names and numbers are the same everywhere.
        least = LONG if self.page.first_published_at else 1
        is_plain = self.page.locale.language_code == PLAIN_ITALIAN
        return not is_plain and is_untranslated(source, text, least)

    def apply(self, texts: Mapping[str, str], add: Iterable[str] = ()) -> None:
        """Put texts into the translation, by path, after adding the rows at the paths in `add`."""
        wanted = set(add)
        _add_children(self.page, self.original, wanted)
        for name, stream in _streams(self.page, self.mine).items():
            add_rows(stream, self.mine.streams[name], self.original.streams.get(name), name, wanted)
        _write(self.page, self.mine)
        self.mine = Words.of(self.page)
        for path, text in texts.items():
            segment = self.mine.segments.get(path)
            if segment is not None:
                is_rich = segment.kind is Kind.RICH
                _put(segment, in_language(text, self.page.locale) if is_rich else text)
        _write(self.page, self.mine)
        for name in getattr(type(self.page), "facts", ()):
            if "/" not in name and not isinstance(self.page._meta.get_field(name), StreamField):
                setattr(self.page, name, getattr(self.original.page, name))
        vars(self).pop("pairs", None)
        vars(self).pop("surplus", None)


def _align(page: Any, original: Words) -> None:
    words = Words.of(page)
    for name, stream in _streams(page, words).items():
        align(stream, words.streams[name], original.streams.get(name))
    _write(page, words)


def _streams(page: Any, words: Words) -> dict[str, Any]:
    """Return the kind of block of each of the page's own streams."""
    return {name: getattr(page, name).stream_block for name in words.streams if "/" not in name}


def _write(page: Any, words: Words) -> None:
    for name in _streams(page, words):
        setattr(page, name, json.dumps(words.streams[name]))


def _put(segment: Segment, text: str) -> None:
    if isinstance(segment.owner, dict):
        segment.owner[segment.key] = text
    else:
        setattr(segment.owner, segment.key, text)


def _add_children(page: Any, original: Words, wanted: set[str]) -> None:
    """Copy child objects of the Italian page, which stand behind those that the translation has."""
    for name in child_relations(type(page)):
        ours, theirs = getattr(page, name), list(getattr(original.page, name).all())
        for number in range(ours.count(), len(theirs)):
            if f"{name}/{number}" in wanted:
                child = type(theirs[number])()
                for column in child._meta.concrete_fields:
                    if not column.primary_key and column.name != "page" and not column.unique:
                        setattr(child, column.attname, getattr(theirs[number], column.attname))
                ours.add(child)
