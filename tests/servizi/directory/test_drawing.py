"""The drawing of the territory: every Comune of the network once, beside its neighbours and inside its frame."""

from itertools import combinations

import pytest

from servizi.directory.catalogue import Catalogue, Selection
from servizi.directory.comuni_map import CORNERS, PLACES, VIEW_BOX, Tile, tiles
from tests.servizi.test_directory_search import entry

NAMES = {slug: slug.replace("-", " ").title() for slug in PLACES}
ENTRIES = [
    entry(1, "Gruppo", comuni=frozenset({"bresso"})),
    entry(2, "Altro gruppo", comuni=frozenset({"bresso", "solaro"}), kind="comune"),
    entry(3, "Casa", comuni=frozenset(), kind="rifugio"),
]


def drawn(**selection: str) -> dict[str, Tile]:
    return {tile.name: tile for tile in tiles(Catalogue(ENTRIES, NAMES, Selection(**selection)))}


def corners(tile: Tile) -> set[tuple[int, int]]:
    return {(tile.x + x, tile.y + y) for x, y in CORNERS}


def test_every_comune_is_drawn_with_the_bodies_that_serve_it() -> None:
    counts = {name: tile.count for name, tile in drawn().items()}
    assert len(counts) == len(PLACES) == 13
    assert (counts["Bresso"], counts["Solaro"], counts["Senago"]) == (3, 2, 1)
    assert counts == {name: int(tile.number.text) for name, tile in drawn().items()}


def test_the_counts_follow_the_other_filters_and_not_the_comune_itself() -> None:
    assert drawn(tipo="comune")["Bresso"].count == 1
    assert drawn(comune="solaro")["Bresso"].count == 3
    assert drawn(q="gruppo")["Senago"].count == 0


def test_the_chosen_comune_is_marked_and_a_second_tap_lets_it_go() -> None:
    found = drawn(comune="bresso", tipo="comune")
    assert [name for name, tile in found.items() if tile.selected] == ["Bresso"]
    assert found["Bresso"].address == "?tipo=comune"
    assert found["Solaro"].address == "?comune=solaro&tipo=comune"


def test_a_comune_that_has_no_place_is_in_the_list_and_not_on_the_drawing() -> None:
    catalogue = Catalogue(ENTRIES, {**NAMES, "arese": "Arese"}, Selection())
    assert "Arese" in {str(option.label) for option in catalogue.facets["comune"].options}
    assert "Arese" not in {tile.name for tile in tiles(catalogue)}


def test_no_tile_lies_over_another_and_neighbours_share_a_side() -> None:
    found = drawn()
    for one, other in combinations(found.values(), 2):
        assert len(corners(one) & corners(other)) < len(CORNERS)
        assert (one.x, one.y) != (other.x, other.y)
    # In the same row their right and left sides are one line.
    right = {x for x, _y in corners(found["Garbagnate Milanese"])}
    left = {x for x, _y in corners(found["Senago"])}
    assert max(right) == min(left)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Bollate", "Baranzate"), ("Cesate", "Solaro"), ("Cormano", "Bresso"), ("Senago", "Cesate")],
)
def test_neighbours_of_two_rows_touch_along_a_side(one: str, other: str) -> None:
    found = drawn()
    near = [
        (x, y)
        for x, y in corners(found[one])
        for across, down in corners(found[other])
        if abs(x - across) <= 1 and abs(y - down) <= 1
    ]
    assert len(near) == 2


def test_everything_lies_inside_the_frame() -> None:
    left, top, width, height = map(int, VIEW_BOX.split())
    for tile in drawn().values():
        for x, y in corners(tile):
            assert left <= x <= left + width
            assert top <= y <= top + height
        for label in (*tile.labels, tile.number):
            assert left < tile.x < left + width
            assert top < tile.y + label.y < top + height


@pytest.mark.parametrize("name", ["Bresso", "Cinisello Balsamo", "Sesto San Giovanni"])
def test_a_long_name_is_written_word_by_word_downwards(name: str) -> None:
    tile = drawn()[name]
    assert [label.text for label in tile.labels] == name.split()
    heights = [label.y for label in (*tile.labels, tile.number)]
    assert heights == sorted(set(heights))


def test_the_keyboard_visits_the_rows_from_north_to_south() -> None:
    rows = [PLACES[name.lower().replace(" ", "-")][1] for name in drawn()]
    assert rows == sorted(rows)
