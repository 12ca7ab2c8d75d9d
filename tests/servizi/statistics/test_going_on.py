"""The next sheet of a desk begins where the last one ended, and the form says how far it has come."""

from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.test import Client

from amaranta.demo.desks import build_desk
from servizi.forms import FigureSheetForm
from servizi.models import DeskPage, FigureSheet
from servizi.models.figure_sheets import add_up, field_name
from servizi.statistics.counts import Counts
from servizi.statistics.schema import BLOCKS, fields
from servizi.statistics_permissions import desks_of, operators_of

from .conftest import login

ALL = len(list(fields()))


@pytest.mark.parametrize(
    ("first", "last", "months", "next_first", "next_last"),
    [
        (date(2020, 1, 1), date(2020, 1, 31), 1, date(2020, 2, 1), date(2020, 2, 29)),
        (date(2021, 1, 1), date(2021, 1, 31), 1, date(2021, 2, 1), date(2021, 2, 28)),
        (date(2020, 11, 1), date(2020, 11, 30), 1, date(2020, 12, 1), date(2020, 12, 31)),
        (date(2020, 12, 1), date(2020, 12, 31), 1, date(2021, 1, 1), date(2021, 1, 31)),
        (date(2020, 10, 1), date(2020, 12, 31), 3, date(2021, 1, 1), date(2021, 3, 31)),
        (date(2020, 1, 1), date(2020, 12, 31), 12, date(2021, 1, 1), date(2021, 12, 31)),
        (date(2020, 1, 1), date(2020, 12, 31), 11, date(2021, 1, 1), date(2021, 11, 30)),
        (date(2020, 1, 16), date(2020, 2, 15), 1, date(2020, 2, 16), date(2020, 3, 15)),
        (date(2020, 1, 1), date(2020, 1, 30), 1, date(2020, 1, 31), date(2020, 2, 27)),
        (date(2020, 1, 1), date(2020, 1, 31), 0, date(2020, 2, 1), date(2020, 2, 29)),
    ],
)
def test_the_next_period_begins_the_day_after_and_lasts_as_many_months(
    first: date, last: date, months: int, next_first: date, next_last: date
) -> None:
    following = FigureSheet(desk=DeskPage(), first=first, last=last, months=months).next_one()
    assert (following.first, following.last) == (next_first, next_last)
    assert following.months == months
    assert following.pk is None


def test_zeros_are_taken_over_and_no_other_number_is() -> None:
    counts = {"volumi-contatti": 7, "eta-0_15": 0, "eta-70_piu": 0, "eta-30_39": 1}
    last = FigureSheet(
        desk=DeskPage(),
        first=date(2020, 1, 1),
        last=date(2020, 1, 31),
        counts=counts,
        hours=40,
        complete=True,
    )
    following = last.next_one()
    assert following.counts == {"eta-0_15": 0, "eta-70_piu": 0}
    assert (following.hours, following.complete) == (None, False)


def test_progress_counts_zeros_and_no_gaps() -> None:
    sheet = FigureSheet(counts={"volumi-contatti": 0, "eta-30_39": 4, "eta-0_15": None, "eta-70_piu": ""})
    assert (sheet.filled, sheet.progress) == (2, f"2/{ALL}")


def test_a_sheet_is_called_by_its_desk_and_its_days(desks: list[DeskPage]) -> None:
    sheet = FigureSheet(desk=desks[0], first=date(2020, 3, 1), last=date(2020, 3, 31))
    assert str(sheet) == "Primo: 01/03/2020 - 31/03/2020"


def test_sheets_of_a_desk_add_up_with_their_months(desks: list[DeskPage], counts: list[Counts]) -> None:
    named = {field_name(*key): number for key, number in counts[0].items()}
    sheets = [FigureSheet(desk=desks[0], months=months, counts=named) for months in (1, 3)]
    figures = add_up(sheets)
    assert (figures.desk, figures.months) == (str(desks[0].pk), 4)
    assert figures.counts == {key: 2 * number for key, number in counts[0].items()}
    with pytest.raises(ValueError, match="No sheet"):
        add_up([])


def test_a_draft_has_no_figures_rather_than_guessed_ones() -> None:
    with pytest.raises(KeyError):
        _ = FigureSheet(counts={"volumi-contatti": 7}).figures


