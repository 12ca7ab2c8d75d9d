"""Visits are counted, in every way in which a page is given away, and nothing about a visitor is kept."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from amaranta.demo.home import build_home
from home.models import HelpPage, HomePage, InformationPage, PrivatePage, SiteSettings
from tests.accounts import signed_in
from visits import chores, counter
from visits.models import VisitCount
from visits.months import told

pytestmark = pytest.mark.django_db(transaction=True)

DAY = dt.date(2026, 3, 14)
Account = Callable[..., object]


@pytest.fixture
def home() -> HomePage:
    counter.counter.write()
    VisitCount.objects.all().delete()
    home = build_home(hostname="testserver")
    for model, slug in ((InformationPage, "rete"), (HelpPage, "aiuto"), (PrivatePage, "piano")):
        home.add_child(instance=model(title="Una pagina", slug=slug))
    return home


def counted() -> dict[str, int]:
    counter.counter.write()
    slugs = {page.pk: page.slug for page in HomePage.objects.first().get_children()}
    return {slugs.get(row.page, "inizio"): row.number for row in VisitCount.objects.all()}


def test_each_page_that_is_given_is_counted_kept_ones_too_but_no_private_one(
    home: HomePage, client: Client
) -> None:
    for _again in range(3):
        for address in ("/rete/", "/aiuto/", "/piano/", "/non-esiste/", "/robots.txt", "/cerca/"):
            client.get(address)

    assert counted() == {"rete": 3, "aiuto": 3}


def test_staff_who_look_at_their_work_and_pages_fetched_ahead_are_no_visits(
    home: HomePage, client: Client, admin_user: object
) -> None:
    client.get("/rete/", headers={"Sec-Purpose": "prefetch"})
    client.head("/rete/")
    signed_in(admin_user).get("/rete/")
    assert counted() == {}

    client.get("/rete/")
    assert counted() == {"rete": 1}


def test_a_row_has_no_more_than_a_page_its_class_a_day_and_a_number(home: HomePage, client: Client) -> None:
    client.get("/rete/", headers={"User-Agent": "x-device", "Referer": "https://x.example/"})
    client.get("/aiuto/")
    counted()

    assert {field.name for field in VisitCount._meta.get_fields()} == {
        "id", "page", "page_class", "day", "number",
    }  # fmt: skip
    help_day = VisitCount.objects.get(page_class="help").day
    assert help_day.day == 1, "a help page is counted by the month"


def test_small_numbers_are_not_told_and_the_others_in_tens() -> None:
    assert [told(number) for number in (0, 1, 9, 10, 14, 96)] == ["meno di 10"] * 3 + ["10", "10", "100"]


def test_who_administers_reads_a_month_and_takes_it_along_rounded(home: HomePage, admin_user: object) -> None:
    page = home.get_children().get(slug="rete")
    VisitCount.objects.add(page.pk, DAY, "public", 123)
    VisitCount.objects.add(page.pk, DAY + dt.timedelta(days=1), "public", 3)
    VisitCount.objects.add(999_999, DAY, "public", 40)
    admin = signed_in(admin_user)

    text = admin.get(reverse("visits"), {"mese": "2026-03"}).content.decode()
    lines = admin.get(reverse("visits_csv"), {"mese": "2026-03"}).content.decode("utf-8-sig").splitlines()

    assert "una pagina che non c’è più" in text
    assert ">130<" in text
    assert "2026-03-14;Una pagina;/rete/;it;pubblica;120" in lines
    assert "2026-03-15;Una pagina;/rete/;it;pubblica;meno di 10" in lines
    assert admin.get(reverse("visits"), {"mese": "2026-13"}).status_code == 404


def test_counts_that_the_database_refuses_are_written_the_next_time(
    home: HomePage, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    from django.db import OperationalError

    def locked(*args: object) -> None:
        raise OperationalError

    client.get("/rete/")
    with monkeypatch.context() as patch:
        patch.setattr("visits.models.VisitCountQuerySet.add_all", locked)
        patch.setattr(type(VisitCount.objects), "add_all", locked)
        assert counted() == {}
    client.get("/rete/")

    assert counted() == {"rete": 2}


def test_counts_end(home: HomePage) -> None:
    VisitCount.objects.add(1, dt.date(2020, 1, 1), "public", 5)
    VisitCount.objects.add(1, DAY, "public", 5)

    chores.erase_old_counts(dt.datetime(2026, 3, 20, tzinfo=dt.UTC))

    assert [row.day for row in VisitCount.objects.all()] == [DAY]


def test_the_footer_says_who_owns_the_site_but_not_on_a_private_page(home: HomePage, client: Client) -> None:
    SiteSettings.objects.update(
        owner="Comune di Prova", accessibility_link="https://form.agid.gov.it/view/1a"
    )

    told_on = {address: client.get(address).content.decode() for address in ("/", "/rete/", "/piano/")}

    assert "Comune di Prova" in told_on["/"]
    assert "Comune di Prova" in told_on["/rete/"]
    assert "Comune di Prova" not in told_on["/piano/"]
    assert "form.agid.gov.it" not in told_on["/piano/"]
    assert 'data-element="accessibility-link"' in told_on["/"]
