"""The state of a desk at the moments at which calendars go wrong."""

from datetime import UTC, date, datetime, time

import pytest

from servizi.hours import ROME, Calendar, Closure, ExtraOpening, LocalHolidays, WeeklySlot, YearlyDay

EVERY_DAY = tuple(WeeklySlot(time(9, 30), time(12, 30), weekday) for weekday in range(7))
SAN_MARTINO = LocalHolidays(YearlyDay.parse("11-11", "San Martino"))
DESK = Calendar(EVERY_DAY, holiday=SAN_MARTINO)
NIGHT = Calendar(tuple(WeeklySlot(time(22), time(6), weekday) for weekday in range(7)))
MONDAY_ONLY = Calendar((WeeklySlot(time(9, 30), time(12, 30), 0),))
ALWAYS = Calendar(tuple(WeeklySlot(time(0), time(0), weekday) for weekday in range(7)))


def rome(text: str, fold: int = 0) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ROME, fold=fold)


@pytest.mark.parametrize(
    ("calendar", "moment", "is_open", "change", "reason"),
    [
        (MONDAY_ONLY, "2026-11-23 09:29", False, "2026-11-23 09:30", ""),
        (MONDAY_ONLY, "2026-11-23 09:30", True, "2026-11-23 12:30", ""),
        (MONDAY_ONLY, "2026-11-23 12:29", True, "2026-11-23 12:30", ""),
        (MONDAY_ONLY, "2026-11-23 12:30", False, "2026-11-30 09:30", ""),
        (MONDAY_ONLY, "2026-12-31 23:59", False, "2027-01-04 09:30", ""),
        (DESK, "2026-04-25 10:00", False, "2026-04-26 09:30", "Anniversario della Liberazione"),
        (DESK, "2026-04-24 12:30", False, "2026-04-26 09:30", ""),
        (DESK, "2026-08-15 10:00", False, "2026-08-16 09:30", "Assunzione della Beata Vergine Maria"),
        (DESK, "2026-11-11 10:00", False, "2026-11-12 09:30", "San Martino"),
        (
            DESK,
            "2026-10-04 10:00",
            False,
            "2026-10-05 09:30",
            "Festa nazionale di San Francesco d’Assisi, patrono",
        ),
        (DESK, "2025-10-04 10:00", True, "2025-10-04 12:30", ""),
        (DESK, "2026-04-06 10:00", False, "2026-04-07 09:30", "Lunedì dell’Angelo"),
        (DESK, "2026-12-31 23:59", False, "2027-01-02 09:30", ""),
        (DESK, "2027-01-01 00:00", False, "2027-01-02 09:30", "Capodanno"),
        (NIGHT, "2026-12-31 23:59", True, "2027-01-01 06:00", ""),
        (NIGHT, "2027-01-01 05:59", True, "2027-01-01 06:00", ""),
        (NIGHT, "2027-01-01 06:00", False, "2027-01-01 22:00", ""),
        (NIGHT, "2026-03-29 01:59", True, "2026-03-29 06:00", ""),
        (NIGHT, "2026-03-29 03:00", True, "2026-03-29 06:00", ""),
        (NIGHT, "2026-10-25 05:59", True, "2026-10-25 06:00", ""),
        (NIGHT, "2027-03-28 05:59", True, "2027-03-28 06:00", ""),
        (NIGHT, "2027-10-31 06:00", False, "2027-10-31 22:00", ""),
        (DESK, "2026-03-29 09:29", False, "2026-03-29 09:30", ""),
        (DESK, "2026-03-29 09:30", True, "2026-03-29 12:30", ""),
        (DESK, "2026-10-25 12:29", True, "2026-10-25 12:30", ""),
        (DESK, "2027-03-28 12:30", False, "2027-03-30 09:30", "Pasqua"),
        (DESK, "2027-10-31 09:30", True, "2027-10-31 12:30", ""),
    ],
)
def test_the_state_is_right_at(
    calendar: Calendar, moment: str, is_open: bool, change: str, reason: str
) -> None:
    state = calendar.state(rome(moment))
    assert (state.is_open, state.next_change) == (is_open, rome(change).astimezone(UTC))
    assert bool(state.reason) == bool(reason)
    assert state.reason.startswith(reason)
    assert calendar.is_open(rome(moment)) == is_open


@pytest.mark.parametrize(
    ("day", "hours"), [("2026-03-28", 7), ("2026-10-24", 9), ("2027-03-27", 7), ("2027-10-30", 9)]
)
def test_a_night_across_a_clock_change_lasts_as_long_as_it_really_lasts(day: str, hours: int) -> None:
    assert NIGHT.open_time(date.fromisoformat(day), 1).total_seconds() == hours * 3600


@pytest.mark.parametrize("fold", [0, 1])
def test_the_hour_that_comes_twice_is_open_twice_within_a_longer_opening(fold: int) -> None:
    assert NIGHT.is_open(rome("2026-10-25 02:30", fold))


def test_an_opening_inside_the_hour_that_comes_twice_happens_once() -> None:
    desk = Calendar(extra_openings=(ExtraOpening(time(2), time(2, 30), date(2026, 10, 25)),))
    assert desk.is_open(rome("2026-10-25 02:15", fold=0))
    assert not desk.is_open(rome("2026-10-25 02:15", fold=1))


