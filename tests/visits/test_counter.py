"""The counter in each process: what it leaves out, when it writes, and what it does beside other processes."""

import datetime as dt
import time
from collections.abc import Iterator
from threading import Thread
from typing import Any

import pytest
from django.conf import LazySettings
from django.core.management import call_command
from django.db import IntegrityError
from django.http import HttpResponse
from django.test import RequestFactory

from home.models import PageClass
from visits import chores
from visits.counter import VisitCounter, day_kept
from visits.middleware import is_visit
from visits.models import VisitCount, VisitCountQuerySet

pytestmark = pytest.mark.django_db(transaction=True)

DAY = dt.date(2026, 3, 14)
PATIENCE = 30  # seconds


@pytest.fixture
def counter() -> Iterator[VisitCounter]:
    counter = VisitCounter()
    yield counter
    counter.write()


def rows() -> list[tuple[int, dt.date, int]]:
    return list(VisitCount.objects.order_by("page", "day").values_list("page", "day", "number"))


def test_a_private_page_is_not_even_in_memory(counter: VisitCounter) -> None:
    counter.count(1, PageClass.PRIVATE, DAY)
    assert not counter._counts

    counter.count(1, PageClass.PUBLIC, DAY)
    assert counter._counts, "it would be seen"


def test_of_a_help_page_no_day_is_known_and_its_month_is_one_number(counter: VisitCounter) -> None:
    for day in (1, 14, 31):
        counter.count(7, PageClass.HELP, DAY.replace(day=day))
    counter.count(7, PageClass.HELP, dt.date(2026, 4, 1))
    counter.write()

    assert rows() == [(7, dt.date(2026, 3, 1), 3), (7, dt.date(2026, 4, 1), 1)]
    assert day_kept(PageClass.PUBLIC, DAY) == DAY


def test_what_is_counted_again_is_added_to_what_was_written(counter: VisitCounter) -> None:
    for _minute in range(3):
        counter.count(1, PageClass.PUBLIC, DAY)
        counter.count(1, PageClass.PUBLIC, DAY)
        counter.write()
    counter.write()

    assert rows() == [(1, DAY, 6)]


def test_no_visit_is_lost_among_many_threads(counter: VisitCounter) -> None:
    def visit() -> None:
        for _again in range(200):
            counter.count(1, PageClass.PUBLIC, DAY)

    visitors = [Thread(target=visit) for _visitor in range(8)]
    for each in visitors:
        each.start()
    for each in visitors:
        each.join()
    counter.write()

    assert rows() == [(1, DAY, 1600)]


def test_it_writes_by_itself_when_its_minute_is_over(settings: LazySettings) -> None:
    settings.VISITS_EVERY = 1e9
    VisitCounter().count(1, PageClass.PUBLIC, DAY)
    settings.VISITS_EVERY = 0
    counter = VisitCounter()
    counter.count(2, PageClass.PUBLIC, DAY)

    until = time.monotonic() + PATIENCE
    while not rows() and time.monotonic() < until:
        time.sleep(0.05)
    assert rows() == [(2, DAY, 1)]


def test_another_process_that_writes_the_same_row_at_that_moment_loses_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    update = VisitCountQuerySet.update
    looks: list[int] = []

    def too_early(self: VisitCountQuerySet, **values: Any) -> int:
        looks.append(0 if not looks else update(self, **values))
        return looks[-1]

    VisitCount.objects.create(page=1, day=DAY, page_class=PageClass.PUBLIC, number=5)
    with monkeypatch.context() as patch:
        patch.setattr(VisitCountQuerySet, "update", too_early)
        VisitCount.objects.add(1, DAY, PageClass.PUBLIC, 3)

    assert looks == [0, 1], "it was not there, and then it was"
    assert rows() == [(1, DAY, 8)]


def test_many_counts_are_written_all_or_none(counter: VisitCounter, monkeypatch: pytest.MonkeyPatch) -> None:
    add = VisitCountQuerySet.add

    def breaks(self: VisitCountQuerySet, page: int, day: dt.date, page_class: str, number: int) -> None:
        if page == 2:
            raise IntegrityError
        add(self, page, day, page_class, number)

    for page in (1, 2):
        counter.count(page, PageClass.PUBLIC, DAY)
    with monkeypatch.context() as patch:
        patch.setattr(VisitCountQuerySet, "add", breaks)
        patch.setattr(type(VisitCount.objects), "add", breaks)
        counter.write()
        assert rows() == [], "a page that was counted already would be counted twice the next time"
    counter.write()

    assert rows() == [(1, DAY, 1), (2, DAY, 1)]


def test_a_fault_is_told_without_the_page(
    counter: VisitCounter, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def locked(*args: object) -> None:
        raise IntegrityError("page 4711 by somebody")

    counter.count(4711, PageClass.PUBLIC, DAY)
    with monkeypatch.context() as patch:
        patch.setattr(type(VisitCount.objects), "add_all", locked)
        counter.write()

    assert "IntegrityError" in caplog.text
    assert "4711" not in caplog.text


@pytest.mark.parametrize(
    ("method", "status", "headers", "counts"),
    [
        ("GET", 200, {}, True),
        ("GET", 200, {"Sec-Purpose": "prefetch;prerender"}, False),
        ("GET", 304, {}, False),
        ("GET", 404, {}, False),
        ("GET", 503, {}, False),
        ("POST", 200, {}, False),
        ("GET", 200, {"Cookie": "s=x"}, False),
        ("GET", 200, {"Cookie": "c=x"}, True),
    ],
)
def test_a_visit_is_a_page_that_a_visitor_was_given(
    method: str, status: int, headers: dict[str, str], counts: bool
) -> None:
    request = RequestFactory(headers=headers).generic(method, "/rete/")

    assert is_visit(request, HttpResponse(status=status)) is counts


def test_counts_of_the_last_day_that_is_kept_stay_and_those_before_go(settings: LazySettings) -> None:
    settings.AMARANTA_KEEP_VISITS_DAYS = 31
    now = dt.datetime(2026, 3, 31, 12, tzinfo=dt.UTC)
    for day in (dt.date(2026, 2, 27), dt.date(2026, 2, 28), dt.date(2026, 3, 31)):
        VisitCount.objects.create(page=1, day=day, page_class=PageClass.PUBLIC, number=1)

    chores.erase_old_counts(now)

    assert [day for _page, day, _number in rows()] == [dt.date(2026, 2, 28), dt.date(2026, 3, 31)]


def test_a_row_is_named_by_what_it_says() -> None:
    row = VisitCount(page=3, day=DAY, page_class=PageClass.PUBLIC, number=2)
    assert str(row) == "3, 2026-03-14: 2"
    call_command("check", "visits")
