"""The calculus compared with somebody who looks at a clock every minute of a year and writes down what is open.

The reading shares nothing with the code under test: it goes minute by minute from UTC to the clock face.
"""

from bisect import bisect_left
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from servizi.hours import Calendar, Closure, ExtraOpening, WeeklySlot

FIRST = datetime(2025, 12, 30, tzinfo=UTC)
START, END = datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 2, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def latest_clock_faces() -> list[datetime]:
    """For every minute, the latest time that clocks in Italy have shown so far."""
    rome = ZoneInfo("Europe/Rome")
    latest = FIRST.replace(tzinfo=None)
    faces = []
    for number in range((END - FIRST) // MINUTE):
        latest = max(latest, (FIRST + number * MINUTE).astimezone(rome).replace(tzinfo=None))
        faces.append(latest)
    return faces


LATEST = latest_clock_faces()
DATES = [date(2025, 12, 31) + timedelta(days=number) for number in range(369)]


def minutes_open(calendar: Calendar, holidays: set[date]) -> bytearray:
    """One byte per minute. A desk opens, and closes, the first time a clock shows the time written, or a later one."""
    minutes = bytearray(len(LATEST))
    for day in DATES:
        hours = [(extra.opens, extra.closes) for extra in calendar.extra_openings if extra.date == day]
        closed = any(closure.first <= day <= closure.last for closure in calendar.closures)
        if not closed and (day not in holidays or calendar.open_on_holidays):
            for slot in calendar.slots:
                begun = slot.valid_from is None or slot.valid_from <= day
                over = slot.valid_through is not None and slot.valid_through < day
                if slot.weekday == day.weekday() and begun and not over:
                    hours.append((slot.opens, slot.closes))
        for opens, closes in hours:
            last = day if opens < closes else day + timedelta(days=1)
            first_minute = bisect_left(LATEST, datetime.combine(day, opens))
            last_minute = bisect_left(LATEST, datetime.combine(last, closes))
            minutes[first_minute:last_minute] = b"\1" * len(minutes[first_minute:last_minute])
    return minutes


def openings_seen(minutes: bytearray) -> list[tuple[datetime, datetime]]:
    """Those that begin after START, up to END."""
    seen = []
    position = minutes.find(b"\0\1", (START - FIRST) // MINUTE)
    while position != -1:
        stop = minutes.find(b"\1\0", position + 1)
        end = END if stop == -1 else FIRST + (stop + 1) * MINUTE
        seen.append((FIRST + (position + 1) * MINUTE, end))
        position = minutes.find(b"\0\1", position + 1)
    return seen


def openings_told(calendar: Calendar) -> list[tuple[datetime, datetime]]:
    """The same, by asking again and again for the next opening."""
    told, opening = [], calendar.next_opening(START)
    while opening and opening.start < END:
        told.append((opening.start, min(opening.end, END)))
        opening = calendar.next_opening(opening.start)
    return told


CLOCK_CHANGES = [
    date(2026, 3, 28),
    date(2026, 3, 29),
    date(2026, 10, 24),
    date(2026, 10, 25),
    date(2026, 12, 31),
]
dates = st.dates(date(2026, 1, 1), date(2026, 12, 31)) | st.sampled_from(CLOCK_CHANGES)
clocks = st.times().map(lambda clock: clock.replace(second=0, microsecond=0)) | st.sampled_from(
    [
        time(0),
        time(1, 30),
        time(2),
        time(2, 15),
        time(2, 45),
        time(3),
        time(9, 30),
        time(12, 30),
        time(23, 59),
    ]
)
slots = st.builds(WeeklySlot, clocks, clocks, st.integers(0, 6), st.none() | dates, st.none() | dates)
extras = st.builds(ExtraOpening, clocks, clocks, dates)
closures = st.builds(
    lambda first, days: Closure(first, first + timedelta(days=days)), dates, st.integers(0, 40)
)


@st.composite
def desks(draw: st.DrawFn) -> tuple[Calendar, set[date]]:
    holidays = draw(st.sets(dates, max_size=8))
    calendar = Calendar(
        tuple(draw(st.lists(slots, max_size=8))),
        tuple(draw(st.lists(closures, max_size=3))),
        tuple(draw(st.lists(extras, max_size=4))),
        lambda day: "festa" if day in holidays else None,
        draw(st.booleans()),
    )
    return calendar, holidays


@settings(max_examples=200, deadline=None)
@given(desk=desks(), asked=st.lists(st.integers(0, (END - START) // MINUTE - 1), min_size=20, max_size=20))
def test_every_answer_is_what_a_clock_reader_saw(desk: tuple[Calendar, set[date]], asked: list[int]) -> None:
    calendar, holidays = desk
    minutes = minutes_open(calendar, holidays)
    seen = openings_seen(minutes)
    assert openings_told(calendar) == seen

    edges = [
        moment + shift for opening in seen[:40] for moment in opening for shift in (-MINUTE, timedelta())
    ]
    for moment in [START + number * MINUTE for number in asked] + [
        edge for edge in edges if START <= edge < END
    ]:
        assert calendar.is_open(moment) == bool(minutes[(moment - FIRST) // MINUTE]), moment
        assert calendar.is_open(moment + timedelta(seconds=59)) == calendar.is_open(moment)


@settings(max_examples=100, deadline=None)
@given(desk=desks(), asked=st.lists(st.integers(0, 360 * 24 * 60), min_size=20, max_size=20))
def test_the_state_changes_when_a_clock_reader_sees_it_change(
    desk: tuple[Calendar, set[date]], asked: list[int]
) -> None:
    calendar, holidays = desk
    minutes = minutes_open(calendar, holidays)
    for number in asked:
        moment = START + number * MINUTE
        position = (moment - FIRST) // MINUTE
        state = calendar.state(moment)
        change = minutes.find(b"\0" if state.is_open else b"\1", position)
        assert state.is_open == bool(minutes[position])
        if change != -1:
            assert state.next_change == FIRST + change * MINUTE
        else:
            assert state.next_change is None or state.next_change >= END
