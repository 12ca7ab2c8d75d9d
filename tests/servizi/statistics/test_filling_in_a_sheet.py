"""An operator fills in the month of her desk on one screen."""

from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from wagtail.log_actions import log

from servizi.models import DeskPage, FigureSheet
from servizi.models.figure_sheets import field_name
from servizi.statistics.counts import Counts
from servizi.statistics.schema import fields

from .conftest import login

NEW = "/admin/schede/new/"
MONTH = {"first": "2020-03-01", "last": "2020-03-31", "months": "1", "hours": "40"}


def filled(desk: DeskPage, counts: Counts, **changes: Any) -> dict[str, Any]:
    numbers = {field_name(*key): str(number) for key, number in counts.items()}
    return {"desk": desk.pk, **MONTH, **numbers, **changes}


def errors(response: Any) -> dict[str, list[str]]:
    return {name: list(found) for name, found in response.context["form"].errors.items()}


def test_a_complete_sheet_is_stored_with_every_number(
    operator: Client, desks: list[DeskPage], counts: list[Counts]
) -> None:
    response = operator.post(NEW, filled(desks[0], counts[0], complete="1"))
    assert response.status_code == 302, errors(response)
    sheet = FigureSheet.objects.get()
    assert sheet.complete
    assert sheet.figures.counts == counts[0]
    assert sheet.progress == f"{len(list(fields()))}/{len(list(fields()))}"


def test_a_draft_with_gaps_is_kept_and_continued(
    operator: Client, desks: list[DeskPage], counts: list[Counts]
) -> None:
    draft = {"desk": desks[0].pk, **MONTH, "volumi-contatti": "7", "eta-30_39": "", "draft": "1"}
    response = operator.post(NEW, draft)
    sheet = FigureSheet.objects.get()
    assert response.url == f"/admin/schede/edit/{sheet.pk}/"
    assert (sheet.complete, sheet.counts) == (False, {"volumi-contatti": 7})
    text = operator.get(response.url).content.decode()
    assert 'value="7"' in text
    assert f"1/{len(list(fields()))}" in text
    operator.post(response.url, filled(desks[0], counts[0], complete="1"))
    sheet.refresh_from_db()
    assert sheet.complete


def test_sums_that_disagree_are_told_at_the_field_and_nothing_is_stored(
    operator: Client, desks: list[DeskPage], counts: list[Counts]
) -> None:
    more = counts[0]["denuncia", "no"] + 1
    response = operator.post(NEW, filled(desks[0], counts[0], complete="1", **{"denuncia-no": more}))
    assert errors(response) == {
        "denuncia-prima": [
            "Qui la somma fa 61, ma «Prese in carico» è 60: correggi una voce o usa «Non rilevato»."
        ]
    }
    assert not FigureSheet.objects.exists()


def test_a_running_total_is_shown_without_javascript(operator: Client, desks: list[DeskPage]) -> None:
    draft = {"desk": desks[0].pk, **MONTH, "eta-16_29": "3", "eta-30_39": "4", "draft": "1"}
    text = operator.get(operator.post(NEW, draft).url).content.decode()
    assert ">7</output>" in text


@pytest.mark.parametrize("value", ["-1", "2,5", "2.5", "molte", "100000"])
def test_only_whole_numbers_are_taken_even_in_a_draft(
    operator: Client, desks: list[DeskPage], value: str
) -> None:
    response = operator.post(NEW, {"desk": desks[0].pk, **MONTH, "volumi-contatti": value, "draft": "1"})
    assert list(errors(response)) == ["volumi-contatti"]
    assert not FigureSheet.objects.exists()


def test_a_missing_number_keeps_a_sheet_from_being_complete(
    operator: Client, desks: list[DeskPage], counts: list[Counts]
) -> None:
    response = operator.post(NEW, filled(desks[0], counts[0], complete="1", **{"eta-30_39": ""}))
    assert errors(response) == {"eta-30_39": ["Scrivi un numero, anche 0."]}


@pytest.mark.parametrize(("first", "last"), [("2020-03-01", "2020-03-31"), ("2020-03-31", "2020-04-30")])
def test_a_period_entered_twice_is_refused_and_names_the_sheet_that_has_it(
    operator: Client, desks: list[DeskPage], counts: list[Counts], first: str, last: str
) -> None:
    operator.post(NEW, filled(desks[0], counts[0], draft="1"))
    response = operator.post(NEW, filled(desks[0], counts[0], draft="1", first=first, last=last))
    assert errors(response) == {
        "first": [
            "Questo periodo è già in una scheda dello sportello (01/03/2020 - 31/03/2020): apri quella."
        ]
    }
    assert FigureSheet.objects.count() == 1


def test_two_clicks_at_the_same_moment_cannot_store_a_period_twice(desks: list[DeskPage]) -> None:
    row = {"desk": desks[0], "first": date(2020, 3, 1), "last": date(2020, 3, 31)}
    FigureSheet.objects.create(**row)
    with pytest.raises(IntegrityError), transaction.atomic():
        FigureSheet.objects.create(**row)


