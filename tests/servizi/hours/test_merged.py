"""Several desks read together: the two centres of the project, with complementary hours."""

from datetime import date, time, timedelta

from servizi.hours import (
    Calendar,
    Closure,
    ExtraOpening,
    LocalHolidays,
    WeeklySlot,
    covered_hours,
    merged_week,
)

HOLIDAYS = LocalHolidays()


def slots(*rows: tuple[int, int, int]) -> tuple[WeeklySlot, ...]:
    return tuple(WeeklySlot(time(opens), time(closes), weekday) for weekday, opens, closes in rows)


NORTH = Calendar(slots((0, 9, 13), (2, 14, 18), (4, 9, 11)), holiday=HOLIDAYS)
SOUTH = Calendar(slots((1, 14, 18), (3, 9, 13), (4, 11, 13)), holiday=HOLIDAYS)
MONDAY = date(2026, 11, 23)


def test_the_hours_of_complementary_desks_add_up() -> None:
    assert [desk.weekly_hours(MONDAY) for desk in (NORTH, SOUTH)] == [timedelta(hours=10)] * 2
    assert covered_hours([NORTH, SOUTH], MONDAY) == timedelta(hours=20)


def test_an_hour_covered_by_two_desks_counts_once() -> None:
    assert covered_hours([NORTH, NORTH, Calendar(slots((0, 12, 15)))], MONDAY) == timedelta(hours=12)


def test_a_night_from_sunday_to_monday_counts_once_where_it_meets_monday() -> None:
    desk = Calendar((WeeklySlot(time(22), time(2), 6), WeeklySlot(time(1), time(3), 0)))
    assert desk.weekly_hours(MONDAY) == timedelta(hours=5)


def test_weekly_hours_are_those_of_the_season() -> None:
    desk = Calendar((WeeklySlot(time(9), time(12), 0, date(2026, 7, 1), date(2026, 8, 31)),))
    assert desk.weekly_hours(date(2026, 8, 31)) == timedelta(hours=3)
    assert desk.weekly_hours(date(2026, 9, 1)) == timedelta()


def test_the_merged_week_says_today_and_the_next_seven_days_who_is_open() -> None:
    week = merged_week({"north": NORTH, "south": SOUTH}, MONDAY)
    assert [day.date.day for day in week] == [23, 24, 25, 26, 27, 28, 29, 30]
    assert [[presence.desk for presence in day.presences] for day in week] == [
        ["north"], ["south"], ["north"], ["south"], ["north", "south"], [], [], ["north"],
    ]  # fmt: skip


def test_the_merged_week_names_the_desks_that_a_holiday_or_a_closure_keeps_shut() -> None:
    closed = Calendar(
        SOUTH.slots, (Closure(date(2026, 12, 7), date(2026, 12, 11), "Trasloco"),), holiday=HOLIDAYS
    )
    week = merged_week({"north": NORTH, "south": closed}, date(2026, 12, 7))
    assert [(desk, day.reason) for desk, day in week[1].closed] == [("south", "Trasloco")]
    assert [(desk, day.reason) for desk, day in week[0].closed] == []


def test_a_day_on_which_a_desk_never_opens_is_not_told_as_a_closure() -> None:
    week = merged_week({"north": NORTH}, date(2026, 12, 25))
    assert [(desk, day.reason) for desk, day in week[0].closed] == [("north", "Natale")]
    assert week[1].closed == ()


def test_time_really_open_leaves_out_the_holidays() -> None:
    assert NORTH.open_time(MONDAY, 7) == timedelta(hours=10)
    assert NORTH.open_time(date(2026, 12, 21), 7) == timedelta(hours=8)


def test_special_days_are_those_that_differ_from_the_weekly_hours() -> None:
    extra = ExtraOpening(time(9), time(12), date(2026, 11, 25))
    desk = Calendar(NORTH.slots, extra_openings=(extra,), holiday=HOLIDAYS)
    assert [day.date for day in desk.special_days(MONDAY, 35)] == [date(2026, 11, 25), date(2026, 12, 25)]
