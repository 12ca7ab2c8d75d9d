"""The list of changes on the page of a desk: what differs in the next two months, each told once."""

from datetime import date, time, timedelta

import pytest

from servizi.desks.presenter import DAYS_AHEAD, Change, changes
from servizi.hours import Calendar, Closure, ExtraOpening, LocalHolidays, WeeklySlot, YearlyDay
from servizi.hours.italian_time import ROME

TODAY = date(2026, 11, 23)
EVERY_DAY = tuple(WeeklySlot(time(9), time(12), weekday) for weekday in range(7))


def told(change: Change) -> tuple[date, date, str, list[str]]:
    hours = [
        f"{opening.start.astimezone(ROME):%H:%M}-{opening.end.astimezone(ROME):%H:%M}"
        for opening in change.openings
    ]
    return change.first, change.last, change.reason, hours


def test_an_ordinary_two_months_have_nothing_to_tell() -> None:
    assert changes(Calendar(EVERY_DAY), TODAY) == []


def test_holidays_closures_and_extra_openings_are_told_in_order_of_time() -> None:
    desk = Calendar(
        EVERY_DAY,
        (Closure(date(2026, 12, 28), date(2027, 1, 5), "Feste"),),
        (ExtraOpening(time(15), time(18), date(2026, 11, 25)),),
        LocalHolidays(YearlyDay.parse("12-07", "Sant’Ambrogio")),
    )
    assert [told(change) for change in changes(desk, TODAY)] == [
        (date(2026, 11, 25), date(2026, 11, 25), "", ["09:00-12:00", "15:00-18:00"]),
        (date(2026, 12, 7), date(2026, 12, 7), "Sant’Ambrogio", []),
        (date(2026, 12, 8), date(2026, 12, 8), "Immacolata Concezione", []),
        (date(2026, 12, 25), date(2026, 12, 25), "Natale", []),
        (date(2026, 12, 26), date(2026, 12, 26), "Santo Stefano", []),
        (date(2026, 12, 28), date(2027, 1, 5), "Feste", []),
        (date(2027, 1, 6), date(2027, 1, 6), "Epifania", []),
    ]


def test_a_closure_is_told_once_with_all_its_days_also_those_behind_and_beyond() -> None:
    closure = Closure(TODAY - timedelta(days=10), TODAY + timedelta(days=200), "Restauro")
    assert [told(change) for change in changes(Calendar(EVERY_DAY, (closure,)), TODAY)] == [
        (closure.first, closure.last, "Restauro", [])
    ]


def test_a_closure_that_is_over_is_told_no_more() -> None:
    last_day = Closure(TODAY - timedelta(days=10), TODAY, "Formazione")
    over = Closure(TODAY - timedelta(days=10), TODAY - timedelta(days=1), "Formazione")
    assert len(changes(Calendar(EVERY_DAY, (last_day,)), TODAY)) == 1
    assert changes(Calendar(EVERY_DAY, (over,)), TODAY) == []


def test_a_day_of_a_closure_with_an_opening_all_the_same_is_told_apart() -> None:
    desk = Calendar(
        EVERY_DAY,
        (Closure(date(2026, 12, 1), date(2026, 12, 5), "Trasloco"),),
        (ExtraOpening(time(15), time(17), date(2026, 12, 3)),),
    )
    assert [told(change) for change in changes(desk, TODAY)] == [
        (date(2026, 12, 1), date(2026, 12, 5), "Trasloco", []),
        (date(2026, 12, 3), date(2026, 12, 3), "Trasloco", ["15:00-17:00"]),
    ]


@pytest.mark.parametrize(("days", "is_told"), [(0, True), (59, True), (60, False)])
def test_two_months_are_sixty_days_with_today(days: int, is_told: bool) -> None:
    extra = ExtraOpening(time(20), time(21), TODAY + timedelta(days=days))
    assert DAYS_AHEAD == 60
    assert bool(changes(Calendar(EVERY_DAY, extra_openings=(extra,)), TODAY)) == is_told


def test_a_closure_on_days_without_hours_is_no_change_for_anybody() -> None:
    mondays = Calendar(
        (WeeklySlot(time(9), time(12), 0),), (Closure(date(2026, 11, 24), date(2026, 11, 29), "Formazione"),)
    )
    assert changes(mondays, TODAY) == []
    longer = Calendar(mondays.slots, (Closure(date(2026, 11, 24), date(2026, 11, 30), "Formazione"),))
    assert [told(change)[:3] for change in changes(longer, TODAY)] == [
        (date(2026, 11, 24), date(2026, 11, 30), "Formazione")
    ]


def test_two_closures_for_the_same_reason_stay_two() -> None:
    first, second = (Closure(date(2026, 12, day), date(2026, 12, day + 1), "Formazione") for day in (1, 14))
    assert [change.first for change in changes(Calendar(EVERY_DAY, (first, second)), TODAY)] == [
        first.first,
        second.first,
    ]


def test_the_first_sunday_of_november_is_a_sunday_like_all_others() -> None:
    desk = Calendar(EVERY_DAY, holiday=LocalHolidays())
    # All Saints falls on a Sunday itself in 2026; in 2027 the first Sunday is the 7th.
    assert [change.first for change in changes(desk, date(2027, 10, 20))] == [
        date(2027, 11, 1),
        date(2027, 12, 8),
    ]
    assert [change.reason for change in changes(desk, date(2026, 10, 20))][:1] == ["Ognissanti"]


def test_a_desk_that_works_on_holidays_has_none_to_tell() -> None:
    keeps = Calendar(EVERY_DAY, holiday=LocalHolidays())
    works = Calendar(EVERY_DAY, holiday=LocalHolidays(), open_on_holidays=True)
    assert len(changes(keeps, TODAY)) == 5
    assert changes(works, TODAY) == []
