"""Overlaps found by arithmetic, compared with somebody who turns the pages of four years of a calendar."""

from datetime import date, datetime, time, timedelta

from hypothesis import example, given, settings
from hypothesis import strategies as st

from servizi.hours import Calendar, Closure, ConflictCode, ExtraOpening, WeeklySlot, conflicts

FIRST = date(2026, 1, 1)
PAGES = [FIRST + timedelta(days=number) for number in range(120)]

Stretch = tuple[datetime, datetime]
"""From and to, on the face of a clock that never jumps: an overlap is one on paper."""

clocks = st.sampled_from(
    [time(0), time(2), time(8, 59), time(9), time(9, 1), time(12), time(22), time(23, 59)]
)
days = st.sampled_from(PAGES[20:60])
seasons = st.none() | days


def stretch(day: date, opens: time, closes: time) -> Stretch:
    last = day if opens < closes else day + timedelta(days=1)
    return datetime.combine(day, opens), datetime.combine(last, closes)


def meet(first: Stretch, second: Stretch) -> bool:
    return max(first[0], second[0]) < min(first[1], second[1])


def written_down(slot: WeeklySlot) -> list[Stretch]:
    """Return every opening of the row that stands on the pages, the open ends of its season cut by them."""
    return [
        stretch(day, slot.opens, slot.closes)
        for day in PAGES
        if day.weekday() == slot.weekday
        and (slot.valid_from is None or day >= slot.valid_from)
        and (slot.valid_through is None or day <= slot.valid_through)
    ]


def told(kind: ConflictCode, *entries: WeeklySlot | Closure | ExtraOpening) -> bool:
    return kind in {conflict.kind for conflict in conflicts(Calendar.of(entries))}


weekly = st.builds(WeeklySlot, clocks, clocks, st.integers(0, 6), seasons, seasons)
near = st.builds(WeeklySlot, clocks, clocks, st.sampled_from([0, 1, 6]), seasons, seasons)


@settings(max_examples=400)
@given(near, near)
@example(WeeklySlot(time(22), time(2), 6), WeeklySlot(time(0), time(9), 0))
@example(WeeklySlot(time(0), time(9), 0), WeeklySlot(time(22), time(2), 6))
@example(
    WeeklySlot(time(22), time(2), 6, None, date(2026, 2, 1)),
    WeeklySlot(time(0), time(9), 0, date(2026, 2, 2), None),
)
@example(
    WeeklySlot(time(22), time(2), 6, None, date(2026, 2, 1)),
    WeeklySlot(time(0), time(9), 0, date(2026, 2, 3), None),
)
def test_two_weekly_rows_overlap_where_a_day_can_be_named_on_which_they_do(
    first: WeeklySlot, second: WeeklySlot
) -> None:
    seen = any(meet(one, other) for one in written_down(first) for other in written_down(second))
    assert told(ConflictCode.SLOTS_OVERLAP, first, second) == seen
    assert told(ConflictCode.SLOTS_OVERLAP, second, first) == seen


@settings(max_examples=200)
@given(weekly)
def test_a_weekday_never_comes_where_no_page_of_its_season_has_it(slot: WeeklySlot) -> None:
    dated = slot.valid_from and slot.valid_through and slot.valid_from <= slot.valid_through
    assert told(ConflictCode.WEEKDAY_NEVER_COMES, slot) == bool(dated and not written_down(slot))


@settings(max_examples=200)
@given(
    st.builds(ExtraOpening, clocks, clocks, st.sampled_from(PAGES[:4])),
    st.builds(ExtraOpening, clocks, clocks, st.sampled_from(PAGES[:4])),
)
def test_two_extra_openings_overlap_also_across_midnight(first: ExtraOpening, second: ExtraOpening) -> None:
    seen = meet(
        stretch(first.date, first.opens, first.closes), stretch(second.date, second.opens, second.closes)
    )
    assert told(ConflictCode.EXTRAS_OVERLAP, first, second) == seen


@settings(max_examples=200)
@given(days, st.integers(0, 20), days, st.integers(0, 20))
def test_two_closures_overlap_where_they_share_a_day(
    first: date, length: int, second: date, other_length: int
) -> None:
    one, other = (
        Closure(begin, begin + timedelta(days=number))
        for begin, number in ((first, length), (second, other_length))
    )
    shared = [day for day in PAGES if one.includes(day) and other.includes(day)]
    assert told(ConflictCode.CLOSURES_OVERLAP, one, other) == bool(shared)
