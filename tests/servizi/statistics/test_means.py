"""Monthly means, to the digit of the report of 2015."""

from decimal import Decimal

import pytest

from servizi.statistics.monthly_means import SCREEN_PLACES, format_mean, monthly_mean, network_mean

CINISELLO, BRESSO = (32, 8), (73, 13)


@pytest.mark.parametrize(("row", "printed"), [(CINISELLO, "4"), (BRESSO, "5,615384615")])
def test_the_table_of_2015_comes_out_to_the_digit(row: tuple[int, int], printed: str) -> None:
    assert format_mean(monthly_mean(*row)) == printed


def test_the_network_is_all_women_over_all_months_and_not_the_mean_of_the_means() -> None:
    mean = network_mean([CINISELLO, BRESSO])
    assert mean == Decimal(5)
    assert format_mean(mean) == "5"
    assert mean != (monthly_mean(*CINISELLO) + monthly_mean(*BRESSO)) / 2


def test_on_screen_one_decimal_is_enough() -> None:
    assert format_mean(monthly_mean(*BRESSO), SCREEN_PLACES) == "5,6"


def test_no_women_make_a_mean_of_zero() -> None:
    assert format_mean(monthly_mean(0, 12)) == "0"


@pytest.mark.parametrize(("women", "months"), [(5, 0), (-1, 3), (5, -2)])
def test_a_mean_over_no_months_is_refused(women: int, months: int) -> None:
    with pytest.raises(ValueError, match="at least one declared month"):
        monthly_mean(women, months)
