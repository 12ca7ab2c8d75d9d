"""Which periods may be published one after the other, and how each is named and found."""

from datetime import date, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.utils.translation import override

from servizi.models import FigurePublication
from servizi.statistics.editions import Edition, EditionRefused, prepare
from servizi.statistics.schema import VOLUMES

from .sheets import network
from .test_editions import added, changed

FIRST = date(2030, 3, 1), date(2030, 5, 31)
DESKS = network((60, 40))


def edition(first: date, last: date) -> Edition:
    return Edition(first, last, tuple(DESKS), frozenset())


def test_periods_that_touch_do_not_overlap_and_those_that_share_a_day_do() -> None:
    spring = edition(*FIRST)
    for first, last, overlaps in (
        (date(2030, 6, 1), date(2030, 8, 31), False),
        (date(2030, 5, 31), date(2030, 8, 31), True),
        (date(2030, 1, 1), date(2030, 2, 28), False),
        (date(2030, 1, 1), date(2030, 3, 1), True),
        (date(2030, 4, 1), date(2030, 4, 30), True),
        (date(2030, 1, 1), date(2030, 12, 31), True),
    ):
        other = edition(first, last)
        assert spring.overlaps(other) == other.overlaps(spring) == overlaps, (first, last)


def test_a_period_contains_itself_and_what_begins_and_ends_within_it() -> None:
    spring = edition(*FIRST)
    assert spring.contains(spring)
    assert spring.contains(edition(date(2030, 4, 1), FIRST[1]))
    assert not spring.contains(edition(date(2030, 4, 1), date(2030, 6, 1)))
    assert not spring.contains(edition(date(2030, 2, 28), FIRST[1]))


@pytest.mark.parametrize(
    ("first", "last", "accepted"),
    [
        (date(2030, 6, 1), date(2030, 8, 31), True),
        (date(2029, 12, 1), date(2030, 2, 28), True),
        (*FIRST, True),
        (date(2030, 5, 31), date(2030, 8, 31), False),
        (date(2030, 3, 1), date(2030, 4, 30), False),
        (date(2030, 4, 1), date(2030, 5, 31), False),
    ],
)
def test_only_a_period_apart_or_the_whole_of_a_published_one_is_accepted(
    first: date, last: date, accepted: bool
) -> None:
    published = prepare(*FIRST, DESKS, [])
    if accepted:
        assert prepare(first, last, DESKS, [published]).hidden == published.hidden
        return
    with pytest.raises(EditionRefused, match="contenga per intero"):
        prepare(first, last, DESKS, [published])


@pytest.mark.parametrize(
    ("by", "accepted"), [(1, False), (4, False), (5, True), (-4, False), (-5, True), (0, True)]
)
def test_a_correction_may_move_a_published_total_by_the_threshold_or_not_at_all(
    by: int, accepted: bool
) -> None:
    published = prepare(*FIRST, DESKS, [])
    corrected = changed(DESKS, by, (VOLUMES, "accessi"))
    if accepted:
        assert prepare(*FIRST, corrected, [published]).desks == tuple(corrected)
        return
    with pytest.raises(EditionRefused, match="la differenza rivelerebbe poche"):
        prepare(*FIRST, corrected, [published])


def test_a_correction_is_compared_with_every_edition_before_it() -> None:
    first = prepare(*FIRST, DESKS, [])
    second = prepare(*FIRST, changed(DESKS, 20, (VOLUMES, "accessi")), [first])
    # Far enough from the second, and one away from the first.
    third = changed(DESKS, 1, (VOLUMES, "accessi"))
    assert prepare(*FIRST, DESKS, [first, second]).hidden == first.hidden
    with pytest.raises(EditionRefused):
        prepare(*FIRST, third, [first, second])


def test_a_desk_more_than_in_the_edition_before_is_no_correction() -> None:
    published = prepare(*FIRST, DESKS, [])
    with pytest.raises(EditionRefused, match="cambierebbero le celle nascoste"):
        prepare(*FIRST, network((60, 40, 30)), [published])


