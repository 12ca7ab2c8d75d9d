"""Where the desks on paper come from. Imports run one way, so the project hands them in."""

from collections.abc import Callable

from home.kit.printed_words import KitDesk

# Takes a language code, returns the desks that may be printed, in the order of the list.
DeskSource = Callable[[str], list[KitDesk]]

_sources: list[DeskSource] = []


def register_desks(source: DeskSource) -> None:
    """Add a source of desks; the project does so once, when it starts."""
    _sources.append(source)


def kit_desks(language: str) -> list[KitDesk]:
    """Return the desks that may be printed on a sheet in `language`."""
    return [desk for source in _sources for desk in source(language)]
