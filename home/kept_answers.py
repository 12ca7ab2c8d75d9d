"""How a view says that its answer is the same for everybody, so that the page cache may keep it.

Nothing is kept that does not say so. The cache itself is the project's (amaranta.page_cache).
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpResponse

ATTRIBUTE = "kept_answer"


@dataclass(frozen=True, slots=True)
class Fresh:
    """The one piece that differs in every answer: as it stands in this one, and how to make another."""

    value: str
    make: Callable[[], str]


@dataclass(slots=True)
class Kept:
    """What may be kept of an answer. `choices`: parameters of the address that it may have been made for."""

    choices: frozenset[str] = frozenset()
    fresh: Fresh | None = None


def may_be_kept(response: HttpResponse, choices: frozenset[str] = frozenset()) -> None:
    """Let an answer be given to everybody who asks for the same address, until something changes."""
    kept = kept_of(response) or Kept()
    kept.choices = choices
    setattr(response, ATTRIBUTE, kept)


def is_fresh(response: HttpResponse, value: str, make: Callable[[], str]) -> None:
    """Say that `value` stands once in the answer, and has to be made anew for every reader.

    `make` returns as many characters, none of which HTML would write in another way.
    """
    kept = kept_of(response) or Kept()
    kept.fresh = Fresh(value, make)
    setattr(response, ATTRIBUTE, kept)


def kept_of(response: object) -> Kept | None:
    return getattr(response, ATTRIBUTE, None)
