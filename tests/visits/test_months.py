"""A month of visits as staff read it: who may, what an empty one says, and that no number tells of one person."""

import datetime as dt

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale

from home.models import HelpPage, HomePage, InformationPage, PageClass
from servizi.statistics_permissions import COORDINATORS
from tests.accounts import signed_in
from visits.models import VisitCount
from visits.months import COLUMNS, csv_of, days_of, months, pages_of, total_of

MARCH = dt.date(2026, 3, 1)


@pytest.fixture
def rete(home: HomePage) -> InformationPage:
    return home.add_child(instance=InformationPage(title="La rete", slug="rete"))


@pytest.fixture
def aiuto(home: HomePage) -> HelpPage:
    return home.add_child(instance=HelpPage(title="Un aiuto", slug="aiuto"))


@pytest.fixture
def coordinator(home: HomePage) -> Client:
    user = User.objects.create_user("coordina")
    user.groups.add(Group.objects.get(name=COORDINATORS))
    return signed_in(user)


def visits(page: int, number: int, day: int = 14, page_class: str = PageClass.PUBLIC) -> None:
    VisitCount.objects.add(page, MARCH.replace(day=day), page_class, number)


def lines() -> list[str]:
    return csv_of(MARCH).decode("utf-8-sig").splitlines()[1:]


class TestWhoReads:
    def test_who_coordinates_finds_it_among_the_reports_and_opens_both(self, coordinator: Client) -> None:
        assert reverse("visits") in coordinator.get("/admin/").content.decode()
        assert coordinator.get(reverse("visits")).status_code == 200
        assert coordinator.get(reverse("visits_csv")).status_code == 200

    @pytest.mark.parametrize("role", ["Chi scrive", "Chiavi"])
    def test_nobody_else_of_the_staff_does(self, home: HomePage, role: str) -> None:
        user = User.objects.create_user("altra")
        user.groups.add(Group.objects.get(name=role))
        client = signed_in(user)

        assert reverse("visits") not in client.get("/admin/").content.decode()
        for name in ("visits", "visits_csv"):
            answer = client.get(reverse(name))
            assert (answer.status_code, answer.headers.get("Location")) == (302, "/admin/")

    def test_a_visitor_is_asked_to_sign_in(self, home: HomePage, client: Client) -> None:
        for name in ("visits", "visits_csv"):
            assert client.get(reverse(name)).headers["Location"].startswith("/admin/login/")

    def test_nothing_can_be_posted(self, coordinator: Client) -> None:
        assert coordinator.post(reverse("visits"), {"mese": "2026-03"}).status_code == 405
        assert coordinator.post(reverse("visits_csv")).status_code == 405


class TestAMonthOfNothing:
    def test_says_so_and_offers_no_file(self, coordinator: Client) -> None:
        page = coordinator.get(reverse("visits")).content.decode()

        assert "non è ancora stata contata nessuna visita" in page
        assert "Scarica in CSV" not in page
        assert "Pagina per pagina" not in page

    def test_is_a_file_with_its_header_alone(self, coordinator: Client) -> None:
        answer = coordinator.get(reverse("visits_csv"), {"mese": "2020-02"})

        assert answer.content.decode("utf-8-sig").splitlines() == [";".join(COLUMNS)]
        assert 'filename="visite-2020-02.csv"' in answer.headers["Content-Disposition"]

    def test_is_told_as_a_small_number_like_any_other(self, db: None) -> None:
        assert total_of(MARCH, PageClass.PUBLIC) == "meno di 10"
        assert pages_of(MARCH) == days_of(MARCH) == months() == []

    @pytest.mark.parametrize(
        "asked", ["2026", "2026-3", "2026-13", "2026-03-05", "marzo", "0000-01", "-1-01"]
    )
    def test_that_is_no_month_is_not_found(self, coordinator: Client, asked: str) -> None:
        assert coordinator.get(reverse("visits"), {"mese": asked}).status_code == 404
        assert coordinator.get(reverse("visits_csv"), {"mese": asked}).status_code == 404


