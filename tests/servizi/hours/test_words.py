"""How an hour, a day and a state are said: the same sentence wherever somebody reads it."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.utils.translation import override

from servizi import time_words
from servizi.hours import ROME, Calendar, Interval, State, WeeklySlot
from servizi.time_words import state_words

WEDNESDAY = date(2026, 7, 15)
NOW = datetime(2026, 7, 15, 10, 0, tzinfo=ROME)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ROME)


def opening(start: str, end: str) -> Interval:
    return Interval(at(start).astimezone(UTC), at(end).astimezone(UTC))


@pytest.mark.parametrize(
    ("start", "end", "italian", "english"),
    [
        ("2026-07-15 09:30", "2026-07-15 12:30", "9.30–12.30", "9:30–12:30"),
        ("2026-07-15 09:05", "2026-07-15 10:00", "9.05–10.00", "9:05–10:00"),
        ("2026-07-15 20:00", "2026-07-16 00:00", "20.00–24.00", "20:00–midnight"),
        ("2026-07-15 00:00", "2026-07-16 00:00", "0.00–24.00", "0:00–midnight"),
        ("2026-07-15 22:00", "2026-07-16 00:30", "22.00–0.30", "22:00–0:30"),
        ("2026-07-15 22:00", "2026-07-16 06:00", "22.00–6.00", "22:00–6:00"),
        ("2026-10-25 00:00", "2026-10-26 00:00", "0.00–24.00", "0:00–midnight"),
        ("2026-03-28 22:00", "2026-03-29 06:00", "22.00–6.00", "22:00–6:00"),
    ],
)
def test_hours_are_those_of_a_clock_in_italy_and_midnight_ends_the_day(
    start: str, end: str, italian: str, english: str
) -> None:
    assert time_words.hours(opening(start, end)) == italian
    with override("en"):
        assert time_words.hours(opening(start, end)) == english


def test_hours_keep_their_order_in_a_language_that_runs_from_the_right() -> None:
    with override("ar"):
        told = time_words.hours(opening("2026-07-15 09:30", "2026-07-15 12:30"))
    assert told.startswith("\u2066")
    assert told.endswith("\u2069")
    assert told.index("9") < told.index("12")


@pytest.mark.parametrize(
    ("minutes", "italian", "english"),
    [
        (20 * 60, "20", "20"),
        (22 * 60 + 30, "22,5", "22.5"),
        (4 * 60 + 15, "4,25", "4.25"),
        (6 * 60 + 20, "6,33", "6.33"),
        (0, "0", "0"),
    ],
)
def test_a_count_of_hours_has_no_more_decimals_than_it_needs(
    minutes: int, italian: str, english: str
) -> None:
    time = timedelta(minutes=minutes)
    assert time_words.hours_count(time) == italian
    with override("en"):
        assert time_words.hours_count(time) == english


@pytest.mark.parametrize(
    ("days", "italian", "english"),
    [
        (-1, "martedì 14 luglio", "Tuesday 14 July"),
        (0, "oggi", "today"),
        (1, "domani", "tomorrow"),
        (2, "venerdì", "Friday"),
        (6, "martedì", "Tuesday"),
        (7, "mercoledì 22 luglio", "Wednesday 22 July"),
        (17, "sabato 1º agosto", "Saturday 1 August"),
        (170, "venerdì 1º gennaio", "Friday 1 January"),
    ],
)
def test_a_day_is_named_as_people_name_it(days: int, italian: str, english: str) -> None:
    day = WEDNESDAY + timedelta(days=days)
    assert time_words.day_name(day, WEDNESDAY) == italian
    with override("en"):
        assert time_words.day_name(day, WEDNESDAY) == english


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2026-07-15 23:59", "oggi alle 23.59"),
        ("2026-07-16 00:00", "domani alle 0.00"),
        ("2026-07-22 00:30", "mercoledì 22 luglio alle 0.30"),
    ],
)
def test_the_day_of_an_hour_is_the_one_of_a_calendar_in_italy(moment: str, words: str) -> None:
    # An hour and a half after midnight in Italy, the date in UTC is still that of the day before.
    assert time_words.when(at(moment).astimezone(UTC), NOW.astimezone(UTC)) == words


def opened(until: str | None) -> State:
    return State(NOW, is_open=True, until=at(until) if until else None)


def closed(opens_at: str | None, reason: str = "") -> State:
    return State(NOW, is_open=False, opens_at=at(opens_at) if opens_at else None, reason=reason)


SENTENCES = [
    (
        opened("2026-07-15 12:30"),
        "Aperto ora, fino alle 12.30",
        "Riceve ora su appuntamento, fino alle 12.30",
    ),
    (
        opened("2026-07-16 00:00"),
        "Aperto ora, fino a domani alle 0.00",
        "Riceve ora su appuntamento, fino a domani alle 0.00",
    ),
    (
        opened("2026-07-18 08:00"),
        "Aperto ora, fino a sabato alle 8.00",
        "Riceve ora su appuntamento, fino a sabato alle 8.00",
    ),
    (opened(None), "Aperto a ogni ora, ogni giorno", "Riceve su appuntamento, a ogni ora"),
    (
        closed("2026-07-15 14:00"),
        "Chiuso ora. Apre oggi alle 14.00",
        "Riceve su appuntamento oggi alle 14.00",
    ),
    (
        closed("2026-07-16 09:30", "San Martino"),
        "Chiuso oggi (San Martino). Apre domani alle 9.30",
        "Riceve su appuntamento domani alle 9.30",
    ),
    (closed(None), "Chiuso. Non c’è ancora una prossima apertura.", "Su appuntamento."),
    (closed(None, "Trasloco"), "Chiuso. Non c’è ancora una prossima apertura.", "Su appuntamento."),
]


@pytest.mark.parametrize(("state", "door", "appointment"), SENTENCES)
def test_one_sentence_says_whether_one_can_go_there_now(state: State, door: str, appointment: str) -> None:
    assert state_words(state) == door
    assert state_words(state, by_appointment=True) == appointment


@pytest.mark.parametrize(("state", "door", "appointment"), SENTENCES)
def test_no_desk_by_appointment_is_ever_called_open(state: State, door: str, appointment: str) -> None:
    assert "appuntamento" not in door
    assert "ppuntamento" in appointment
    assert not {"Aperto", "Apre", "Chiuso"} & set(state_words(state, by_appointment=True).split())


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (closed("2026-07-15 14:00"), "Apre oggi alle 14.00"),
        (closed("2026-07-16 09:30", "San Martino"), "Chiuso oggi (San Martino). Apre domani alle 9.30"),
        (closed(None), "Chiuso. Non c’è ancora una prossima apertura."),
    ],
)
def test_who_has_just_read_that_all_are_closed_is_not_told_so_again(state: State, words: str) -> None:
    assert time_words.opens_words(state) == words
    assert time_words.opens_words(state, by_appointment=True) == state_words(state, by_appointment=True)


@pytest.mark.parametrize(
    ("state", "door", "appointment"),
    [
        (opened("2026-07-15 12:30"), "Open now, until 12:30", "Open now by appointment, until 12:30"),
        (
            closed("2026-07-16 09:30"),
            "Closed now. Opens tomorrow at 9:30",
            "Open by appointment tomorrow at 9:30",
        ),
    ],
)
def test_the_sentences_are_said_in_english_too(state: State, door: str, appointment: str) -> None:
    with override("en"):
        assert state_words(state) == door
        assert state_words(state, by_appointment=True) == appointment


def test_a_closing_on_another_day_is_said_with_its_day_at_any_hour_of_a_year() -> None:
    night = Calendar(tuple(WeeklySlot(time(22), time(6), weekday) for weekday in range(7)))
    for number in range(0, 365 * 24, 5):
        moment = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=number)
        state = night.state(moment)
        here = moment.astimezone(ROME)
        told = state_words(state)
        if not 6 <= here.hour < 22:
            assert told == f"Aperto ora, fino a{'' if here.hour >= 22 else 'lle'} " + (
                "domani alle 6.00" if here.hour >= 22 else "6.00"
            )
        else:
            assert told == "Chiuso ora. Apre oggi alle 22.00"
