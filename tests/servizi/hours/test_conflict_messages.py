"""What is wrong in the hours of a desk is said in words that mend it, and beside the field that is wrong."""

from datetime import date, time

import pytest

from servizi.desks.blocks import field_of
from servizi.hours import Calendar, Closure, Conflict, ExtraOpening, WeeklySlot, conflicts
from servizi.hours.entries import Entry

MONDAY = WeeklySlot(time(9, 30), time(12, 30), 0)


def only(*entries: Entry) -> Conflict:
    (conflict,) = conflicts(Calendar.of(entries))
    return conflict


@pytest.mark.parametrize(
    ("entries", "field", "message"),
    [
        (
            (WeeklySlot(time(9), time(9), 2),),
            "closes",
            "L’apertura e la chiusura coincidono. Per un’apertura di 24 ore scrivi 00:00 in tutte e due.",
        ),
        (
            (WeeklySlot(time(12, 30), time(9, 5), 2),),
            "closes",
            "La chiusura (9.05) viene prima dell’apertura (12.30): controlla i due orari.",
        ),
        (
            (ExtraOpening(time(18), time(8), date(2026, 12, 24)),),
            "closes",
            "La chiusura (8.00) viene prima dell’apertura (18.00): controlla i due orari.",
        ),
        (
            (WeeklySlot(time(9), time(12), 0, date(2026, 9, 1), date(2026, 6, 30)),),
            "valid_through",
            "La data di fine (30 giugno 2026) viene prima di quella di inizio (1º settembre 2026)",
        ),
        (
            (Closure(date(2026, 8, 28), date(2026, 8, 3)),),
            "last",
            "La data di fine (3 agosto 2026) viene prima di quella di inizio (28 agosto 2026)",
        ),
        (
            (WeeklySlot(time(9), time(12), 6, date(2026, 7, 6), date(2026, 7, 11)),),
            "valid_through",
            "Tra il 6 luglio 2026 e il 11 luglio 2026 «domenica» non capita mai",
        ),
        (
            (MONDAY, WeeklySlot(time(12), time(14), 0)),
            "opens",
            "Questa fascia si sovrappone a quella di lunedì 9.30–12.30",
        ),
        (
            (Closure(date(2026, 12, 24), date(2027, 1, 6)), Closure(date(2027, 1, 5), date(2027, 1, 7))),
            "first",
            "Questa chiusura si sovrappone a quella dal 24 dicembre 2026 al 6 gennaio 2027",
        ),
        (
            (
                ExtraOpening(time(15), time(18), date(2026, 11, 25)),
                ExtraOpening(time(17), time(19), date(2026, 11, 25)),
            ),
            "opens",
            "Questa apertura si sovrappone a quella del 25 novembre 2026, 15.00–18.00",
        ),
    ],
)
def test_each_mistake_is_told_with_its_values_at_the_field_to_mend(
    entries: tuple[Entry, ...], field: str, message: str
) -> None:
    conflict = only(*entries)
    assert conflict.message.startswith(message)
    assert field_of(conflict) == field


@pytest.mark.parametrize(
    "entries",
    [
        (MONDAY, WeeklySlot(time(12), time(14), 0)),
        (Closure(date(2026, 8, 1), date(2026, 8, 9)), Closure(date(2026, 8, 9), date(2026, 8, 20))),
        (
            ExtraOpening(time(15), time(18), date(2026, 11, 25)),
            ExtraOpening(time(17), time(19), date(2026, 11, 25)),
        ),
    ],
)
def test_of_two_rows_the_later_one_is_to_be_corrected_in_either_order(entries: tuple[Entry, Entry]) -> None:
    first, second = entries
    assert only(first, second).entry is second
    assert only(second, first).entry is first


def test_a_night_of_twelve_hours_is_believed_and_a_minute_more_is_not() -> None:
    assert conflicts(Calendar.of([WeeklySlot(time(20), time(8), 4)])) == []
    assert "due fasce" in only(WeeklySlot(time(20), time(8, 1), 4)).message


def test_the_whole_day_is_an_opening_and_midnight_alone_a_closing() -> None:
    whole, evening = WeeklySlot(time(0), time(0), 3), WeeklySlot(time(18), time(0), 4)
    assert conflicts(Calendar.of([whole, evening])) == []
    assert "giovedì 0.00–0.00" in only(whole, WeeklySlot(time(23), time(0), 3)).message


def test_a_season_that_begins_the_day_after_another_ends_does_not_overlap_it() -> None:
    winter = WeeklySlot(time(9), time(13), 0, None, date(2026, 6, 29))
    for first, overlaps in ((date(2026, 6, 30), False), (date(2026, 6, 29), True)):
        summer = WeeklySlot(time(10), time(12), 0, first)
        assert bool(conflicts(Calendar.of([winter, summer]))) == overlaps


def test_two_seasons_that_share_days_but_never_their_weekday_do_not_overlap() -> None:
    early = WeeklySlot(time(9), time(13), 0, None, date(2026, 7, 12))
    # From Tuesday 7 July on: the first Monday of this one comes when the other is over.
    late = WeeklySlot(time(10), time(12), 0, date(2026, 7, 7))
    assert conflicts(Calendar.of([early, late])) == []
    sooner = WeeklySlot(time(10), time(12), 0, date(2026, 7, 6))
    assert only(early, sooner).entry is sooner


def test_a_season_of_one_day_is_accepted_on_its_weekday_only() -> None:
    monday = date(2026, 7, 6)
    assert conflicts(Calendar.of([WeeklySlot(time(9), time(13), 0, monday, monday)])) == []
    assert "«martedì» non capita mai" in only(WeeklySlot(time(9), time(13), 1, monday, monday)).message


def test_every_mistake_of_a_calendar_is_told_and_not_the_first_alone() -> None:
    found = conflicts(
        Calendar.of(
            [
                MONDAY,
                WeeklySlot(time(12), time(14), 0),
                WeeklySlot(time(9), time(9), 4),
                Closure(date(2026, 8, 28), date(2026, 8, 3)),
                ExtraOpening(time(12), time(9), date(2026, 11, 24)),
            ]
        )
    )
    assert sorted(conflict.kind for conflict in found) == [
        "dates-reversed",
        "ends-before-start",
        "no-duration",
        "slots-overlap",
    ]


def test_three_rows_over_each_other_are_told_pair_by_pair() -> None:
    rows = [WeeklySlot(time(9), time(12), 2) for _ in range(3)]
    found = conflicts(Calendar.of(rows))
    assert [next(i for i, row in enumerate(rows) if row is conflict.entry) for conflict in found] == [1, 2, 2]
