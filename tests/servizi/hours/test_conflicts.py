"""What an editor is told about hours that cannot be."""

from datetime import date, time

import pytest

from servizi.hours import Calendar, Closure, ConflictCode, ExtraOpening, WeeklySlot, conflicts

MONDAY = WeeklySlot(time(9, 30), time(12, 30), 0)
NIGHT = WeeklySlot(time(22), time(2), 6)
SUMMER = (date(2026, 7, 1), date(2026, 8, 31))


def kinds(*entries: WeeklySlot | Closure | ExtraOpening) -> list[ConflictCode]:
    return [conflict.kind for conflict in conflicts(Calendar.of(entries))]


@pytest.mark.parametrize(
    "entries",
    [
        (MONDAY, WeeklySlot(time(12, 30), time(14), 0)),
        (MONDAY, WeeklySlot(time(9, 30), time(12, 30), 1)),
        (NIGHT, WeeklySlot(time(2), time(4), 0)),
        (WeeklySlot(time(20), time(0), 0), WeeklySlot(time(0), time(8), 1)),
        (WeeklySlot(time(0), time(0), 0), WeeklySlot(time(0), time(0), 1)),
        (WeeklySlot(time(20), time(8), 0),),
        (
            WeeklySlot(time(9), time(12), 0, None, date(2026, 6, 30)),
            WeeklySlot(time(10), time(11), 0, *SUMMER),
        ),
        (Closure(*SUMMER), Closure(date(2026, 9, 1), date(2026, 9, 1))),
        (Closure(date(2026, 8, 15), date(2026, 8, 15)),),
        (MONDAY, ExtraOpening(time(12, 30), time(14), date(2026, 11, 23))),
        (MONDAY, ExtraOpening(time(9, 30), time(18), date(2026, 11, 23))),
    ],
)
def test_hours_that_can_be_are_accepted(entries: tuple[WeeklySlot | Closure | ExtraOpening, ...]) -> None:
    assert kinds(*entries) == []


@pytest.mark.parametrize(
    ("entries", "kind"),
    [
        ((WeeklySlot(time(9), time(9), 0),), ConflictCode.NO_DURATION),
        ((ExtraOpening(time(9), time(9), date(2026, 11, 24)),), ConflictCode.NO_DURATION),
        ((WeeklySlot(time(12, 30), time(9, 30), 0),), ConflictCode.ENDS_BEFORE_START),
        ((ExtraOpening(time(12), time(9), date(2026, 11, 24)),), ConflictCode.ENDS_BEFORE_START),
        ((WeeklySlot(time(9), time(12), 0, SUMMER[1], SUMMER[0]),), ConflictCode.DATES_REVERSED),
        ((Closure(SUMMER[1], SUMMER[0]),), ConflictCode.DATES_REVERSED),
        (
            (WeeklySlot(time(9), time(12), 0, date(2026, 7, 7), date(2026, 7, 12)),),
            ConflictCode.WEEKDAY_NEVER_COMES,
        ),
        ((MONDAY, MONDAY), ConflictCode.SLOTS_OVERLAP),
        ((MONDAY, WeeklySlot(time(12, 29), time(14), 0)), ConflictCode.SLOTS_OVERLAP),
        ((MONDAY, WeeklySlot(time(10), time(11), 0, *SUMMER)), ConflictCode.SLOTS_OVERLAP),
        ((NIGHT, WeeklySlot(time(1, 59), time(4), 0)), ConflictCode.SLOTS_OVERLAP),
        ((WeeklySlot(time(1, 59), time(4), 0), NIGHT), ConflictCode.SLOTS_OVERLAP),
        ((Closure(*SUMMER), Closure(SUMMER[1], date(2026, 9, 1))), ConflictCode.CLOSURES_OVERLAP),
        (
            (
                ExtraOpening(time(9), time(12), date(2026, 11, 24)),
                ExtraOpening(time(11), time(13), date(2026, 11, 24)),
            ),
            ConflictCode.EXTRAS_OVERLAP,
        ),
        (
            (
                ExtraOpening(time(22), time(2), date(2026, 11, 24)),
                ExtraOpening(time(1), time(3), date(2026, 11, 25)),
            ),
            ConflictCode.EXTRAS_OVERLAP,
        ),
    ],
)
def test_hours_that_cannot_be_are_refused(
    entries: tuple[WeeklySlot | Closure | ExtraOpening, ...], kind: ConflictCode
) -> None:
    assert kinds(*entries) == [kind]


def test_a_night_that_ends_before_the_validity_of_the_next_morning_is_accepted() -> None:
    last_night = WeeklySlot(time(22), time(2), 6, None, date(2026, 6, 28))
    morning = WeeklySlot(time(1), time(4), 0, date(2026, 6, 30))
    assert kinds(last_night, morning) == []
    assert kinds(last_night, WeeklySlot(time(1), time(4), 0, date(2026, 6, 29))) == [
        ConflictCode.SLOTS_OVERLAP
    ]


def test_the_later_of_two_equal_rows_is_the_one_to_correct() -> None:
    first, second = (WeeklySlot(time(9), time(12), 0) for _ in range(2))
    (conflict,) = conflicts(Calendar.of([first, second]))
    assert conflict.entry is second


def test_the_message_names_the_other_row_and_says_what_to_do() -> None:
    (conflict,) = conflicts(Calendar.of([MONDAY, WeeklySlot(time(11), time(13), 0)]))
    assert "lunedì 9.30–12.30" in conflict.message.lower()
    assert "cambia gli orari" in conflict.message
