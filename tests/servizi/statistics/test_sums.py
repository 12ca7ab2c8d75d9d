"""Sheets that do not add up are told so, at the field and in words that help."""

import pytest

from servizi.statistics.counts import check_sums, total
from servizi.statistics.schema import BLOCKS, INDICATOR_BY_CODE, NOT_RECORDED, VOLUMES, fields

from .sheets import network

SHEET = network([40], seed=5)[0].counts


def test_a_sheet_that_adds_up_has_nothing_to_report() -> None:
    assert check_sums(SHEET) == []


def test_a_missing_answer_is_told_with_both_numbers() -> None:
    (error,) = check_sums({**SHEET, ("eta", "30_39"): SHEET["eta", "30_39"] + 2})
    assert (error.block, str(error.message)) == (
        "eta",
        "Qui la somma fa 42, ma «Prese in carico» è 40: correggi una voce o usa «Non rilevato».",
    )


def test_types_of_violence_may_exceed_the_women_but_no_single_type_may() -> None:
    known = 40 - SHEET["tipo", NOT_RECORDED]
    assert sum(SHEET["tipo", code] for code in BLOCKS[2].answers) > known
    (error,) = check_sums({**SHEET, ("tipo", "fisica"): known + 1})
    assert error.code == "fisica"
    assert f"Al massimo {known}" in str(error.message)


def test_every_woman_recorded_has_at_least_one_answer() -> None:
    empty = {key: 0 if key[0] == "tipo" else number for key, number in SHEET.items()}
    (error,) = check_sums(empty)
    assert "Le risposte sono 0, le donne 40" in str(error.message)


def test_more_unrecorded_than_women_is_told_once() -> None:
    (error,) = check_sums({**SHEET, ("tipo", NOT_RECORDED): 41})
    assert error.code == NOT_RECORDED


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.code)
def test_every_block_has_a_place_for_what_was_not_recorded_and_a_known_base(block: object) -> None:
    assert block.codes[-1] == NOT_RECORDED  # type: ignore[attr-defined]
    assert INDICATOR_BY_CODE[block.base].published  # type: ignore[attr-defined]


def test_months_add_up_field_by_field() -> None:
    assert total([SHEET, SHEET]) == {key: 2 * SHEET[key] for key in fields()}
    assert total([])[VOLUMES, "contatti"] == 0