class TestAMonth:
    def test_is_chosen_among_those_that_have_counts_latest_first(
        self, coordinator: Client, rete: InformationPage
    ) -> None:
        for month in (1, 3, 2):
            VisitCount.objects.add(rete.pk, dt.date(2026, month, 9), PageClass.PUBLIC, 20)

        page = coordinator.get(reverse("visits"), {"mese": "2026-02"}).content.decode()

        assert [first.month for first in months()] == [3, 2, 1]
        assert '<option value="2026-02" selected>febbraio 2026</option>' in page
        page = page[page.index("<select") :]
        assert page.index(">marzo 2026<") < page.index(">febbraio 2026<") < page.index(">gennaio 2026<")

    def test_has_nothing_of_the_months_beside_it(self, rete: InformationPage) -> None:
        visits(rete.pk, 50, day=31)
        VisitCount.objects.add(rete.pk, dt.date(2026, 4, 1), PageClass.PUBLIC, 500)
        VisitCount.objects.add(rete.pk, dt.date(2025, 3, 31), PageClass.PUBLIC, 500)

        assert [each.words for each in pages_of(MARCH)] == ["50"]
        assert [words for _day, words in days_of(MARCH)] == ["50"]

    def test_adds_up_the_days_of_a_page_before_it_rounds(self, rete: InformationPage) -> None:
        for day in range(1, 11):
            visits(rete.pk, 3, day)

        assert [each.words for each in pages_of(MARCH)] == ["30"]
        assert {words for _day, words in days_of(MARCH)} == {"meno di 10"}

    def test_shows_days_of_public_pages_together_and_help_pages_by_the_month_alone(
        self, rete: InformationPage, aiuto: HelpPage
    ) -> None:
        visits(rete.pk, 20)
        visits(999, 20)
        visits(aiuto.pk, 400, day=1, page_class=PageClass.HELP)

        assert days_of(MARCH) == [(MARCH.replace(day=14), "40")]
        assert total_of(MARCH, PageClass.HELP) == "400"
        assert any(line.startswith("2026-03;Un aiuto;/aiuto/;it;di aiuto;400") for line in lines())

    def test_puts_the_most_visited_first_and_lets_no_order_tell_a_small_number(self, home: HomePage) -> None:
        pages = {
            title: home.add_child(instance=InformationPage(title=title, slug=title.lower()))
            for title in ("Alfa", "Beta", "Gamma")
        }
        for title, number in (("Alfa", 1), ("Beta", 9), ("Gamma", 90)):
            visits(pages[title].pk, number)

        assert [each.title for each in pages_of(MARCH)] == ["Gamma", "Alfa", "Beta"]
        VisitCount.objects.filter(page=pages["Alfa"].pk).update(number=9)
        VisitCount.objects.filter(page=pages["Beta"].pk).update(number=1)
        assert [each.title for each in pages_of(MARCH)] == ["Gamma", "Alfa", "Beta"]

    def test_names_a_translation_by_its_own_title_and_language(
        self, home: HomePage, rete: InformationPage
    ) -> None:
        english = Locale.objects.get_or_create(language_code="en")[0]
        home.copy_for_translation(english).save_revision().publish()
        copied = rete.copy_for_translation(english)
        copied.title = "The network"
        copied.save_revision().publish()
        visits(copied.pk, 30)
        visits(rete.pk, 20)

        assert [(each.title, each.language) for each in pages_of(MARCH)] == [
            ("The network", "en"),
            ("La rete", "it"),
        ]

    def test_keeps_its_total_when_a_page_is_deleted_and_names_the_page_no_more(
        self, coordinator: Client, rete: InformationPage
    ) -> None:
        visits(rete.pk, 70)
        rete.delete()

        page = coordinator.get(reverse("visits"), {"mese": "2026-03"}).content.decode()

        assert total_of(MARCH, PageClass.PUBLIC) == "70"
        assert "una pagina che non c’è più" in page
        assert "La rete" not in page
        assert lines() == ["2026-03-14;una pagina che non c’è più;;;pubblica;70"]

    def test_lets_no_spreadsheet_compute_a_title(self, home: HomePage) -> None:
        page = home.add_child(instance=InformationPage(title="=1+1", slug="formula"))
        visits(page.pk, 20)

        assert not lines()[0].split(";")[1].startswith("=")
        assert "=1+1" in lines()[0]
