"""The hours that search engines repeat, read back by somebody who knows only what schema.org says of them."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servizi.hours import (
    Calendar,
    Closure,
    ExtraOpening,
    LocalHolidays,
    WeeklySlot,
    special_specification,
    weekly_specification,
)

TODAY = date(2026, 2, 2)
ROME = ZoneInfo("Europe/Rome")
NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
DAILY = tuple(WeeklySlot(time(9), time(12), weekday) for weekday in range(7))


def covers(row: dict[str, str], day: date) -> bool:
    return row.get("validFrom", "0000") <= day.isoformat() <= row.get("validThrough", "9999")


def as_a_machine_reads(
    every_week: list[dict[str, str]], some_days: list[dict[str, str]], day: date
) -> list[tuple[str, str]]:
    """Return the opening and closing times of a day: the special rows that cover it, or else the weekly ones."""
    special = [row for row in some_days if covers(row, day)]
    weekly = [
        row for row in every_week if row["dayOfWeek"].endswith(NAMES[day.weekday()]) and covers(row, day)
    ]
    rows = special or weekly
    return sorted((row["opens"], row["closes"]) for row in rows if row["opens"] != row["closes"])


def as_people_read(calendar: Calendar, day: date) -> list[tuple[str, str]]:
    told = []
    for opening in calendar.day(day).openings:
        opens, closes = (f"{each.astimezone(ROME):%H:%M}" for each in (opening.start, opening.end))
        told.append((opens, "23:59" if (opens, closes) == ("00:00", "00:00") else closes))
    return sorted(told)


dates = st.dates(TODAY - timedelta(days=5), TODAY + timedelta(days=60))
hours = st.sampled_from([(time(9), time(12)), (time(0), time(0)), (time(14), time(18)), (time(19), time(0))])
slots = st.lists(
    st.tuples(hours, st.integers(0, 6), st.none() | dates, st.none() | dates).map(
        lambda row: WeeklySlot(*row[0], *row[1:])
    ),
    max_size=5,
    unique_by=lambda slot: slot.weekday,
)
closures = st.lists(
    st.tuples(dates, st.integers(0, 10)).map(lambda row: Closure(row[0], row[0] + timedelta(days=row[1]))),
    max_size=2,
)
extras = st.lists(st.tuples(hours, dates).map(lambda row: ExtraOpening(*row[0], row[1])), max_size=2)


@settings(max_examples=60)
@given(slots, closures, extras)
def test_machines_and_people_read_the_same_hours_on_every_day(
    weekly: list[WeeklySlot], closed: list[Closure], extra: list[ExtraOpening]
) -> None:
    calendar = Calendar(tuple(weekly), tuple(closed), tuple(extra), LocalHolidays())
    every_week = weekly_specification(calendar, TODAY)
    some_days = special_specification(calendar, TODAY)
    for number in range(90):
        day = TODAY + timedelta(days=number)
        assert as_a_machine_reads(every_week, some_days, day) == as_people_read(calendar, day), day


@pytest.mark.parametrize(("days", "is_told"), [(0, True), (89, True), (90, False)])
def test_special_days_are_told_for_ninety_days(days: int, is_told: bool) -> None:
    day = TODAY + timedelta(days=days)
    desk = Calendar(DAILY, (Closure(day, day),))
    assert bool(special_specification(desk, TODAY)) == is_told


def test_two_openings_of_a_special_day_are_two_rows_of_that_day_alone() -> None:
    desk = Calendar(DAILY, extra_openings=(ExtraOpening(time(15), time(17, 30), TODAY),))
    assert special_specification(desk, TODAY) == [
        {
            "@type": "OpeningHoursSpecification",
            "validFrom": "2026-02-02",
            "validThrough": "2026-02-02",
            "opens": opens,
            "closes": closes,
        }
        for opens, closes in (("09:00", "12:00"), ("15:00", "17:30"))
    ]


def test_closed_days_that_an_opening_parts_are_two_ranges() -> None:
    desk = Calendar(
        DAILY,
        (Closure(date(2026, 2, 3), date(2026, 2, 9)),),
        (ExtraOpening(time(15), time(17), date(2026, 2, 6)),),
    )
    told = [
        (row["validFrom"], row["validThrough"], row["opens"]) for row in special_specification(desk, TODAY)
    ]
    assert told == [
        ("2026-02-03", "2026-02-05", "00:00"),
        ("2026-02-06", "2026-02-06", "15:00"),
        ("2026-02-07", "2026-02-09", "00:00"),
    ]


def test_a_range_of_closed_days_goes_on_through_the_days_on_which_nobody_would_come() -> None:
    mondays = Calendar((WeeklySlot(time(9), time(12), 0),), (Closure(date(2026, 2, 2), date(2026, 2, 16)),))
    told = [(row["validFrom"], row["validThrough"]) for row in special_specification(mondays, TODAY)]
    assert told == [("2026-02-02", "2026-02-02"), ("2026-02-09", "2026-02-09"), ("2026-02-16", "2026-02-16")]


def test_a_season_is_told_through_its_last_day_and_before_its_first() -> None:
    summer = WeeklySlot(time(9), time(12), 0, date(2026, 7, 1), date(2026, 8, 31))
    for today, is_told in ((date(2026, 1, 1), True), (date(2026, 8, 31), True), (date(2026, 9, 1), False)):
        assert bool(weekly_specification(Calendar((summer,)), today)) == is_told


def test_an_opening_until_midnight_closes_at_midnight() -> None:
    (row,) = weekly_specification(Calendar((WeeklySlot(time(18, 5), time(0), 4),)), TODAY)
    assert (row["dayOfWeek"], row["opens"], row["closes"]) == ("https://schema.org/Friday", "18:05", "00:00")
    assert "validFrom" not in row
    assert "validThrough" not in row


def test_the_hours_of_the_day_on_which_clocks_change_are_those_of_the_door() -> None:
    night = tuple(WeeklySlot(time(22), time(6), weekday) for weekday in range(7))
    extra = ExtraOpening(time(12), time(14), date(2026, 3, 28))
    rows = special_specification(Calendar(night, extra_openings=(extra,)), TODAY)
    assert [(row["opens"], row["closes"]) for row in rows] == [("12:00", "14:00"), ("22:00", "06:00")]
    assert datetime(2026, 3, 29, 6, tzinfo=ROME).utcoffset() == timedelta(hours=2)
