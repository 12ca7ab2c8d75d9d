"""Pages that went out before a word was reserved: the coordination hears of them, at little cost."""

from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from home.dashboard import refused_now
from home.models import HomePage, ReservedPhrase
from home.publication import refused_pages

from .drafts import expired, page_with, prose

TITLE = "Pagine sul sito che oggi non si potrebbero pubblicare"


@pytest.fixture(autouse=True)
def _nothing_known(monkeypatch: pytest.MonkeyPatch) -> None:
    cache.clear()
    monkeypatch.setattr(refused_pages, "time", lambda: 0.0)  # no test ends in another hour than it began


def online(home: HomePage, text: str, slug: str) -> Any:
    page = page_with(home, prose(text), slug=slug)
    page.save_revision().publish()
    return page


def told(user: Any) -> list[str]:
    return [item.url for task in refused_now(user) for item in task.items]


def edit(page: Any) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def test_are_urgent_on_the_dashboard_until_they_are_mended(home: HomePage, admin_client: Client) -> None:
    page = online(home, "La sala Grande Quercia.", "prima")
    online(home, "Poche parole semplici.", "seconda")
    dashboard = reverse("wagtailadmin_home")
    assert TITLE not in admin_client.get(dashboard).content.decode()

    ReservedPhrase.of("Grande Quercia", note="una casa")
    told_there = admin_client.get(dashboard).content.decode()
    assert TITLE in told_there
    assert edit(page) in told_there.split(TITLE)[1]
    assert "Quercia" not in told_there

    page.body = []
    page.save_revision().publish()
    assert TITLE not in admin_client.get(dashboard).content.decode()


def test_stand_first_and_only_what_is_online_counts(home: HomePage, admin_user: Any) -> None:
    page = online(home, "La sala Grande Quercia.", "prima")
    page_with(home, prose("La sala Grande Quercia."), slug="bozza")
    ReservedPhrase.of("Grande Quercia", note="una casa")
    (task,) = refused_now(admin_user)

    assert task.urgent
    assert [item.url for item in task.items] == [edit(page)]
    assert "parola riservata" in task.items[0].remark


def test_are_told_to_nobody_who_may_not_change_reserved_words(home: HomePage, django_user_model: Any) -> None:
    online(home, "La sala Grande Quercia.", "prima")
    ReservedPhrase.of("Grande Quercia", note="una casa")

    with CaptureQueriesContext(connection) as queries:
        assert told(django_user_model.objects.create_user("redazione")) == []
    assert not [query for query in queries if "wagtailcore_page" in query["sql"]]


def test_do_not_repeat_what_has_a_task_of_its_own(home: HomePage, admin_user: Any) -> None:
    page = expired(home)
    page.live = True
    page.save(clean=False)

    assert told(admin_user) == []


def test_cost_two_questions_when_nothing_has_changed_however_many_pages(
    home: HomePage, admin_user: Any
) -> None:
    for number in range(4):
        online(home, "Poche parole semplici.", f"pagina-{number}")
    told(admin_user)

    with CaptureQueriesContext(connection) as queries:
        told(admin_user)
    assert len(queries) == 2


def test_one_page_that_changed_is_read_alone(
    home: HomePage, admin_user: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = [online(home, "Poche parole semplici.", f"pagina-{number}") for number in range(3)]
    told(admin_user)
    read: list[int] = []
    original = refused_pages.refusals
    monkeypatch.setattr(
        refused_pages, "refusals", lambda page, *args: read.append(page.pk) or original(page, *args)
    )
    pages[1].save_revision().publish()
    told(admin_user)

    assert read == [pages[1].pk]
