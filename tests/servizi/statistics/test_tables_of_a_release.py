"""What readers get of an edition: totals, means, shares and the word for what is hidden."""

from datetime import date
from decimal import Decimal

import pytest

from servizi.statistics.cell_suppression import true_figures
from servizi.statistics.counts import DeskFigures
from servizi.statistics.editions import Edition
from servizi.statistics.network_flow import CellKey
from servizi.statistics.release import SHARE_FROM, Line, Release, blocks_with_answers
from servizi.statistics.schema import BLOCKS, INDICATORS, NOT_RECORDED, VOLUMES, Block
from servizi.statistics.tables import NETWORK

from .sheets import network, one_block

PERIOD = date(2020, 1, 1), date(2020, 12, 31)
BLOCK = {block.code: block for block in BLOCKS}


def release(desks: list[DeskFigures], *hidden: tuple[str, str, str]) -> Release:
    edition = Edition(*PERIOD, tuple(desks), frozenset(CellKey(*key) for key in hidden))
    return Release(edition, {desk.desk: desk.desk.title() for desk in desks})


def lines(desks: list[DeskFigures], block: str, *hidden: tuple[str, str, str]) -> dict[str, Line]:
    return {line.code: line for line in release(desks, *hidden).lines(BLOCK[block])}


CHILDREN = one_block("figli_minori", nord={"si": 20, "no": 29}, sud={"si": 15, "no": 25})


def test_the_totals_name_each_desk_and_then_the_whole_network() -> None:
    nord, sud, whole = release(CHILDREN).totals()
    assert [(line.name, line.months, line.taken_in_charge) for line in (nord, sud, whole)] == [
        ("Nord", 12, 49),
        ("Sud", 12, 40),
        ("", 24, 89),
    ]


def test_the_totals_are_those_of_the_published_indicators_in_the_order_of_the_sheet() -> None:
    (desk,) = network([40], seed=2)
    first, whole = release([desk]).totals()
    published = [indicator.code for indicator in INDICATORS if indicator.published]
    assert published == ["contatti", "accessi", "nuove", "prese_in_carico", "conclusi"]
    assert first.totals == whole.totals == tuple(desk.counts[VOLUMES, code] for code in published)


def test_means_divide_by_the_declared_months_and_that_of_the_network_by_all_of_them() -> None:
    short = [DeskFigures("nord", 8, CHILDREN[0].counts), DeskFigures("sud", 2, CHILDREN[1].counts)]
    nord, sud, whole = release(short).totals()
    assert (nord.mean, sud.mean, whole.mean) == (Decimal(49) / 8, Decimal(20), Decimal("8.9"))


def test_a_hidden_total_has_no_mean_that_would_give_it_back() -> None:
    nord, sud, whole = release(CHILDREN, (VOLUMES, "prese_in_carico", "nord")).totals()
    assert (nord.taken_in_charge, nord.mean) == (None, None)
    assert None in nord.totals
    assert (sud.mean, whole.mean) == (Decimal(40) / 12, Decimal(89) / 24)
    *_desks, hidden = release(CHILDREN, (VOLUMES, "prese_in_carico", NETWORK)).totals()
    assert hidden.mean is None


def test_a_line_has_the_network_the_desks_in_order_and_a_share() -> None:
    assert lines(CHILDREN, "figli_minori")["si"] == Line(
        "si", BLOCK["figli_minori"].categories[0].label, (20, 15), 35, 39
    )


def test_what_was_not_recorded_comes_last_and_groups_after_it() -> None:
    codes = list(lines(network([60, 40]), "maltrattante"))
    groups = [group.code for group in BLOCK["maltrattante"].groups]
    assert codes[-len(groups) - 1 :] == [NOT_RECORDED, *groups]
    assert [line.is_group for line in lines(network([60, 40]), "maltrattante").values()].count(True) == len(
        groups
    )


@pytest.mark.parametrize(("women", "share"), [(SHARE_FROM - 1, None), (SHARE_FROM, 50), (SHARE_FROM + 1, 48)])
def test_of_fewer_than_twenty_women_no_share_is_told(women: int, share: int | None) -> None:
    desks = one_block("figli_minori", nord={"si": 10, "no": women - 10})
    assert lines(desks, "figli_minori")["si"].share == share


