"""Monthly means of the women taken in charge, as in the project report of 2015 ("media accessi mensile").

The report divides women taken in charge by declared months, though its label speaks of accesses.
"""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

REPORT_PLACES = 9
SCREEN_PLACES = 1


def monthly_mean(taken_in_charge: int, months: int) -> Decimal:
    """Women taken in charge per declared month of activity.

    Raises ValueError for a negative count or for less than one month.
    """
    if taken_in_charge < 0 or months < 1:
        raise ValueError("A mean needs a count of zero or more and at least one declared month.")
    return Decimal(taken_in_charge) / Decimal(months)


def network_mean(rows: Iterable[tuple[int, int]]) -> Decimal:
    """Mean per desk-month over several desks, given (taken in charge, months) of each.

    Sum over sum, never the mean of the means: a desk open for one month must not weigh as one open for a
    year.
    """
    pairs = list(rows)
    return monthly_mean(sum(taken for taken, _ in pairs), sum(months for _, months in pairs))


def format_mean(mean: Decimal, places: int = REPORT_PLACES) -> str:
    """Write a mean the Italian way: decimal comma, rounded half up to `places`, no trailing zeros."""
    rounded = mean.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    text = f"{rounded:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")
