"""A fault is reported by two choices; the list in the administration shows it until somebody crosses it off."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse

from home.faults import erase_old_faults
from home.models import FaultCount, FaultKind, FaultPlace, HomePage
from tests.accounts import signed_in

pytestmark = pytest.mark.django_db

ANSWERS = {"dove": "desks", "cosa": "broken", "v": "1"}


def test_two_choices_are_counted_and_nothing_can_be_written(home: HomePage, client: Client) -> None:
    page = client.get(reverse("faults")).content.decode()
    form = page.partition('data-into="guasto"')[2].partition("</form>")[0]
    assert 'type="radio"' in form
    assert "<textarea" not in form
    assert 'type="text"' not in form

    for _again in range(2):
        answer = client.post(reverse("faults"), {"nota": "mi chiamo Anna"} | ANSWERS, follow=True)
        assert "Grazie" in answer.content.decode()

    fault = FaultCount.objects.get()
    assert (fault.place, fault.kind, fault.number) == (FaultPlace.DESKS, FaultKind.BROKEN, 2)


def test_half_an_answer_is_asked_for_again_with_what_was_chosen(home: HomePage, client: Client) -> None:
    answer = client.post(reverse("faults"), {"dove": "desks", "v": "1"}, follow=True).content.decode()

    assert "Scegli una risposta" in answer
    assert "checked" in answer
    assert not FaultCount.objects.exists()


def test_another_site_cannot_make_the_number_grow(home: HomePage, client: Client) -> None:
    client.post(reverse("faults"), ANSWERS, headers={"Sec-Fetch-Site": "cross-site"})
    assert not FaultCount.objects.exists()


def test_who_mends_sees_it_and_crosses_it_off(home: HomePage, admin_user: object) -> None:
    FaultCount.objects.report("form", "trace", dt.date(2026, 3, 1))
    admin = signed_in(admin_user)

    assert (
        "Modulo per scrivere: Lascia una traccia" in admin.get(reverse("wagtailadmin_home")).content.decode()
    )
    admin.post(reverse("fault_cross_off", args=[FaultCount.objects.get().pk]))

    assert not FaultCount.objects.exists()


def test_it_is_erased_after_three_months() -> None:
    FaultCount.objects.report("form", "trace", dt.date(2025, 11, 1))
    FaultCount.objects.report("form", "trace", dt.date(2026, 3, 1))

    erase_old_faults(dt.datetime(2026, 3, 2, tzinfo=dt.UTC))

    assert [fault.day for fault in FaultCount.objects.all()] == [dt.date(2026, 3, 1)]