@pytest.mark.parametrize(("part", "whole", "share"), [(1, 200, 1), (1, 201, 0), (3, 200, 2), (200, 200, 100)])
def test_shares_are_rounded_half_up(part: int, whole: int, share: int) -> None:
    desks = one_block("figli_minori", nord={"si": part, "no": whole - part})
    assert lines(desks, "figli_minori")["si"].share == share


def test_a_hidden_figure_or_a_hidden_total_has_no_share() -> None:
    assert lines(CHILDREN, "figli_minori", ("figli_minori", "si", NETWORK))["si"].share is None
    hidden = lines(CHILDREN, "figli_minori", (VOLUMES, "prese_in_carico", NETWORK))
    assert {line.share for line in hidden.values()} == {None}
    assert lines(CHILDREN, "figli_minori")["no"].share == 61


def violence(missing: int) -> list[DeskFigures]:
    """Forty women of whom some answered nothing; each of the others named two kinds of violence."""
    (desk,) = one_block("eta", nord={"30_39": 40})
    known = 40 - missing
    answers = {("tipo", "fisica"): known, ("tipo", "minacce"): known, ("tipo", NOT_RECORDED): missing}
    return [DeskFigures("nord", 12, {**desk.counts, **answers})]


def test_where_a_woman_has_several_answers_the_share_is_of_those_who_gave_any() -> None:
    found = lines(violence(missing=10), "tipo")
    assert (found["fisica"].share, found["minacce"].share) == (100, 100)
    assert found[NOT_RECORDED].share is None
    # Of 19 who answered there is none, though 40 were taken in charge.
    assert lines(violence(missing=21), "tipo")["fisica"].share is None
    assert lines(violence(missing=20), "tipo")["fisica"].share == 100


def test_a_hidden_number_of_women_without_an_answer_hides_the_shares() -> None:
    found = lines(violence(missing=10), "tipo", ("tipo", NOT_RECORDED, NETWORK))
    assert found["fisica"].network == 30
    assert found["fisica"].share is None


def test_where_women_come_from_is_told_for_the_network_alone() -> None:
    found = lines(network([60, 40]), "provenienza")
    assert {line.desks for line in found.values()} == {()}
    assert sum(line.network or 0 for line in found.values()) == 100


def test_a_block_without_a_published_answer_is_not_shown() -> None:
    shown = [block.code for block in blocks_with_answers(release(CHILDREN))]
    assert shown == ["figli_minori"]
    hidden = [("figli_minori", code, NETWORK) for code in ("si", "no")]
    assert blocks_with_answers(release(CHILDREN, *hidden)) == []
    assert [block.code for block in blocks_with_answers(release(CHILDREN, hidden[0]))] == ["figli_minori"]


def test_what_is_only_not_recorded_is_no_answer() -> None:
    (desk,) = one_block("figli_minori", nord={"si": 0, "no": 0})
    counts = {**desk.counts, ("figli_minori", NOT_RECORDED): 30, (VOLUMES, "prese_in_carico"): 30}
    assert blocks_with_answers(release([DeskFigures("nord", 12, counts)])) == []


def test_a_release_says_whether_it_hides_something() -> None:
    assert not release(CHILDREN).hides_something
    assert release(CHILDREN, ("figli_minori", "si", "nord")).hides_something


def test_hidden_figures_are_none_and_the_others_the_true_ones() -> None:
    key = ("figli_minori", "si", "nord")
    figures = release(CHILDREN, key).figures
    true = true_figures(CHILDREN)
    assert list(figures) == list(true)
    assert {each for each, value in figures.items() if value != true[each]} == {CellKey(*key)}
    assert figures[CellKey(*key)] is None


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.code)
def test_the_columns_of_every_block_add_up_in_a_network_that_hides_nothing(block: Block) -> None:
    desks = network([60, 40, 25], seed=8)
    found = release(desks)
    for line in found.lines(block):
        if not block.network_only:
            assert sum(value or 0 for value in line.desks) == line.network
    if not block.multiple:
        answers = [line.network or 0 for line in found.lines(block) if not line.is_group]
        assert sum(answers) == found.figures[CellKey(VOLUMES, block.base, NETWORK)]
    for group in block.groups:
        by_code = {line.code: line.network or 0 for line in found.lines(block)}
        assert by_code[group.code] == sum(by_code[code] for code in group.members)
