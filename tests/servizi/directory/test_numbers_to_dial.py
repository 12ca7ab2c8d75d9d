"""Telephone numbers as people write them: which can be dialled, and what a tap or a machine makes of them."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from servizi.directory import telephones


def refused(number: str) -> str:
    """Return why a number is refused; empty where it is not."""
    try:
        telephones.valid_number(number)
    except ValidationError as error:
        return str(error.messages[0])
    return ""


@pytest.mark.parametrize(
    "number",
    [
        "02 0000 0001", "02/0000-0001", "02.00000001", "0331 000000", "06 1", "+39 02 0000 0001", "0039 02 00000001",
        "333 0000000", "+39 333 0000000", "+39 333 000000", "800 000 000", "803 000 000", "840 000 000", "199 000 000",
        "892 000", "55 1234567", "112", "1522", "116 117", "+44 20 0000 0000", "0044 20 0000 0000", "+41 91 000 00 00",
    ],
)  # fmt: skip
def test_a_number_that_can_be_dialled_is_taken(number: str) -> None:
    assert refused(number) == ""


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("", "solo cifre e spazi"),
        ("1", "solo cifre e spazi"),
        ("chiamare Anna", "solo cifre e spazi"),
        ("02 0000 0001 int. 3", "solo cifre e spazi"),
        ("(02) 00000001", "solo cifre e spazi"),
        ("02+00000001", "solo cifre e spazi"),
        (" 02 00000001", "solo cifre e spazi"),
        ("02 00000001\n", "solo cifre e spazi"),
        ("2 00000001", "Scrivi per esempio «0200000001»"),
        ("+39 2 00000001", "Scrivi per esempio «0200000001»"),
        ("4 0000000", "Manca lo zero davanti"),
        ("7654321", "Manca lo zero davanti"),
        ("99 00000", "Manca lo zero davanti"),
        ("804 000 000", "Manca lo zero davanti"),
        ("333 000000", "se è un cellulare scrivilo con «+39»"),
        ("333 00000000", "se è un cellulare scrivilo con «+39»"),
        ("02 0000 0001 / 02 0000", "due numeri"),
        ("012345678901", "due numeri"),
        ("+44 0000 0000 0000 0000", "due numeri"),
    ],
)
def test_a_number_that_reaches_nobody_is_refused_and_says_why(number: str, words: str) -> None:
    assert words in refused(number)


@pytest.mark.parametrize(("digits", "fits"), [(11, True), (12, False)])
def test_an_italian_number_has_at_most_eleven_digits(digits: int, fits: bool) -> None:
    number = "02".ljust(digits, "1")
    assert (refused(number) == "") == fits
    assert (refused(f"+39{number}") == "") == fits


@pytest.mark.parametrize(("digits", "fits"), [(15, True), (16, False)])
def test_a_foreign_number_has_at_most_fifteen_digits(digits: int, fits: bool) -> None:
    assert (refused("+" + "4" * digits) == "") == fits


@pytest.mark.parametrize(
    ("number", "uri", "international"),
    [
        ("02 0000-0001", "tel:0200000001", "+390200000001"),
        ("333.0000000", "tel:3330000000", "+393330000000"),
        ("+39 02 0000 0001", "tel:+390200000001", "+390200000001"),
        ("0044 20 0000 0000", "tel:00442000000000", "+442000000000"),
        ("+44 20 0000 0000", "tel:+442000000000", "+442000000000"),
        ("000 0000101", "tel:0000000101", "+390000000101"),
        ("1522", "tel:1522", "1522"),
        ("116 117", "tel:116117", "116117"),
        ("1161170", "tel:1161170", "+391161170"),
    ],
)
def test_taps_dial_what_is_written_and_machines_read_it_with_its_country(
    number: str, uri: str, international: str
) -> None:
    assert telephones.uri(number) == uri
    assert telephones.international(number) == international


@given(st.text(alphabet="0123456789 ./-+", min_size=1, max_size=24))
def test_an_accepted_number_is_dialled_digit_by_digit(number: str) -> None:
    if refused(number):
        return
    dialled = telephones.uri(number).removeprefix("tel:")
    assert dialled.replace("+", "") == "".join(sign for sign in number if sign.isdigit())
    assert dialled.count("+") == number.count("+") <= 1
    assert telephones.international(number).lstrip("+").isdigit()
