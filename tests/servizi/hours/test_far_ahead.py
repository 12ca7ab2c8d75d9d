"""How far ahead a desk is asked about, and what is said where nothing is known within a year."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from servizi.hours import HORIZON, ROME, Calendar, Closure, ExtraOpening, LocalHolidays, WeeklySlot
from servizi.time_words import state_words

NOW = datetime(2026, 2, 2, 10, 0, tzinfo=ROME)
"""A Monday; the year has 365 days, and the one before the horizon ends has them too."""
TODAY = NOW.date()
EVERY_DAY = tuple(WeeklySlot(time(9), time(12), weekday) for weekday in range(7))
ALWAYS = tuple(WeeklySlot(time(0), time(0), weekday) for weekday in range(7))
NEVER = (WeeklySlot(time(9), time(12), 0, None, date(2026, 2, 1)),)


def rome(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ROME)


@pytest.mark.parametrize(
    ("days", "known"), [(1, True), (365, True), (366, True), (367, False), (400, False), (3000, False)]
)
def test_an_opening_beyond_a_year_is_no_news(days: int, known: bool) -> None:
    day = TODAY + timedelta(days=days)
    desk = Calendar(NEVER, extra_openings=(ExtraOpening(time(9), time(12), day),))
    state = desk.state(NOW)
    assert not state.is_open
    assert (state.opens_at is not None) == known
    assert (desk.next_opening(NOW) is not None) == known
    if known:
        assert state.opens_at == datetime.combine(day, time(9), ROME)
        assert "Apre" in state_words(state)
    else:
        assert state_words(state) == "Chiuso. Non c’è ancora una prossima apertura."


def test_a_closure_of_two_years_leaves_nothing_to_say_until_its_end_comes_near() -> None:
    desk = Calendar(EVERY_DAY, (Closure(date(2026, 1, 1), date(2027, 12, 31), "Restauro"),))
    state = desk.state(NOW)
    assert (state.is_open, state.opens_at, state.reason) == (False, None, "Restauro")
    later = desk.state(rome("2027-01-15 10:00"))
    assert later.opens_at == rome("2028-01-01 09:00")


def test_a_closure_across_the_turn_of_the_year_holds_on_both_its_sides() -> None:
    desk = Calendar(EVERY_DAY, (Closure(date(2026, 12, 23), date(2027, 1, 7), "Feste"),))
    for moment, is_open in (
        ("2026-12-22 10:00", True),
        ("2026-12-23 10:00", False),
        ("2026-12-31 10:00", False),
        ("2027-01-01 10:00", False),
        ("2027-01-07 10:00", False),
        ("2027-01-08 10:00", True),
    ):
        state = desk.state(rome(moment))
        assert state.is_open == is_open, moment
        assert state.reason == ("" if is_open else "Feste"), moment
    assert desk.state(rome("2026-12-23 10:00")).opens_at == rome("2027-01-08 09:00")


def test_a_timetable_that_will_begin_is_announced_from_a_year_before() -> None:
    autumn = Calendar((WeeklySlot(time(14), time(18), 3, date(2026, 9, 1)),))
    assert autumn.state(NOW).opens_at == rome("2026-09-03 14:00")
    assert Calendar((WeeklySlot(time(14), time(18), 3, date(2027, 2, 4)),)).state(NOW).opens_at is None


def test_a_desk_that_never_closes_names_no_closing_and_one_that_will_names_it() -> None:
    assert Calendar(ALWAYS).state(NOW).until is None
    ends = Calendar(ALWAYS, (Closure(date(2026, 8, 1), date(2026, 8, 31)),)).state(NOW)
    assert ends.until == rome("2026-08-01 00:00")
    assert state_words(ends) == "Aperto ora, fino a sabato 1º agosto alle 0.00"


def test_a_closing_at_the_very_end_of_the_horizon_is_still_told() -> None:
    moment = rome("2026-02-02 00:00")
    for days, told in ((366, True), (367, False)):
        first = moment.date() + timedelta(days=days)
        desk = Calendar(ALWAYS, (Closure(first, first),))
        assert (desk.state(moment).until is not None) == told
    assert timedelta(days=366) == HORIZON


def test_a_desk_that_never_closes_keeps_christmas_unless_it_says_that_it_works() -> None:
    moment = rome("2026-12-24 10:00")
    keeps = Calendar(ALWAYS, holiday=LocalHolidays())
    works = Calendar(ALWAYS, holiday=LocalHolidays(), open_on_holidays=True)
    assert keeps.state(moment).until == rome("2026-12-25 00:00")
    assert keeps.state(rome("2026-12-25 10:00")).opens_at == rome("2026-12-27 00:00")
    assert works.state(moment).until is None


def test_the_next_opening_is_never_the_one_that_runs() -> None:
    desk = Calendar(EVERY_DAY)
    for moment in ("2026-02-02 09:00", "2026-02-02 10:00", "2026-02-02 12:00"):
        found = desk.next_opening(rome(moment))
        assert found
        assert found.start == rome("2026-02-03 09:00")
    found = desk.next_opening(rome("2026-02-02 08:59"))
    assert found
    assert (found.start, found.duration) == (rome("2026-02-02 09:00"), timedelta(hours=3))


def test_openings_that_touch_at_midnight_are_one_and_so_are_those_that_touch_by_day() -> None:
    desk = Calendar(
        (WeeklySlot(time(20), time(0), 0), WeeklySlot(time(0), time(8), 1), WeeklySlot(time(8), time(9), 1))
    )
    state = desk.state(rome("2026-02-02 21:00"))
    assert state.until == rome("2026-02-03 09:00")
    monday, tuesday = desk.week(TODAY, 2)
    assert [opening.duration for opening in monday.openings] == [timedelta(hours=4)]
    assert [opening.duration for opening in tuesday.openings] == [timedelta(hours=9)]


def test_a_gap_of_a_minute_is_a_closing() -> None:
    desk = Calendar((WeeklySlot(time(9), time(12), 0), WeeklySlot(time(12, 1), time(15), 0)))
    assert desk.state(rome("2026-02-02 11:59")).until == rome("2026-02-02 12:00")
    assert not desk.is_open(rome("2026-02-02 12:00"))
    assert desk.is_open(rome("2026-02-02 12:01"))


def test_an_extra_opening_within_the_weekly_hours_changes_nothing_and_is_no_special_day() -> None:
    desk = Calendar(EVERY_DAY, extra_openings=(ExtraOpening(time(10), time(11), TODAY),))
    assert desk.special_days(TODAY, 1) == []
    longer = Calendar(EVERY_DAY, extra_openings=(ExtraOpening(time(10), time(13), TODAY),))
    (day,) = longer.special_days(TODAY, 1)
    assert [(each.start, each.end) for each in day.openings] == [
        (rome("2026-02-02 09:00").astimezone(UTC), rome("2026-02-02 13:00").astimezone(UTC))
    ]


def test_a_holiday_on_a_day_without_hours_is_no_special_day() -> None:
    weekdays = tuple(WeeklySlot(time(9), time(12), weekday) for weekday in range(5))
    desk = Calendar(weekdays, holiday=LocalHolidays())
    # In 2026 the 25th of April is a Saturday, the 1st of May a Friday.
    told = [(day.date, day.reason) for day in desk.special_days(date(2026, 4, 20), 14)]
    assert told == [(date(2026, 5, 1), "Festa del Lavoro")]


def test_a_holiday_is_no_reason_on_a_day_on_which_the_desk_never_opens() -> None:
    mondays = Calendar((WeeklySlot(time(9), time(12), 0),), holiday=LocalHolidays())
    # The 8th of December 2026 is a Tuesday, the 6th of April the Monday after Easter.
    assert state_words(mondays.state(rome("2026-12-08 10:00"))) == "Chiuso ora. Apre lunedì alle 9.00"
    assert mondays.state(rome("2026-12-08 10:00")).reason == ""
    assert mondays.state(rome("2026-04-06 10:00")).reason == "Lunedì dell’Angelo"


def test_why_a_desk_is_closed_is_said_by_the_closure_before_the_holiday() -> None:
    christmas = date(2026, 12, 25)
    for reason, told in (("Trasloco", "Trasloco"), ("", "")):
        desk = Calendar(EVERY_DAY, (Closure(christmas, christmas, reason),), holiday=LocalHolidays())
        assert desk.day(christmas).reason == told
    assert Calendar(EVERY_DAY, holiday=LocalHolidays()).day(christmas).reason == "Natale"
