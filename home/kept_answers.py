"""How a view says that its answer is the same for everybody, so that the page cache may keep it.

Nothing is kept that does not say so. The cache itself is the project's (amaranta.page_cache).
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpResponse

ATTRIBUTE = "kept_answer"
VISITED = "visited_page"


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


@dataclass(frozen=True, slots=True)
class Visited:
    """The page that an answer is, for who counts visits: its number and its class."""

    number: int
    page_class: str


def is_page(response: HttpResponse, page: Visited | None) -> None:
    """Say which page an answer is, also when it is given again out of the page cache."""
    if page is not None:
        setattr(response, VISITED, page)


def visited_page(response: object) -> Visited | None:
    """Return the page that an answer is; None for what is none: a feed, a file, an error."""
    return getattr(response, VISITED, None)


def kept_of(response: object) -> Kept | None:
    return getattr(response, ATTRIBUTE, None)
