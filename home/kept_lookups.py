"""What nearly every page asks the database for, kept in the process until something changes.

The project says which state of the database a request sees (`seen`); another state forgets everything. Where
nobody says so (administration, inside a transaction) an answer keeps its own (`for_one_answer`), so that its
parts need not know of each other; and elsewhere (commands, whatever writes) everything is asked for.
"""

import time
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

MOST = 500
"""Some keys are made of what a visitor sent (a port)."""

LONGEST = 5 * 60
"""Seconds. If a change should ever be missed, this ends it."""

Found = TypeVar("Found")

_mark: ContextVar[object | None] = ContextVar("mark", default=None)
_own: ContextVar[dict[Hashable, Any] | None] = ContextVar("own", default=None)


class _Known:
    """Answers of one state; replaced as a whole, so that no thread mixes two."""

    def __init__(self, mark: object) -> None:
        self.mark = mark
        self.answers: dict[Hashable, Any] = {}
        self.until = time.monotonic() + LONGEST


class _Newest:
    known = _Known(None)


@contextmanager
def seen(mark: object | None) -> Iterator[None]:
    """Keep look-ups within the block under a state of the database; None keeps none."""
    token = _mark.set(mark)
    try:
        yield
    finally:
        _mark.reset(token)


@contextmanager
def for_one_answer() -> Iterator[None]:
    """Ask each thing once within the block, where nothing is kept for longer and nothing is written."""
    token = _own.set({})
    try:
        yield
    finally:
        _own.reset(token)


def are_kept() -> bool:
    return _mark.get() is not None


def looked_up(key: Hashable, ask: Callable[[], Found]) -> Found:
    """Return what `ask` answers, or answered before in the same state. Nobody may change it.

    None is not kept: keys that strangers think of would fill the memory.
    """
    answers = _answers()
    if answers is None:
        return ask()
    found: Found | None = answers.get(key)
    if found is None:
        found = ask()
        if found is not None:
            answers[key] = found
    return found


def kept(key: Hashable) -> Any:
    """Return what was answered before in the same state, None if nothing was."""
    answers = _answers()
    return None if answers is None else answers.get(key)


def _answers() -> dict[Hashable, Any] | None:
    mark = _mark.get()
    if mark is None:
        return _own.get()
    known = _Newest.known
    if known.mark != mark or len(known.answers) >= MOST or time.monotonic() > known.until:
        known = _Newest.known = _Known(mark)
    return known.answers