def test_a_longer_period_is_judged_by_what_its_parts_leave() -> None:
    spring, rest = network((50, 30), 3), network((45, 33), 4)
    published = prepare(*FIRST, spring, [])
    year = prepare(date(2030, 1, 1), date(2030, 12, 31), added(spring, rest), [published])
    alone = prepare(date(2030, 6, 1), date(2030, 12, 31), rest, [])
    assert year.hidden == published.hidden | alone.hidden


def test_a_part_within_a_part_is_told_by_the_larger_one() -> None:
    month, spring, rest = network((50, 30), 3), network((55, 38), 5), network((45, 33), 4)
    whole = added(month, spring)
    first = prepare(date(2030, 3, 1), date(2030, 3, 31), month, [])
    second = prepare(*FIRST, whole, [first])
    year = prepare(date(2030, 1, 1), date(2030, 12, 31), added(whole, rest), [first, second])
    alone = prepare(date(2030, 6, 1), date(2030, 12, 31), rest, [])
    assert year.hidden == second.hidden | alone.hidden


@pytest.mark.parametrize(
    ("first", "last", "title", "english"),
    [
        (date(2020, 1, 1), date(2020, 12, 31), "Anno 2020", "Year 2020"),
        (date(2020, 1, 1), date(2021, 12, 31), "Dal 1º gennaio 2020 al 31 dicembre 2021", "From 1 January 2020 to 31 December 2021"),
        (date(2020, 1, 2), date(2020, 12, 31), "Dal 2 gennaio 2020 al 31 dicembre 2020", "From 2 January 2020 to 31 December 2020"),
        (date(2020, 1, 1), date(2020, 12, 30), "Dal 1º gennaio 2020 al 30 dicembre 2020", "From 1 January 2020 to 30 December 2020"),
    ],
)  # fmt: skip
def test_a_whole_year_is_named_as_one_and_other_periods_by_their_days(
    first: date, last: date, title: str, english: str
) -> None:
    row = FigurePublication(first=first, last=last)
    assert row.title == title
    assert str(row) == row.title
    with override("en"):
        assert row.title == english


def published(first: date, last: date) -> FigurePublication:
    row: FigurePublication = FigurePublication.objects.create(first=first, last=last)
    return row


def test_of_each_period_the_last_edition_is_shown_the_newest_period_first(db: None) -> None:
    year, half = (date(2020, 1, 1), date(2020, 12, 31)), (date(2020, 7, 1), date(2020, 12, 31))
    old, first, second, later = (
        published(*period) for period in ((date(2019, 1, 1), date(2019, 12, 31)), year, half, year)
    )
    assert FigurePublication.objects.latest_editions() == [second, later, old]
    assert first not in FigurePublication.objects.latest_editions()
    assert FigurePublication.objects.latest_edition("2020-01-01_2020-12-31") == later


@pytest.mark.parametrize(
    "slug",
    [
        "",
        "2020",
        "2020-01-01",
        "2020-01-01_2020-12-31_x",
        "2020-01-01_2020-13-31",
        "a_b",
        "2021-01-01_2021-12-31",
    ],
)
def test_an_address_that_names_no_published_period_finds_nothing(db: None, slug: str) -> None:
    row = published(date(2020, 1, 1), date(2020, 12, 31))
    assert FigurePublication.objects.latest_edition(row.slug) == row
    assert FigurePublication.objects.latest_edition(slug) is None


@pytest.mark.parametrize(("days", "too_soon"), [(29, True), (30, False), (31, False)])
def test_thirty_days_after_its_end_a_period_may_be_published(db: None, days: int, too_soon: bool) -> None:
    last = date(2026, 6, 30)
    moment = f"{last + timedelta(days=days)} 00:30+02:00"
    row = FigurePublication(first=date(2026, 1, 1), last=last)
    with time_machine.travel(moment, tick=False), pytest.raises(ValidationError) as raised:
        row.clean()
    told = " ".join(raised.value.messages)
    assert ("almeno 30 giorni" in told) == too_soon
    assert ("Nessuna scheda in questo periodo" in told) != too_soon
