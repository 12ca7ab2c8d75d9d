"""Which days are holidays in a Comune."""

from datetime import date, timedelta

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


@pytest.mark.parametrize(
    ("province", "town", "feast"),
    [
        ("PU", "Pesaro", (9, 24)),
        ("PU", "Urbino", (6, 1)),
        ("FC", "Forlì", (2, 4)),
        ("FC", "Cesena", (6, 24)),
        ("BT", "Trani", (5, 3)),
        ("BT", "Andria", (9, 19)),
        ("BT", "Barletta", (12, 30)),
    ],
)
def test_each_of_several_chief_towns_keeps_its_own_saint_and_no_neighbours(
    province: str, town: str, feast: tuple[int, int]
) -> None:
    here = LocalHolidays(capital_of=province, town=town)
    year = [date(2027, 1, 1) + timedelta(days=number) for number in range(365)]
    closed = [day for day in year if here(day) and day not in national(2027)]
    assert closed == [date(2027, *feast)]


def test_a_feast_of_which_nobody_knows_whose_it_is_closes_nothing() -> None:
    ragusa = LocalHolidays(capital_of="RG", town="Ragusa")
    assert ragusa(date(2027, 4, 23)) is None
    assert ragusa(date(2027, 12, 25))


@pytest.mark.parametrize("year", range(2024, 2036))
def test_the_day_of_national_unity_is_no_holiday(year: int) -> None:
    first_sunday = next(date(year, 11, day) for day in range(1, 8) if date(year, 11, day).weekday() == 6)
    for day in {first_sunday, date(year, 11, 4)} - {date(year, 11, 1)}:
        assert LocalHolidays(capital_of="MI", town="Milano")(day) is None
    assert national(year)[date(year, 11, 1)] == "Ognissanti"
