"""Logins of staff: no password that anybody guesses, and no open session where nobody is."""

from datetime import timedelta

import pytest
import time_machine
from django.conf import LazySettings
from django.contrib.auth.hashers import check_password, make_password
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.models import EditingSession

from contatti.key_keepers import KEY_GROUP
from home.models import HomePage
from servizi.statistics_permissions import operators_of

from .desks import DeskMaker

PASSWORD = "acqua-sasso-lampada-nove"


def test_passwords_are_kept_with_argon2_and_older_ones_move_to_it(settings: LazySettings) -> None:
    settings.PASSWORD_HASHERS = [
        "logins.passwords.SmallArgon2PasswordHasher",
        "django.contrib.auth.hashers.PBKDF2PasswordHasher",
    ]
    moved: list[str] = []

    assert make_password(PASSWORD).startswith("argon2$argon2id$v=19$m=19456,t=2,p=1$")
    assert check_password(PASSWORD, make_password(PASSWORD, hasher="pbkdf2_sha256"), moved.append)
    assert moved == [PASSWORD]


@pytest.mark.parametrize(("who", "stays"), [("operator", False), ("keeper", False), ("editor", True)])
def test_a_session_ends_after_half_an_hour_without_anybody(
    client: Client, desks: DeskMaker, who: str, stays: bool
) -> None:
    desk = desks.closed("Primo")
    groups = {
        "operator": operators_of(desk),
        "keeper": Group.objects.get(name=KEY_GROUP),
        "editor": Group.objects.get(name="Chi scrive"),
    }
    user = User.objects.create_user(who, password=PASSWORD)
    user.groups.add(groups[who])
    now = timezone.now()
    with time_machine.travel(now):
        client.post("/admin/login/", {"login": who, "password": PASSWORD})
    for minutes in (20, 40, 60):
        with time_machine.travel(now + timedelta(minutes=minutes)):
            assert client.get("/admin/").status_code == 200
    with time_machine.travel(now + timedelta(minutes=91)):
        assert (client.get("/admin/").status_code == 200) is stays


def test_a_page_that_stands_open_in_an_editor_keeps_no_session_alive(
    admin_user: User, client: Client, home: HomePage
) -> None:
    admin_user.set_password(PASSWORD)
    admin_user.save()
    now = timezone.now()
    with time_machine.travel(now):
        client.post("/admin/login/", {"login": "admin", "password": PASSWORD})
        edit = client.get(reverse("wagtailadmin_pages:edit", args=[home.pk]))
        assert edit.status_code == 200
    ping = reverse(
        "wagtailadmin_editing_sessions:ping",
        args=["wagtailcore", "page", home.pk, EditingSession.objects.get().pk],
    )
    with time_machine.travel(now + timedelta(minutes=20)):
        assert client.post(ping).status_code == 200
    with time_machine.travel(now + timedelta(minutes=31)):
        assert client.get("/admin/").status_code == 302
