"""What whoever runs the server sees of logins, and what does not pile up there."""

from datetime import timedelta

import time_machine
from django.conf import LazySettings
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from logins.checks import second_factor
from logins.chores import clear_sessions
from tests.logins.people import LOGIN, PASSWORD, account


def test_a_server_without_second_factors_is_told(settings: LazySettings) -> None:
    assert second_factor() == []
    settings.LOGINS_SECOND_FACTOR = False
    assert [warning.id for warning in second_factor()] == ["logins.W001"]


def test_questions_to_a_passkey_leave_nothing_behind_and_have_a_limit(db: None) -> None:
    account("carla")
    entered = Client()
    entered.post(LOGIN, {"login": "carla", "password": PASSWORD})
    asked = [Client().get("/admin/login/chiave/", headers={"Accept": "application/json"}) for _ in range(3)]
    assert all("request_options" in answer.json() for answer in asked)
    assert Session.objects.count() == 4

    with time_machine.travel(timezone.now() + timedelta(minutes=11)):
        clear_sessions(timezone.now())

    assert Session.objects.count() == 1, "who works goes on"
