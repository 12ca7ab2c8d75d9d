"""Which days are holidays in a Comune."""

from datetime import date

import pytest

from servizi.hours import LocalHolidays, YearlyDay, capital_patron, national


def test_the_national_holidays_have_italian_names() -> None:
    assert national(2026)[date(2026, 4, 6)] == "Lunedì dell’Angelo"
    assert len(national(2026)) == 13


def test_the_fourth_of_october_is_a_national_holiday_from_2026() -> None:
    assert date(2025, 10, 4) not in national(2025)
    assert date(2026, 10, 4) in national(2026)


@pytest.mark.parametrize(
    ("province", "day"), [("MI", (12, 7)), ("RM", (6, 29)), ("TO", (6, 24)), ("NA", (9, 19))]
)
def test_a_chief_town_keeps_its_patron_without_anybody_writing_it(
    province: str, day: tuple[int, int]
) -> None:
    assert LocalHolidays(capital_of=province)(date(2026, *day))


def test_the_patron_of_the_chief_town_is_a_working_day_elsewhere_in_the_province() -> None:
    bollate = LocalHolidays(YearlyDay.parse("11-11", "San Martino"))
    assert bollate(date(2026, 12, 7)) is None
    assert bollate(date(2026, 11, 11)) == "San Martino"


def test_the_patron_written_by_an_editor_wins_over_the_one_of_the_library() -> None:
    holidays = LocalHolidays(YearlyDay.parse("05-04", "Santa patrona"), capital_of="MI")
    assert holidays(date(2026, 5, 4)) == "Santa patrona"
    assert holidays(date(2026, 12, 7)) is None


def test_a_day_added_by_hand_is_a_holiday_once() -> None:
    holidays = LocalHolidays(extra={date(2026, 6, 1): "Ponte"})
    assert holidays(date(2026, 6, 1)) == "Ponte"
    assert holidays(date(2027, 6, 1)) is None


def test_a_province_that_the_library_does_not_know_has_no_patron() -> None:
    assert capital_patron("XX", 2026) == {}


@pytest.mark.parametrize("text", ["", "11", "13-01", "02-30", "11 novembre", "2026-11-11"])
def test_a_day_that_no_year_has_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        YearlyDay.parse(text, "Santo")
