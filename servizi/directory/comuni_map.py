"""A drawing of the territory: one hexagon for each Comune, beside its true neighbours.

Our own arrangement, not traced from any map: nothing is loaded from anybody, and no point on it is a place.
"""

from dataclasses import dataclass

from home.facets import Option
from servizi.directory.catalogue import Catalogue

WIDTH = 84
ROW = 73
CORNERS = ((0, -48), (42, -24), (42, 24), (0, 48), (-42, 24), (-42, -24))
OUTLINE = " ".join(f"{x},{y}" for x, y in CORNERS)
"""Of every tile, about its centre: the same letters thirteen times weigh nothing once they are compressed."""
LINE = 15

# Column and row of each Comune; odd rows stand half a column to the right.
PLACES: dict[str, tuple[int, int]] = {
    "solaro": (0, 0),
    "cesate": (0, 1),
    "garbagnate-milanese": (0, 2),
    "senago": (1, 2),
    "paderno-dugnano": (2, 2),
    "bollate": (0, 3),
    "cormano": (1, 3),
    "cusano-milanino": (2, 3),
    "cinisello-balsamo": (3, 3),
    "baranzate": (0, 4),
    "novate-milanese": (1, 4),
    "bresso": (2, 4),
    "sesto-san-giovanni": (3, 4),
}
VIEW_BOX = f"-2 -2 {4 * WIDTH + WIDTH // 2 + 4} {4 * ROW + 96 + 4}"


@dataclass(frozen=True, slots=True)
class Label:
    """One line of a tile's text, `y` below its centre."""

    y: int
    text: str


@dataclass(frozen=True, slots=True)
class Tile:
    """A Comune on the drawing: where its centre is, its text, and the link to what helps there."""

    name: str
    address: str
    count: int
    selected: bool
    x: int
    y: int
    labels: tuple[Label, ...]
    number: Label


def tiles(catalogue: Catalogue) -> list[Tile]:
    """Return the Comuni that have a place, row by row: the order in which the keyboard visits them."""
    options = {option.value: option for option in catalogue.facets["comune"].options}
    return [tile(options[slug], column, row) for slug, (column, row) in PLACES.items() if slug in options]


def tile(option: Option, column: int, row: int) -> Tile:
    words = str(option.label).split()
    top = 3 - len(words) * LINE // 2
    return Tile(
        name=str(option.label),
        address=option.address,
        count=option.count,
        selected=option.is_chosen,
        x=column * WIDTH + WIDTH // 2 + row % 2 * WIDTH // 2,
        y=row * ROW + 48,
        labels=tuple(Label(top + i * LINE, word) for i, word in enumerate(words)),
        number=Label(top + len(words) * LINE + 2, str(option.count)),
    )