def test_a_period_that_ends_before_it_begins_is_told_so(operator: Client, desks: list[DeskPage]) -> None:
    response = operator.post(NEW, {"desk": desks[0].pk, **MONTH, "last": "2020-02-01", "draft": "1"})
    assert errors(response) == {"last": ["Il periodo finisce prima di cominciare: correggi «al»."]}


def test_a_mean_needs_at_least_one_month(operator: Client, desks: list[DeskPage]) -> None:
    response = operator.post(NEW, {"desk": desks[0].pk, **MONTH, "months": "0", "draft": "1"})
    assert list(errors(response)) == ["months"]


def test_an_operator_sees_and_fills_in_her_own_desk_only(
    operator: Client, desks: list[DeskPage], sheets: list[FigureSheet], counts: list[Counts]
) -> None:
    listing = operator.get("/admin/schede/").content.decode()
    assert reverse("figure_sheets:edit", args=[sheets[0].pk]) in listing
    assert reverse("figure_sheets:edit", args=[sheets[1].pk]) not in listing
    assert operator.get(f"/admin/schede/edit/{sheets[1].pk}/").status_code == 302
    assert (
        operator.post(f"/admin/schede/edit/{sheets[1].pk}/", filled(desks[1], counts[0])).status_code == 302
    )
    response = operator.post(
        NEW, filled(desks[1], counts[0], draft="1", first="2021-01-01", last="2021-01-31")
    )
    assert list(errors(response)) == ["desk"]
    sheets[1].refresh_from_db()
    assert sheets[1].figures.counts == counts[1]


def test_an_operator_can_neither_delete_nor_publish(operator: Client, sheets: list[FigureSheet]) -> None:
    operator.post(f"/admin/schede/delete/{sheets[0].pk}/")
    assert FigureSheet.objects.filter(pk=sheets[0].pk).exists()
    assert operator.get("/admin/pubblicazioni/new/").status_code == 302


def test_an_editor_of_pages_sees_no_sheet(sheets: list[FigureSheet]) -> None:
    editor = login("redazione", Group.objects.get(name="Chi scrive"))
    assert editor.get("/admin/schede/").status_code == 302
    assert editor.get(f"/admin/schede/edit/{sheets[0].pk}/").status_code == 302


def test_the_coordinator_sees_every_desk(coordinator: Client, sheets: list[FigureSheet]) -> None:
    listing = coordinator.get("/admin/schede/").content.decode()
    assert all(reverse("figure_sheets:edit", args=[sheet.pk]) in listing for sheet in sheets)


def test_a_sheet_has_no_place_for_a_word(operator: Client, desks: list[DeskPage]) -> None:
    form = operator.get(NEW).context["form"]
    kinds = {type(field).__name__ for field in form.fields.values()}
    assert kinds == {"ModelChoiceField", "DateField", "IntegerField"}


def test_a_complete_sheet_cannot_be_made_wrong_from_code_either(
    desks: list[DeskPage], counts: list[Counts]
) -> None:
    numbers = {field_name(*key): number for key, number in counts[0].items()}
    sheet = FigureSheet(desk=desks[0], first=date(2020, 1, 1), last=date(2020, 1, 31), complete=True)
    for wrong in ({}, {**numbers, "eta-16_29": 999}):
        sheet.counts = wrong
        with pytest.raises(ValidationError):
            sheet.full_clean()


def test_a_sheet_begins_from_the_last_one_with_its_zeros_and_the_next_period(
    operator: Client, desks: list[DeskPage], counts: list[Counts]
) -> None:
    numbers = {field_name(*key): 0 for key in fields()} | {"volumi-contatti": 7}
    last = FigureSheet.objects.create(
        desk=desks[0], first=date(2020, 11, 1), last=date(2020, 12, 31), months=2, counts=numbers
    )
    other = FigureSheet.objects.create(
        desk=desks[1], first=date(2020, 1, 1), last=date(2020, 1, 31), counts={}
    )

    screen = operator.get(NEW).content.decode()
    assert f"?da={last.pk}" in screen
    assert f"?da={other.pk}" not in screen

    form = operator.get(f"{NEW}?da={last.pk}").context["form"]
    assert [form[name].value() for name in ("desk", "first", "last", "months")] == [
        desks[0].pk, date(2021, 1, 1), date(2021, 2, 28), 2,
    ]  # fmt: skip
    assert form["eta-30_39"].value() == 0
    assert form["volumi-contatti"].value() is None
    assert "La volta scorsa: 7." in str(form["volumi-contatti"].help_text)
    assert operator.get(f"{NEW}?da={other.pk}").context["form"]["desk"].value() == desks[0].pk


def test_the_history_shows_an_operator_the_sheets_of_her_desk_alone(
    operator: Client, coordinator: Client, desks: list[DeskPage], sheets: list[FigureSheet]
) -> None:
    for sheet in sheets:
        log(instance=sheet, action="wagtail.edit")
    history = reverse("wagtailadmin_reports:site_history")
    for address in (history, reverse("wagtailadmin_reports:site_history_results")):
        own = operator.get(address).content.decode()
        assert "Primo: " in own
        assert "Secondo: " not in own
        assert "Secondo: " in coordinator.get(address).content.decode()
    exported = b"".join(operator.get(f"{history}?export=csv").streaming_content).decode()
    assert "Primo: " in exported
    assert "Secondo: " not in exported
