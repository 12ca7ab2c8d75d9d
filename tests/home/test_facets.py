"""Faceted filters: what each choice leaves, how many it would, and the one address that it has."""

from collections.abc import Collection
from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from home.facets import Facet, FacetedList


@dataclass(frozen=True)
class Book:
    title: str
    colour: str = ""
    tongues: tuple[str, ...] = ()
    names: dict[str, str] = field(default_factory=dict, hash=False)


COLOURS = {"red": "Red", "blue": "Blue", "green": "Green"}
TONGUES = {"it": "Italiano", "en": "English", "ar": "العربية"}


def one(book: Book) -> Collection[str]:
    return (book.colour,) if book.colour else ()


def tongues(book: Book) -> Collection[str]:
    return book.tongues


COLOUR = Facet[Book]("colour", "Colour", COLOURS, one)
TONGUE = Facet[Book]("tongue", "Tongue", TONGUES, tongues, fits_all=lambda book: not book.tongues)
EVERY = Facet[Book]("colour", "Colour", COLOURS, one, offers_all=True)

BOOKS = [
    Book("Uno", "red", ("it",)),
    Book("Due", "red", ("it", "en")),
    Book("Tre", "blue", ("en",)),
    Book("Quattro", "blue"),
]


def shelf(
    asked: dict[str, str] | None = None, facets: tuple[Facet[Book], ...] = (COLOUR, TONGUE), **more: bool
) -> FacetedList[Book]:
    return FacetedList(BOOKS, facets, asked or {}, **more)  # type: ignore[arg-type]


def titles(asked: dict[str, str], **more: bool) -> list[str]:
    return [book.title for book in shelf(asked, **more).results]


def counts(asked: dict[str, str], name: str) -> dict[str, int]:
    return {option.value: option.count for option in shelf(asked).facets[name].options}


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["Uno", "Due", "Tre", "Quattro"]),
        ({"colour": "red"}, ["Uno", "Due"]),
        ({"tongue": "en"}, ["Due", "Tre", "Quattro"]),
        ({"colour": "blue", "tongue": "en"}, ["Tre", "Quattro"]),
        ({"colour": "blue", "tongue": "it"}, ["Quattro"]),
        ({"colour": "green"}, []),
        ({"colour": ""}, ["Uno", "Due", "Tre", "Quattro"]),
        ({"other": "red"}, ["Uno", "Due", "Tre", "Quattro"]),
    ],
)
def test_filters_add_up_and_keep_the_order(asked: dict[str, str], found: list[str]) -> None:
    assert titles(asked) == found


def test_a_value_that_no_facet_knows_leaves_nothing_unless_it_is_to_be_ignored() -> None:
    assert titles({"colour": "pink"}) == []
    assert titles({"colour": "pink", "tongue": "it"}, ignores_unknown=True) == ["Uno", "Due", "Quattro"]
    assert shelf({"colour": "pink"}).unknown == ["colour"]
    assert shelf({"colour": "red"}).unknown == []


def test_a_count_is_that_under_all_the_other_filters() -> None:
    assert counts({}, "colour") == {"red": 2, "blue": 2}
    assert counts({"tongue": "it"}, "colour") == {"red": 2, "blue": 1}
    assert counts({"colour": "red"}, "colour") == {"red": 2, "blue": 2}
    assert counts({"colour": "red"}, "tongue") == {"it": 2, "en": 1}


def test_what_answers_to_all_counts_for_each_value() -> None:
    assert counts({}, "tongue") == {"it": 3, "en": 3, "ar": 1}
    assert counts({"colour": "blue"}, "tongue") == {"it": 1, "en": 2, "ar": 1}


def test_values_may_come_as_names_with_their_labels() -> None:
    named = Facet[Book]("name", "Name", {"a": "A", "b": "B"}, lambda book: book.names)
    listed = FacetedList([Book("x", names={"a": "A"}), Book("y", names={"a": "A", "b": "B"})], [named], {})
    assert [(each.value, each.count) for each in listed.facets["name"].options] == [("a", 2), ("b", 1)]


def test_values_without_an_item_are_offered_where_their_absence_would_mislead() -> None:
    assert list(counts({}, "colour")) == ["red", "blue"]
    offered = shelf({}, facets=(EVERY,)).facets["colour"].options
    assert [(option.value, option.count) for option in offered] == [("red", 2), ("blue", 2), ("green", 0)]


def test_a_chosen_value_is_offered_though_it_leaves_nothing_and_leads_back() -> None:
    options = {option.value: option for option in shelf({"colour": "green"}).facets["colour"].options}
    assert (options["green"].count, options["green"].is_chosen, options["green"].address) == (0, True, "?")
    assert options["red"].address == "?colour=red"
    assert not options["red"].is_chosen


def test_the_chosen_option_of_a_facet_is_known_and_so_is_the_way_without_it() -> None:
    facets = shelf({"colour": "red", "tongue": "it"}).facets
    assert facets["colour"].chosen
    assert facets["colour"].chosen.label == "Red"
    assert facets["colour"].address == "?tongue=it"
    assert shelf({"colour": "red"}).facets["tongue"].chosen is None


def test_one_choice_has_one_address_in_whatever_order_it_was_made() -> None:
    one_way, other_way = shelf({"tongue": "it", "colour": "red"}), shelf({"colour": "red", "tongue": "it"})
    assert one_way.address() == other_way.address() == "?colour=red&tongue=it"
    assert one_way.address(colour="") == "?tongue=it"
    assert one_way.address(page="2") == "?colour=red&tongue=it&page=2"


def test_what_is_kept_stands_in_every_address_and_an_empty_one_in_none() -> None:
    kept = FacetedList(BOOKS, [COLOUR], {"colour": "red"}, kept={"archive": "1", "q": ""})
    assert kept.address() == "?colour=red&archive=1"
    assert kept.facets["colour"].options[0].address == "?archive=1"


def test_an_address_carries_signs_harmlessly() -> None:
    assert shelf({"colour": "a&b=c"}).address() == "?colour=a%26b%3Dc"


def test_chips_name_each_choice_and_lead_to_the_others() -> None:
    assert shelf({"colour": "red", "tongue": "ar"}).chips == [
        ("Red", "?tongue=ar"),
        ("العربية", "?colour=red"),
    ]
    assert shelf({"colour": "pink"}).chips == [("pink", "?")]
    assert shelf({}).chips == []


books = st.lists(
    st.builds(
        Book,
        st.just("x"),
        st.sampled_from(["", *COLOURS]),
        st.lists(st.sampled_from([*TONGUES]), max_size=3, unique=True).map(tuple),
    ),
    max_size=8,
)
choices = st.fixed_dictionaries(
    {}, optional={"colour": st.sampled_from([*COLOURS]), "tongue": st.sampled_from([*TONGUES])}
)


@settings(max_examples=150)
@given(books, choices)
def test_every_count_is_what_choosing_that_value_gives(found: list[Book], asked: dict[str, str]) -> None:
    listed = FacetedList(found, [COLOUR, TONGUE], asked)
    for name, facet in listed.facets.items():
        for option in facet.options:
            chosen = FacetedList(found, [COLOUR, TONGUE], {**asked, name: option.value})
            assert option.count == len(chosen.results), (name, option)
