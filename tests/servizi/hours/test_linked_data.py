"""What search engines read about the hours of a desk."""

from datetime import date, time

from servizi.hours import (
    Calendar,
    Closure,
    ExtraOpening,
    LocalHolidays,
    WeeklySlot,
    special_specification,
    weekly_specification,
)

TODAY = date(2026, 7, 20)
DAILY = tuple(WeeklySlot(time(9, 30), time(12, 30), weekday) for weekday in range(7))


def test_a_slot_of_a_season_tells_its_dates() -> None:
    slot = WeeklySlot(time(8, 5), time(9), 6, date(2026, 7, 1), date(2026, 8, 31))
    assert weekly_specification(Calendar((slot,)), TODAY) == [
        {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": "https://schema.org/Sunday",
            "opens": "08:05",
            "closes": "09:00",
            "validFrom": "2026-07-01",
            "validThrough": "2026-08-31",
        }
    ]


def test_a_season_that_is_over_is_not_told() -> None:
    slot = WeeklySlot(time(8), time(9), 6, None, date(2026, 7, 19))
    assert weekly_specification(Calendar((slot,)), TODAY) == []


def test_a_whole_day_is_not_told_as_a_closed_one() -> None:
    (specification,) = weekly_specification(Calendar((WeeklySlot(time(0), time(0), 0),)), TODAY)
    assert (specification["opens"], specification["closes"]) == ("00:00", "23:59")


def test_days_closed_one_after_the_other_are_told_as_one_range() -> None:
    desk = Calendar(DAILY, (Closure(date(2026, 8, 3), date(2026, 8, 28)),), holiday=LocalHolidays())
    ranges = [
        (item["validFrom"], item["validThrough"], item["closes"])
        for item in special_specification(desk, TODAY)
    ]
    assert ranges == [("2026-08-03", "2026-08-28", "00:00"), ("2026-10-04", "2026-10-04", "00:00")]


def test_a_day_with_an_extra_opening_tells_all_its_hours_since_they_replace_the_weekly_ones() -> None:
    desk = Calendar(DAILY, extra_openings=(ExtraOpening(time(15), time(0), date(2026, 7, 25)),))
    hours = [
        (item["validFrom"], item["opens"], item["closes"]) for item in special_specification(desk, TODAY)
    ]
    assert hours == [("2026-07-25", "09:30", "12:30"), ("2026-07-25", "15:00", "00:00")]
