"""Publishing again, or a longer period: what the comparison of two tables gives away."""

from datetime import date

import pytest

from servizi.statistics.cell_suppression import true_figures
from servizi.statistics.counts import DeskFigures, total
from servizi.statistics.editions import Edition, EditionRefused, prepare
from servizi.statistics.tables import NETWORK

from .attacker import Attacker
from .sheets import network

HALF = date(2030, 1, 1), date(2030, 6, 30)
YEAR = date(2030, 1, 1), date(2030, 12, 31)
NEXT = date(2031, 1, 1), date(2031, 12, 31)


def added(*years: list[DeskFigures]) -> list[DeskFigures]:
    return [
        DeskFigures(parts[0].desk, sum(p.months for p in parts), total(p.counts for p in parts))
        for parts in zip(*years, strict=True)
    ]


def changed(desks: list[DeskFigures], by: int, *fields: tuple[str, str]) -> list[DeskFigures]:
    first, *others = desks
    counts = {**first.counts, **{key: first.counts[key] + by for key in fields}}
    return [DeskFigures(first.desk, first.months, counts), *others]


def shown(edition: Edition) -> dict:
    return {k: None if k in edition.hidden else v for k, v in true_figures(edition.desks).items()}


def test_two_years_one_after_the_other_do_not_constrain_each_other() -> None:
    desks = network((60, 40))
    first = prepare(*YEAR, desks, [])
    assert prepare(*NEXT, desks, [first]).hidden == first.hidden


def test_the_year_after_its_first_half_does_not_give_away_the_second_half() -> None:
    first, second = network((50, 30), 3), network((45, 33), 4)
    half = prepare(*HALF, first, [])
    year = prepare(*YEAR, added(first, second), [half])
    attacker = Attacker()
    names = [d.desk for d in first]
    keys = true_figures(first)
    for edition in ("half", "rest", "year"):
        attacker.learn_sheet(edition, names)
    attacker.learn_published("half", shown(half))
    attacker.learn_published("year", shown(year))
    attacker.learn_sum("year", ("half", "rest"), keys)
    rest = true_figures(second)
    for edition, figures, hidden in (
        ("half", true_figures(first), half.hidden),
        ("rest", rest, rest),
        ("year", {}, year.hidden),
    ):
        for key in hidden:
            low, high = attacker.interval(edition, key)
            if edition != "rest" or 0 < rest[key] < 5:
                assert high - low >= 4, (edition, key, figures.get(key), low, high)


def test_protecting_the_year_alone_would_give_away_the_second_half() -> None:
    first, second = network((50, 30), 3), network((45, 33), 4)
    half, alone = prepare(*HALF, first, []), prepare(*YEAR, added(first, second), [])
    small = {k for k, v in true_figures(second).items() if 0 < v < 5}
    assert small - half.hidden - alone.hidden
    assert not small - prepare(*YEAR, added(first, second), [half]).hidden


def test_a_correction_that_moves_one_woman_is_refused() -> None:
    desks = network((60, 40))
    published = prepare(*YEAR, desks, [])
    corrected = changed(desks, 1, ("volumi", "contatti"), ("canale", "non_rilevato"))
    with pytest.raises(EditionRefused):
        prepare(*YEAR, corrected, [published])


def test_a_correction_that_moves_many_is_accepted_with_the_same_cells_hidden() -> None:
    desks = network((60, 40))
    published = prepare(*YEAR, desks, [])
    corrected = changed(desks, 20, ("volumi", "accessi"))
    assert prepare(*YEAR, corrected, [published]).hidden == published.hidden


def test_the_same_figures_can_be_published_again() -> None:
    desks = network((60, 40, 7))
    published = prepare(*YEAR, desks, [])
    assert prepare(*YEAR, desks, [published, published]).hidden == published.hidden


@pytest.mark.parametrize(
    "period", [(date(2030, 4, 1), date(2031, 3, 31)), HALF], ids=["straddling", "inside a published one"]
)
def test_a_period_that_cuts_a_published_one_is_refused(period: tuple[date, date]) -> None:
    desks = network((60, 40))
    with pytest.raises(EditionRefused, match="si sovrappone"):
        prepare(*period, desks, [prepare(*YEAR, desks, [])])


def test_a_year_that_lost_a_desk_or_a_count_of_its_published_half_is_refused() -> None:
    first, second = network((50, 30), 3), network((45, 33), 4)
    half = prepare(*HALF, first, [])
    with pytest.raises(EditionRefused, match="Manca uno sportello"):
        prepare(*YEAR, added(first, second)[:1], [half])
    with pytest.raises(EditionRefused, match="contano meno"):
        prepare(*YEAR, changed(added(first, second), -200, ("volumi", "contatti")), [half])


def test_a_desk_opened_in_the_second_half_is_part_of_the_year() -> None:
    first, second = network((50, 30), 3), network((45, 33, 20), 4)
    half = prepare(*HALF, first, [])
    year = prepare(*YEAR, [*added(first, second[:2]), second[2]], [half])
    assert {k.desk for k in true_figures(year.desks)} == {
        "sportello-0",
        "sportello-1",
        "sportello-2",
        NETWORK,
    }
