"""A coordinator publishes a year, and cannot publish what would tell of one woman."""

import re
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from amaranta.demo.figures import build_sheet
from servizi.models import DeskPage, FigurePublication, FigureSheet, FiguresPage
from servizi.statistics.counts import Counts
from tests.servizi.reading import read, text

from .publications import ADDRESS, publish

NEW = "/admin/pubblicazioni/new/"
FORM = {"first": "2020-01-01", "last": "2020-12-31", "threshold": "5"}


def messages(response: Any) -> list[str]:
    return [str(error) for found in response.context["form"].errors.values() for error in found]


def tables_of(html: str) -> list[str]:
    return [
        text(table)
        for table in re.findall(r"<table.*?</table>", html, re.DOTALL)
        if "<caption" in table or "Voce" in table
    ]


def test_the_form_says_before_sending_which_day_is_the_latest(
    coordinator: Client, desks: list[DeskPage]
) -> None:
    with time_machine.travel("2026-11-25 12:00+01:00", tick=False):
        assert "Al più tardi il 26 ottobre 2026" in coordinator.get(NEW).content.decode()


def test_the_coordinator_sees_what_will_be_hidden_before_it_is_published_for_good(
    coordinator: Client, client: Client, page: FiguresPage, sheets: list[FigureSheet]
) -> None:
    preview = coordinator.post(NEW, {**FORM, "preview": "1"})
    assert "nascosti" in preview.content.decode()
    assert not FigurePublication.objects.exists()
    shown = tables_of(preview.content.decode().partition("figures-preview")[2])
    assert len(shown) > 3
    assert any("nascosto" in table for table in shown)
    coordinator.post(NEW, {**FORM, "publish": "1"})
    # What she saw is what everybody reads.
    assert tables_of(read(client, ADDRESS)) == shown
    row = FigurePublication.objects.get()
    assert row.title == "Anno 2020"
    assert row.hidden


def test_what_was_published_stays_as_it_was_when_a_sheet_changes(
    client: Client, page: FiguresPage, sheets: list[FigureSheet]
) -> None:
    publish()
    before = read(client, f"{ADDRESS}csv/")
    sheets[0].counts["volumi-contatti"] += 50
    sheets[0].save()
    assert read(client, f"{ADDRESS}csv/") == before


def test_nobody_can_change_or_delete_a_publication(admin_client: Client, sheets: list[FigureSheet]) -> None:
    row = publish()
    for action in ("edit", "delete"):
        admin_client.post(f"/admin/pubblicazioni/{action}/{row.pk}/", FORM)
    assert FigurePublication.objects.get().desks == row.desks


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"threshold": "2"}, "maggiore o uguale a 3"),
        ({"first": "2021-01-01"}, "finisce prima di cominciare"),
        ({"first": "2020-02-01"}, "esce dal periodo"),
        ({"first": "2019-01-01", "last": "2019-12-31"}, "Nessuna scheda in questo periodo"),
    ],
)
def test_a_publication_that_cannot_be_is_told_why(
    coordinator: Client, sheets: list[FigureSheet], change: dict[str, str], told: str
) -> None:
    response = coordinator.post(NEW, {**FORM, **change, "publish": "1"})
    assert any(told in message for message in messages(response)), messages(response)
    assert not FigurePublication.objects.exists()


def test_a_draft_in_the_period_stops_the_publication(coordinator: Client, sheets: list[FigureSheet]) -> None:
    FigureSheet.objects.filter(pk=sheets[1].pk).update(complete=False)
    response = coordinator.post(NEW, {**FORM, "publish": "1"})
    assert messages(response) == [f"La scheda «{sheets[1]}» è ancora una bozza: va completata."]


def test_a_period_is_not_published_while_an_event_in_it_is_fresh(
    desks: list[DeskPage], counts: list[Counts]
) -> None:
    yesterday = timezone.localdate() - timedelta(days=1)
    build_sheet(desks[0], yesterday - timedelta(days=30), yesterday, counts[0])
    with pytest.raises(ValidationError, match="almeno 30 giorni"):
        publish(first=yesterday - timedelta(days=30), last=yesterday)


def test_a_second_edition_that_would_tell_of_one_woman_is_refused(
    coordinator: Client, sheets: list[FigureSheet]
) -> None:
    publish()
    sheets[0].counts["volumi-accessi"] += 1
    sheets[0].save()
    response = coordinator.post(NEW, {**FORM, "publish": "1"})
    assert "Resta l’edizione già pubblicata" in messages(response)[0]
    assert FigurePublication.objects.count() == 1