def form(desk: DeskPage, **counts: Any) -> FigureSheetForm:
    sheet = FigureSheet(desk=desk, first=date(2020, 1, 1), last=date(2020, 1, 31), counts=counts)
    coordinator = User(is_superuser=True, is_active=True)
    return FigureSheetForm(instance=sheet, for_user=coordinator)


def test_each_block_says_whether_it_is_empty_begun_or_done(desks: list[DeskPage]) -> None:
    block = next(block for block in BLOCKS if block.code == "figli_minori")
    names = [field_name(block.code, code) for code in block.codes]

    def state(filled: list[str]) -> tuple[str, int]:
        sections = form(desks[0], **dict.fromkeys(filled, 3)).sections()
        section = next(each for each in sections if each.code == block.code)
        return section.state, section.total

    assert state([]) == ("empty", 0)
    assert state(names[:1]) == ("partial", 3)
    assert state(names) == ("full", 9)


def test_the_blocks_come_in_the_order_of_the_sheet_after_the_totals(desks: list[DeskPage]) -> None:
    sections = list(form(desks[0]).sections())
    assert [section.code for section in sections] == ["volumi", *(block.code for block in BLOCKS)]
    assert sum(len(section.fields) for section in sections) == ALL
    told = {section.code: str(section.help_text) for section in sections}
    assert told["eta"] == "La somma deve fare «Prese in carico». Quello che non sai va in «Non rilevato»."
    assert "Una donna può avere più risposte" in told["tipo"]
    assert {section.code for section in sections if section.multiple} == {"volumi", "tipo", "servizi"}


def test_the_form_counts_what_is_filled_in_a_zero_too(desks: list[DeskPage]) -> None:
    counts = {"volumi-contatti": 0, "eta-30_39": 4}
    assert form(desks[0], **counts).progress() == {"filled": 2, "all": ALL}


@pytest.mark.parametrize(("number", "fits"), [(0, True), (99_999, True), (100_000, False), (-1, False)])
def test_a_number_is_whole_not_negative_and_of_five_digits(
    operator: Client, desks: list[DeskPage], number: int, fits: bool
) -> None:
    data = {"desk": desks[0].pk, "first": "2020-03-01", "last": "2020-03-31", "months": "1"}
    operator.post("/admin/schede/new/", {**data, "volumi-contatti": number, "draft": "1"})
    assert FigureSheet.objects.exists() == fits


def test_an_operator_of_one_desk_finds_it_chosen_and_of_two_chooses(
    operator: Client, desks: list[DeskPage]
) -> None:
    def chosen() -> Any:
        return operator.get("/admin/schede/new/").context["form"]["desk"].value()

    assert chosen() == desks[0].pk
    User.objects.get(username="operatrice").groups.add(operators_of(desks[1]))
    assert chosen() is None


def test_a_desk_keeps_one_group_of_operators_under_any_name(desks: list[DeskPage]) -> None:
    group = operators_of(desks[0])
    desks[0].title = "Altro nome"
    assert operators_of(desks[0]) == group
    assert operators_of(desks[1]) != group
    twin = build_desk(desks[0].get_parent().specific, "Primo", desks[0].comune, slug="primo-bis")
    assert operators_of(twin) != group


def test_a_reader_without_a_desk_has_none_to_fill_in_for(desks: list[DeskPage]) -> None:
    nobody = User.objects.create_user("nessuna")
    assert list(desks_of(nobody)) == []
    nobody.groups.add(operators_of(desks[1]))
    assert list(desks_of(User.objects.get(pk=nobody.pk))) == [desks[1]]


def test_a_period_that_ends_before_it_begins_stays_out_from_code_too(desks: list[DeskPage]) -> None:
    for last, accepted in ((date(2020, 1, 1), True), (date(2019, 12, 31), False)):
        sheet = FigureSheet(desk=desks[0], first=date(2020, 1, 1), last=last)
        if accepted:
            sheet.full_clean()
            continue
        with pytest.raises(ValidationError, match="finisce prima di cominciare"):
            sheet.full_clean()


def test_operators_of_another_desk_delete_nothing_and_a_coordinator_may(
    desks: list[DeskPage], coordinator: Client, sheets: list[FigureSheet]
) -> None:
    other = login("altra", operators_of(desks[1]))
    for client, left in ((other, 2), (coordinator, 1)):
        client.post(f"/admin/schede/delete/{sheets[0].pk}/")
        assert FigureSheet.objects.count() == left
