"""One line of the register: what it says, how it is counted, and whom it names."""

from datetime import datetime, timedelta

import pytest
import time_machine
from django.contrib.auth.models import User
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import ResolverMatch
from django.utils import timezone
from wagtail.models import ModelLogEntry

from audit.actions import count, write_down
from audit.export_log import ExportMiddleware
from audit.report import of_register, who_of
from audit.ties import are_independent
from home.models import HomePage

HOUR = datetime.fromisoformat("2026-12-01T10:17:41+01:00")


@pytest.fixture
def anna(home: HomePage) -> User:
    user = User.objects.create_user("anna", "anna@example.org")
    ModelLogEntry.objects.all().delete()  # what the migrations and this very account left
    return user


def lines() -> list[ModelLogEntry]:
    """Return the register, without the lines about accounts that a test makes."""
    found = ModelLogEntry.objects.filter(of_register()).exclude(action="audit.account_made")
    return list(found.order_by("pk"))


class TestALine:
    def test_knows_the_hour_and_neither_minute_nor_second(self, anna: User) -> None:
        with time_machine.travel(HOUR):
            write_down(anna, "audit.login", anna)

        assert [line.timestamp.isoformat() for line in lines()] == ["2026-12-01T09:00:00+00:00"]

    def test_says_what_it_was_about_and_how_often(self, anna: User) -> None:
        write_down(anna, "audit.export", anna, what=["enti", "registro"])
        for _again in range(3):
            count(anna, "audit.login_failed")

        assert [str(line.message) for line in lines()] == [
            "elenco scaricato: enti, registro",
            "accesso non riuscito, 3 volte",
        ]

    def test_of_the_next_hour_is_another_one(self, anna: User) -> None:
        for minutes in (0, 10, 43):
            with time_machine.travel(HOUR + timedelta(minutes=minutes)):
                count(anna, "audit.factor_failed")

        assert [line.data["count"] for line in lines()] == [2, 1]

    def test_counts_each_account_apart(self, anna: User) -> None:
        carla = User.objects.create_user("carla")
        for who in (anna, carla, anna):
            count(who, "audit.login_failed")

        assert [(line.label, line.data["count"]) for line in lines()] == [("anna", 2), ("carla", 1)]

    def test_that_nobody_wrote_is_the_servers_and_a_failed_login_nobodys(self, anna: User) -> None:
        write_down(anna, "audit.account_closed")
        count(anna, "audit.login_failed")

        assert [who_of(line) for line in lines()] == ["il server", "—"]


class TestAListThatIsTakenAlong:
    @pytest.mark.parametrize(
        ("route", "status", "disposition", "is_told"),
        [
            ("admin/x/", 200, 'attachment; filename="a.csv"', True),
            ("admin/x/", 200, "inline", False),
            ("admin/x/", 403, 'attachment; filename="a.csv"', False),
            ("numeri/x/", 200, 'attachment; filename="a.csv"', False),
        ],
        ids=["file", "page", "refused", "public"],
    )
    def test_is_told_where_somebody_got_a_file_from_the_administration(
        self, anna: User, route: str, status: int, disposition: str, is_told: bool
    ) -> None:
        request = RequestFactory().get("/x/")
        request.user = anna
        request.resolver_match = ResolverMatch(lambda: None, (), {}, "a_new_list", route=route)
        answer = HttpResponse(status=status, headers={"Content-Disposition": disposition})

        ExportMiddleware(lambda _request: answer)(request)

        assert [str(line.message) for line in lines()] == (
            ["elenco scaricato: a_new_list"] if is_told else []
        )


class TestTies:
    def test_hold_two_accounts_of_one_maker_together_and_end_after_a_month(self, anna: User) -> None:
        one, two, three = (User.objects.create_user(name) for name in ("uno", "due", "tre"))
        assert are_independent(one, two), "before anybody made them, nothing ties them"
        for made in (one, two):
            write_down(made, "audit.account_made", anna)

        assert not are_independent(one, two)
        assert not are_independent(anna, one)
        assert are_independent(anna, three)
        with time_machine.travel(timezone.now() + timedelta(days=31)):
            assert are_independent(one, two)

    def test_reach_through_whoever_made_the_maker(self, anna: User) -> None:
        one, two = (User.objects.create_user(name) for name in ("uno", "due"))
        write_down(one, "audit.role_given", anna)
        write_down(two, "audit.account_renamed", one)

        assert not are_independent(anna, two)
        assert not are_independent(anna, anna)

    def test_are_not_made_by_what_the_server_did_or_by_a_login(self, anna: User) -> None:
        one = User.objects.create_user("uno")
        write_down(one, "audit.account_made")
        write_down(one, "audit.role_taken", anna)

        assert are_independent(anna, one)
