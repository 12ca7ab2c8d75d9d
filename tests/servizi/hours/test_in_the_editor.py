"""What an editor writes into the rows of hours, row by row, and what stands on the page afterwards."""

import json
from datetime import date, time
from typing import Any

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.test import Client

from servizi.desks.blocks import HoursBlock
from servizi.hours import Calendar
from servizi.models import DeskPage
from tests.servizi.desk_form import MONDAY, edit, form, slots
from tests.servizi.reading import body, text

EXTRA = {"date": "2026-12-08", "opens": "15:00", "closes": "17:00"}
CLOSURE = {"first": "2026-12-28", "last": "", "reason": ""}


def calendar_of(desk: DeskPage) -> Calendar:
    calendar: Calendar = DeskPage.objects.get(pk=desk.pk).calendar
    return calendar


def test_an_extra_opening_on_a_holiday_is_on_the_page(
    client: Client, administrator: Client, desk: DeskPage
) -> None:
    edit(administrator, desk, form(desk, ("slot", MONDAY), ("extra_opening", EXTRA)))
    with time_machine.travel("2026-12-08 16:00+01:00", tick=False):
        assert "Aperto ora, fino alle 17.00" in body(client, desk.url)


def test_a_closure_without_a_last_day_lasts_one_day(administrator: Client, desk: DeskPage) -> None:
    edit(administrator, desk, form(desk, ("slot", MONDAY), ("closure", CLOSURE)))
    (closure,) = calendar_of(desk).closures
    assert (closure.first, closure.last, closure.reason) == (date(2026, 12, 28), date(2026, 12, 28), "")


def test_a_season_keeps_its_two_dates(administrator: Client, desk: DeskPage) -> None:
    row = {**MONDAY, "valid_from": "2026-07-01", "valid_through": "2026-08-31"}
    edit(administrator, desk, form(desk, ("slot", row)))
    (slot,) = slots(desk)
    assert (slot.valid_from, slot.valid_through) == (date(2026, 7, 1), date(2026, 8, 31))


@pytest.mark.parametrize(("opens", "closes", "hours"), [("00:00", "00:00", 24), ("18:30", "00:00", 5.5)])
def test_midnight_is_written_with_four_zeros(
    administrator: Client, desk: DeskPage, opens: str, closes: str, hours: float
) -> None:
    edit(administrator, desk, form(desk, ("slot", {**MONDAY, "opens": opens, "closes": closes})))
    (slot,) = slots(desk)
    assert slot.on(date(2026, 11, 23)).duration.total_seconds() == hours * 3600


@pytest.mark.parametrize(
    ("rows", "messages"),
    [
        ([("slot", {**MONDAY, "opens": ""})], ["obbligatorio"]),
        ([("slot", {**MONDAY, "closes": "25:00"})], ["ora valida"]),
        ([("closure", {**CLOSURE, "first": ""})], ["obbligatorio"]),
        ([("closure", {**CLOSURE, "reason": "x" * 61})], ["60 caratteri"]),
        ([("extra_opening", {**EXTRA, "date": "2026-02-30"})], ["data valida"]),
        ([("extra_opening", EXTRA), ("extra_opening", EXTRA)], ["8 dicembre 2026, 15.00–17.00"]),
        (
            [("slot", {**MONDAY, "valid_from": "2026-09-01", "valid_through": "2026-06-30"})],
            ["30 giugno 2026", "1º settembre 2026"],
        ),
        (
            [("closure", {**CLOSURE, "last": "2027-01-06"}), ("closure", {**CLOSURE, "first": "2027-01-06"})],
            ["dal 28 dicembre 2026 al 6 gennaio 2027"],
        ),
        (
            [("slot", {**MONDAY, "days": ["0", "2"]}), ("slot", {**MONDAY, "days": ["1", "2"]})],
            ["si sovrappone a quella di mercoledì 9.30–12.30"],
        ),
    ],
)
def test_a_row_that_cannot_be_is_refused_and_the_page_stays_as_it_was(
    administrator: Client, desk: DeskPage, rows: list[tuple[str, dict[str, Any]]], messages: list[str]
) -> None:
    before = slots(desk)
    answer = edit(administrator, desk, form(desk, *rows, title="Nome cambiato"))
    for message in messages:
        assert message in answer
    assert slots(desk) == before
    assert not DeskPage.objects.filter(title="Nome cambiato").exists()