def test_an_opening_inside_the_hour_that_does_not_come_does_not_happen() -> None:
    desk = Calendar(extra_openings=(ExtraOpening(time(2), time(3), date(2026, 3, 29)),))
    assert desk.day(date(2026, 3, 29)).openings == ()
    assert desk.next_opening(rome("2026-03-28 12:00")) is None


def test_an_opening_that_begins_in_the_missing_hour_begins_when_the_clocks_jump() -> None:
    desk = Calendar(extra_openings=(ExtraOpening(time(2, 30), time(4), date(2026, 3, 29)),))
    assert not desk.is_open(rome("2026-03-29 01:59"))
    assert desk.is_open(rome("2026-03-29 03:00"))


def test_a_desk_that_never_closes_is_open_with_no_closing_time() -> None:
    state = ALWAYS.state(rome("2026-12-31 23:59"))
    assert state.is_open
    assert state.until is None


def test_a_desk_without_hours_is_closed_with_no_opening_known() -> None:
    state = Calendar().state(rome("2026-11-23 10:00"))
    assert not state.is_open
    assert state.opens_at is None


def test_a_closure_lasts_through_its_last_day() -> None:
    desk = Calendar(EVERY_DAY, (Closure(date(2026, 8, 3), date(2026, 8, 28), "Chiusura estiva"),))
    state = desk.state(rome("2026-08-28 10:00"))
    assert (state.is_open, state.reason) == (False, "Chiusura estiva")
    assert state.opens_at == rome("2026-08-29 09:30")


def test_a_night_that_began_before_a_closure_is_worked_to_its_end() -> None:
    desk = Calendar(NIGHT.slots, (Closure(date(2026, 8, 3), date(2026, 8, 3)),))
    assert desk.is_open(rome("2026-08-03 05:59"))
    assert not desk.is_open(rome("2026-08-03 22:00"))
    assert not desk.is_open(rome("2026-08-04 05:59"))


@pytest.mark.parametrize("day", ["2026-12-08", "2026-08-10"])
def test_an_extra_opening_holds_on_a_holiday_and_in_a_closure(day: str) -> None:
    date_ = date.fromisoformat(day)
    closures = (Closure(date(2026, 8, 3), date(2026, 8, 28)),)
    desk = Calendar(EVERY_DAY, closures, (ExtraOpening(time(15), time(17), date_),), SAN_MARTINO)
    assert not desk.is_open(rome(f"{day} 10:00"))
    assert desk.is_open(rome(f"{day} 16:00"))


def test_a_desk_that_works_on_holidays_is_open_on_them() -> None:
    desk = Calendar(EVERY_DAY, holiday=SAN_MARTINO, open_on_holidays=True)
    assert desk.is_open(rome("2026-12-25 10:00"))


@pytest.mark.parametrize(
    ("day", "is_open"),
    [("2026-06-29", False), ("2026-07-06", True), ("2026-07-27", True), ("2026-08-03", False)],
)
def test_a_summer_timetable_holds_from_its_first_through_its_last_day(day: str, is_open: bool) -> None:
    desk = Calendar((WeeklySlot(time(8), time(9), 0, date(2026, 7, 6), date(2026, 7, 27)),))
    assert desk.is_open(rome(f"{day} 08:30")) == is_open


def test_the_same_moment_told_in_another_zone_has_the_same_answer() -> None:
    assert MONDAY_ONLY.is_open(datetime(2026, 11, 23, 8, 30, tzinfo=UTC))
    assert not MONDAY_ONLY.is_open(datetime(2026, 11, 23, 11, 30, tzinfo=UTC))


def test_a_moment_without_a_zone_is_refused() -> None:
    naive = datetime(2026, 11, 23, 10, 0)  # noqa: DTZ001
    for question in (DESK.is_open, DESK.state, DESK.next_opening):
        with pytest.raises(ValueError, match="aware"):
            question(naive)


def test_a_weekday_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="weekday"):
        WeeklySlot(time(9), time(10), 7)


def test_what_changes_only_after_a_year_is_not_foretold() -> None:
    """A desk closed for longer than the horizon promises no day, rather than one that nobody has planned."""
    year_off = Calendar(EVERY_DAY, (Closure(date(2026, 1, 1), date(2027, 2, 15), "Lavori"),))
    closed = year_off.state(rome("2026-01-02 10:00"))
    assert (closed.is_open, closed.opens_at) == (False, None)
    assert year_off.next_opening(rome("2026-01-02 10:00")) is None
    opens = year_off.state(rome("2026-03-01 10:00")).opens_at
    assert opens == rome("2027-02-16 09:30")

    assert ALWAYS.state(rome("2026-01-02 10:00")).until is None


@pytest.mark.parametrize("day", ["2027-11-07", "2027-11-04", "2026-11-04"])
def test_the_day_of_national_unity_closes_no_desk(day: str) -> None:
    """The first Sunday of November, and the fourth: days that are named, on which people work (law 54/1977)."""
    assert DESK.state(rome(f"{day} 10:00")).is_open


def test_the_first_sunday_of_november_closes_where_it_is_all_saints() -> None:
    assert not DESK.state(rome("2026-11-01 10:00")).is_open
