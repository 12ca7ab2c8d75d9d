"""What a reader of the published tables can and cannot work out."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from servizi.statistics.cell_suppression import hidden_cells, true_figures
from servizi.statistics.counts import DeskFigures, check_sums
from servizi.statistics.network_flow import CellKey
from servizi.statistics.schema import FAMILIARE, VOLUMES
from servizi.statistics.tables import NETWORK

from .attacker import informed
from .sheets import network, one_block


def published(desks: list[DeskFigures], threshold: int = 5) -> dict[CellKey, int | None]:
    hidden = hidden_cells(desks, threshold)
    return {key: None if key in hidden else value for key, value in true_figures(desks).items()}


def assert_safe(desks: list[DeskFigures], threshold: int = 5) -> None:
    figures, true = published(desks, threshold), true_figures(desks)
    attacker = informed("anno", desks, figures, true)
    for key in (key for key, value in figures.items() if value is None):
        low, high = attacker.interval("anno", key)
        assert high - low >= threshold - 1, (key, true[key], low, high)
        if 0 < true[key] < threshold:
            assert high >= threshold, (key, true[key], low, high)
            assert low <= 1 or key.desk == NETWORK or key.code == FAMILIARE, (key, true[key], low, high)


def test_a_desk_with_large_numbers_is_published_whole() -> None:
    desks = one_block("figli_minori", a={"si": 20, "no": 30}, b={"si": 15, "no": 25})
    assert [key for key in hidden_cells(desks) if key.block == "figli_minori"] == []


def test_two_women_are_hidden_together_with_enough_others_that_no_sum_gives_them_back() -> None:
    desks = one_block(
        "cittadinanza",
        a={"italiana": 20, "ue": 2, "extra_ue": 10},
        b={"italiana": 40, "ue": 9, "extra_ue": 24},
    )
    hidden = {key for key in hidden_cells(desks) if key.block == "cittadinanza"}
    assert CellKey("cittadinanza", "ue", "a") in hidden
    assert len({key.code for key in hidden if key.desk == "a"}) > 1
    assert_safe(desks)


def test_hiding_small_numbers_alone_would_not_have_been_enough() -> None:
    desks = one_block(
        "cittadinanza",
        a={"italiana": 20, "ue": 2, "extra_ue": 10},
        b={"italiana": 40, "ue": 9, "extra_ue": 24},
    )
    true = true_figures(desks)
    naive = {key: None if 0 < value < 5 else value for key, value in true.items()}
    key = CellKey("cittadinanza", "ue", "a")
    assert naive[key] is None
    assert informed("anno", desks, naive, true).interval("anno", key) == (2, 2)


def test_where_all_women_gave_the_same_answer_neither_it_nor_the_zeros_are_shown() -> None:
    desks = one_block("disabilita", a={"si": 0, "no": 20}, b={"si": 10, "no": 30}, c={"si": 10, "no": 12})
    hidden = hidden_cells(desks)
    assert {CellKey("disabilita", "si", "a"), CellKey("disabilita", "no", "a")} <= hidden
    assert_safe(desks)


def test_a_true_zero_is_shown_where_it_says_nothing_of_the_others() -> None:
    desks = one_block("figli_minori", a={"si": 20, "no": 30}, b={"si": 15, "no": 25})
    assert CellKey("eta", "70_piu", "a") not in hidden_cells(desks)


def test_an_answer_given_by_all_but_a_few_is_hidden_like_one_given_by_a_few() -> None:
    a, b, c = ({"psicologica": n, "fisica": 8, "minacce": 7} for n in (19, 10, 9))
    desks = one_block("tipo", a=a, b=b, c=c)
    wide = [DeskFigures(d.desk, 12, {**d.counts, **_women(20)}) for d in desks]
    assert all(not check_sums(d.counts) for d in wide)
    assert CellKey("tipo", "psicologica", "a") in hidden_cells(wide)
    assert_safe(wide)


def _women(number: int) -> dict[tuple[str, str], int]:
    blocks = (
        "maltrattante",
        "denuncia",
        "eta",
        "cittadinanza",
        "figli_minori",
        "disabilita",
        "emergenza",
        "servizi",
        "provenienza",
    )
    return {(VOLUMES, "prese_in_carico"): number} | {(block, "non_rilevato"): number for block in blocks}


def test_a_desk_with_very_few_women_disappears_with_another_into_the_total() -> None:
    desks = network((40, 30, 3))
    hidden = hidden_cells(desks)
    totals = {key.desk for key in hidden if key[:2] == (VOLUMES, "prese_in_carico")}
    assert "sportello-2" in totals
    assert len(totals) == 2
    assert NETWORK not in totals
    assert all(CellKey("eta", "30_39", name) in hidden for name in totals)


def test_a_network_with_very_few_women_publishes_no_breakdown() -> None:
    hidden = hidden_cells(network((2, 1)))
    assert all(key in hidden for key in true_figures(network((2, 1))) if key.block == "maltrattante")


def test_the_same_figures_always_hide_the_same_cells() -> None:
    assert hidden_cells(network((73, 32, 9))) == hidden_cells(network((73, 32, 9)))


@pytest.mark.parametrize("threshold", [2, 1, 0, -5])
def test_a_threshold_below_the_legal_floor_is_refused(threshold: int) -> None:
    with pytest.raises(ValueError, match="never be below 3"):
        hidden_cells(network((40, 30)), threshold)


@pytest.mark.parametrize("names", [("a", "a"), ("a", NETWORK)])
def test_a_desk_cannot_pass_for_another_or_for_the_total(names: tuple[str, str]) -> None:
    desks = [DeskFigures(name, 12, d.counts) for name, d in zip(names, network((40, 30)), strict=True)]
    with pytest.raises(ValueError, match="one name of its own"):
        hidden_cells(desks)


def test_a_category_shown_for_the_whole_network_only_has_no_figure_by_desk() -> None:
    assert {key.desk for key in true_figures(network((40, 30))) if key.block == "provenienza"} == {NETWORK}


@pytest.mark.parametrize("sizes", [(73, 32), (60, 25, 14), (40, 22, 9, 3)])
@pytest.mark.parametrize("threshold", [3, 5])
def test_a_solver_with_every_published_figure_finds_no_hidden_one(
    sizes: tuple[int, ...], threshold: int
) -> None:
    assert_safe(network(sizes), threshold)


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(
    sizes=st.lists(st.integers(0, 60), min_size=1, max_size=4),
    seed=st.integers(0, 10_000),
    evenness=st.sampled_from([0.1, 0.3, 1.0]),
    threshold=st.sampled_from([3, 5, 8]),
)
def test_no_year_of_any_network_gives_a_hidden_figure_to_a_solver(
    sizes: list[int], seed: int, evenness: float, threshold: int
) -> None:
    assert_safe(network(sizes, seed, evenness), threshold)


def test_nothing_below_the_threshold_is_ever_published() -> None:
    for seed in range(30):
        desks = network((50, 20, 12, 4), seed)
        assert all(value is None or value == 0 or value >= 5 for value in published(desks).values())