def test_an_extra_opening_over_the_weekly_hours_is_accepted_and_counts_once(
    administrator: Client, desk: DeskPage
) -> None:
    longer = {"date": "2026-11-23", "opens": "09:00", "closes": "18:00"}
    edit(administrator, desk, form(desk, ("slot", MONDAY), ("extra_opening", longer)))
    (opening,) = calendar_of(desk).day(date(2026, 11, 23)).openings
    assert opening.duration.total_seconds() == 9 * 3600


def test_hours_may_be_taken_away_altogether(client: Client, administrator: Client, desk: DeskPage) -> None:
    assert slots(desk)
    edit(administrator, desk, form(desk))
    assert slots(desk) == ()
    assert "Non c’è ancora una prossima apertura" in body(client, desk.url)


def test_a_row_that_is_taken_away_before_saving_counts_for_nothing(
    administrator: Client, desk: DeskPage
) -> None:
    data = form(desk, ("slot", MONDAY), ("slot", {**MONDAY, "opens": "10:00"}))
    data["hours-1-deleted"] = "1"
    edit(administrator, desk, data)
    assert [slot.opens for slot in slots(desk)] == [time(9, 30)]


def test_works_on_holidays_is_a_tick(client: Client, administrator: Client, desk: DeskPage) -> None:
    with time_machine.travel("2026-12-07 20:00+01:00", tick=False):
        edit(administrator, desk, form(desk, ("slot", {**MONDAY, "days": ["1"]})))
        assert "Domani chiuso · Immacolata Concezione" in text(body(client, desk.url))
        edit(
            administrator,
            desk,
            form(desk, ("slot", {**MONDAY, "days": ["1"]}), open_on_holidays="on"),
        )
        assert "Domani 9.30–12.30" in text(body(client, desk.url))


def test_by_appointment_is_a_tick_and_changes_every_sentence(
    client: Client, administrator: Client, desk: DeskPage
) -> None:
    edit(administrator, desk, form(desk, ("slot", MONDAY), by_appointment="on"))
    with time_machine.travel("2026-11-23 10:00+01:00", tick=False):
        told = text(body(client, desk.url))
    assert "Riceve ora su appuntamento, fino alle 12.30" in told
    assert "Si viene solo su appuntamento: telefona o scrivi prima." in told
    assert "Aperto ora" not in told


def raw(*rows: tuple[str, dict[str, Any]]) -> Any:
    block = HoursBlock()
    return block.to_python([{"type": kind, "value": value} for kind, value in rows])


@pytest.mark.parametrize(
    ("kind", "value", "missing"),
    [
        ("slot", {"days": ["0"], "opens": "09:00", "closes": "10:00"}, ["opens", "closes"]),
        ("closure", {"first": "2026-08-01"}, ["first"]),
        (
            "extra_opening",
            {"date": "2026-08-01", "opens": "09:00", "closes": "10:00"},
            ["date", "opens", "closes"],
        ),
    ],
)
def test_an_unfinished_row_of_a_draft_opens_and_closes_nothing(
    kind: str, value: dict[str, Any], missing: list[str]
) -> None:
    (whole,) = raw((kind, value))
    assert len(whole.value.entries) == 1
    for name in missing:
        (row,) = raw((kind, value))
        row.value[name] = None
        assert row.value.entries == []


def test_the_message_stands_at_the_row_and_the_field_that_are_wrong() -> None:
    block = HoursBlock()
    rows = raw(
        ("slot", {"days": ["0"], "opens": "09:00", "closes": "12:00"}),
        ("closure", {"first": "2026-08-10", "last": "2026-08-01"}),
        ("slot", {"days": ["3", "0"], "opens": "11:00", "closes": "13:00"}),
    )
    with pytest.raises(ValidationError) as raised:
        block.clean(rows)
    errors = raised.value.block_errors  # type: ignore[attr-defined]
    assert {number: list(error.block_errors) for number, error in errors.items()} == {
        1: ["last"],
        2: ["opens"],
    }


def test_days_written_in_one_row_come_back_one_by_one_with_their_season(
    administrator: Client, desk: DeskPage
) -> None:
    value = {**MONDAY, "days": ["0", "1", "6"], "valid_from": "2026-09-01"}
    edit(administrator, desk, form(desk, ("slot", value), ("closure", CLOSURE)))
    stored = json.loads(json.dumps(list(DeskPage.objects.get(pk=desk.pk).hours.raw_data)))
    assert [(row["type"], row["value"].get("days")) for row in stored] == [
        ("slot", ["0"]),
        ("slot", ["1"]),
        ("slot", ["6"]),
        ("closure", None),
    ]
    assert {row["value"].get("valid_from") for row in stored[:3]} == {"2026-09-01"}
