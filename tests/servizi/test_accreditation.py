"""A desk is called an accredited centre only with the days and the telephone that the agreement asks for."""

from html import unescape
from typing import Any

import pytest
from django.test import Client
from wagtail.test.utils.form_data import streamfield

from amaranta.demo.desks import build_desk, phone, slot
from servizi.desks.accreditation import missing_to_a_centre
from servizi.models import Comune, DeskIndexPage, DeskKind, DeskPage

from .desk_form import MONDAY, edit, form

WEEK = {**MONDAY, "days": ["0", "1", "2", "3", "4"]}
LINE = {
    "number": "000 1", "name": "Telefono", "always_on": "", "every_day": "on", "when_open": "", "hours": "",
    "answers": "", "voicemail": "",
}  # fmt: skip


def phones(**line: Any) -> Any:
    return streamfield([("phone", {**LINE, **line})])


def test_three_days_or_no_daily_telephone_are_told_at_the_field_and_not_saved(
    administrator: Client, desk: DeskPage
) -> None:
    short = unescape(edit(administrator, desk, form(desk, ("slot", MONDAY), kind="centro", phones=phones())))
    silent = unescape(edit(administrator, desk, form(desk, ("slot", WEEK), kind="centro")))

    assert "almeno cinque giorni alla settimana: qui sono 1" in short
    assert "un telefono che risponde ogni giorno" in silent
    desk.refresh_from_db()
    assert desk.kind == DeskKind.DESK


@pytest.mark.parametrize("line", [{}, {"every_day": "", "always_on": "on"}])
def test_five_days_and_a_daily_telephone_make_a_centre(
    administrator: Client, desk: DeskPage, line: dict[str, str]
) -> None:
    edit(administrator, desk, form(desk, ("slot", WEEK), kind="centro", phones=phones(**line)))

    desk.refresh_from_db()
    assert desk.kind == DeskKind.CENTRE


def test_a_desk_of_a_centre_may_be_open_for_as_little_as_it_likes(
    administrator: Client, desk: DeskPage
) -> None:
    edit(administrator, desk, form(desk, ("slot", MONDAY), kind="sede"))

    desk.refresh_from_db()
    assert desk.get_kind_display() == "Sportello di un centro antiviolenza"


def test_days_that_are_over_do_not_count(index: DeskIndexPage, bollate: Comune) -> None:
    def over(row: dict[str, Any]) -> dict[str, Any]:
        return {**row, "value": {**row["value"], "valid_through": "2020-01-31"}}

    hours = [slot("012", "09:00", "12:00"), over(slot("34", "09:00", "12:00"))]
    desk = build_desk(index, "Spazio Due", bollate, hours=hours, phones=[phone("000 1", always_on=True)])

    assert len(missing_to_a_centre(desk.calendar, desk.phones)) == 1


def test_the_dashboard_names_a_centre_of_before_that_lacks_something(
    administrator: Client, desk: DeskPage
) -> None:
    title = "Si chiamano «centro accreditato»"
    assert title not in administrator.get("/admin/").content.decode()
    DeskPage.objects.filter(pk=desk.pk).update(kind=DeskKind.CENTRE)

    told = administrator.get("/admin/").content.decode()

    assert title in told
    assert f"/admin/pages/{desk.pk}/edit/" in told.split(title)[1]


def test_a_daily_telephone_is_told_to_visitors(client: Client, index: DeskIndexPage, bollate: Comune) -> None:
    line = phone("000 1", every_day=True, hours="9-21")
    page = build_desk(index, "Spazio Tre", bollate, phones=[line])

    assert "Ogni giorno, anche di festa. Quando: 9-21." in client.get(page.url).content.decode()
