"""A link for one use instead of a password that somebody else types; it never replaces the second factor."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.conf import LazySettings
from django.contrib.auth.models import Group, User
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from logins.models import AccessLink
from tests.logins.people import ACCESS, LOGIN, PASSWORD, SECOND, Person, account, link_in, person

NEW = {"username": "dora", "email": "dora@example.org", "first_name": "Dora", "last_name": "Prova"}
OTHER = "treno-mela-finestra-otto"


def choose(client: Client, link: str, password: str = OTHER) -> Any:
    return client.post(link, {"new_password1": password, "new_password2": password})


def invite(admin: Client) -> str:
    groups = [Group.objects.get(name="Chi scrive").pk]
    answer = admin.post(
        "/admin/users/new/", {**NEW, "groups": groups, "password1": OTHER, "password2": OTHER}
    )
    assert answer.status_code == 302
    return link_in(mail.outbox[-1].body)


def test_an_invited_person_chooses_her_password_then_her_second_factor(anna: Person, client: Client) -> None:
    admin = anna.signed_in()
    assert "password" not in admin.get("/admin/users/new/").context["form"].fields
    link = invite(admin)
    assert mail.outbox[-1].to == ["dora@example.org"]
    user = User.objects.get(username="dora")
    assert not user.has_usable_password(), "what an administrator types is no password"
    assert [group.name for group in user.groups.all()] == ["Chi scrive"]

    assert client.get(link).status_code == client.get(link).status_code == 200, "a look uses nothing up"
    assert choose(client, link).headers["Location"] == "/admin/"
    assert client.get("/admin/").headers["Location"] == ACCESS
    assert client.get("/admin/accesso/app/").status_code == 200, "the password was proved a moment ago"


@pytest.mark.parametrize("password", ["1234", "amaranta", "password1234", "482915736402", "dora@example1"])
def test_a_password_that_is_guessed_is_refused_with_its_reason(
    anna: Person, client: Client, password: str
) -> None:
    link = invite(anna.signed_in())

    refused = choose(client, link, password)

    assert "password" in refused.context["form"].errors["new_password2"][0].lower()
    assert not User.objects.get(username="dora").has_usable_password()
    assert choose(client, link).status_code == 302


def test_a_link_works_once_for_three_days_and_only_the_last_one(anna: Person, client: Client) -> None:
    admin = anna.signed_in()
    first = invite(admin)
    user = User.objects.get(username="dora")
    admin.post(f"/admin/accessi/{user.pk}/", {"do": "send"})
    second = link_in(mail.outbox[-1].body)
    assert client.get(first).status_code == 410

    with time_machine.travel(timezone.now() + timedelta(days=3, minutes=1)):
        assert choose(client, second).status_code == 410
    with time_machine.travel(timezone.now() + timedelta(days=2, hours=23)):
        assert choose(client, second).status_code == 302
        again = choose(Client(), second, PASSWORD)
        assert again.status_code == 410
        assert "Se la password l’hai già scelta, entra" in again.content.decode(), (
            "she may have pressed twice"
        )
    assert not User.objects.get(username="dora").check_password(PASSWORD)


def test_a_mail_that_cannot_be_sent_is_told_and_sent_again(anna: Person, settings: LazySettings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", 1, 2
    admin = anna.signed_in()
    told = admin.post("/admin/users/new/", NEW, follow=True).content.decode()
    assert "non è partita" in told
    user = User.objects.get(username="dora")
    assert "non partito" in admin.get("/admin/accessi/").content.decode()

    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    again = admin.post(f"/admin/accessi/{user.pk}/", {"do": "send"}, follow=True).content.decode()

    assert "Abbiamo scritto a dora@example.org" in again
    assert AccessLink.objects.get().sent
    assert link_in(mail.outbox[-1].body)


def test_a_new_password_never_replaces_the_second_factor(anna: Person, bea: Person, client: Client) -> None:
    anna.signed_in().post(f"/admin/accessi/{bea.user.pk}/", {"do": "send"})

    assert choose(client, link_in(mail.outbox[-1].body)).headers["Location"] == SECOND

    assert client.get("/admin/").status_code == 302
    assert Authenticator.objects.filter(user=bea.user, type="totp").exists()
    assert "La tua password è cambiata" in mail.outbox[-1].body
    client.post(SECOND, {"code": bea.code()})
    assert client.get("/admin/").status_code == 200


def test_no_administrator_types_the_password_of_somebody_else(anna: Person, bea: Person) -> None:
    admin = anna.signed_in()
    form = {"username": "bea", "email": "bea@example.org", "first_name": "Bea", "last_name": "B",
            "is_active": "on", "is_superuser": "on", "password1": OTHER, "password2": OTHER}  # fmt: skip

    assert admin.post(f"/admin/users/edit/{bea.user.pk}/", form).status_code == 302

    bea.user.refresh_from_db()
    assert bea.user.first_name == "Bea"
    assert bea.user.check_password(PASSWORD)


def test_who_lost_her_telephone_gets_a_new_factor_by_two_people_and_her_password(
    anna: Person, bea: Person, client: Client
) -> None:
    carla = person("carla", "Chi scrive")
    page = f"/admin/accessi/{carla.user.pk}/"
    asking, agreeing = anna.signed_in(), bea.signed_in()
    asking.post(page, {"do": "lost"})
    assert [each.to for each in mail.outbox] == [["bea@example.org"]]
    asking.post(page, {"do": "agree"})
    assert len(mail.outbox) == 1, "an administrator alone takes nothing away"

    agreeing.post(page, {"do": "agree"})
    assert mail.outbox[-1].to == ["carla@example.org"]
    link = link_in(mail.outbox[-1].body)
    assert client.post(link, {"password": "sbagliata-davvero"}).status_code == 200
    assert Authenticator.objects.filter(user=carla.user, type="totp").exists(), "a mail alone neither"

    assert client.post(link, {"password": PASSWORD}).headers["Location"] == "/admin/"
    assert not Authenticator.objects.filter(user=carla.user).exists()
    assert client.get("/admin/").headers["Location"] == ACCESS
    assert client.get(link).status_code == 410


def test_an_administrator_who_is_alone_is_told_of_the_command_line(anna: Person, client: Client) -> None:
    carla = person("carla", "Chi scrive")
    page = f"/admin/accessi/{carla.user.pk}/"
    admin = anna.signed_in()
    assert "access_link NOME --new-factor" in admin.get(page).content.decode()
    admin.post(page, {"do": "lost"})
    assert mail.outbox == []


def test_the_command_line_helps_the_last_administrator(
    anna: Person, client: Client, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("access_link", "anna", "--new-factor")

    client.post(link_in(capsys.readouterr().out), {"password": PASSWORD})

    assert client.get("/admin/").headers["Location"] == ACCESS
    assert not Authenticator.objects.filter(user=anna.user).exists()


def test_the_first_administrator_has_no_password_until_she_chooses_one(
    client: Client, capsys: pytest.CaptureFixture[str], db: None
) -> None:
    """As deploy/install does it."""
    call_command("createsuperuser", "--noinput", username="prima@example.org", email="prima@example.org")
    assert not User.objects.get().has_usable_password()
    call_command("access_link", "prima@example.org")

    assert choose(client, link_in(capsys.readouterr().out)).headers["Location"] == "/admin/"
    assert client.get("/admin/").headers["Location"] == ACCESS
    assert client.get("/admin/users/").headers["Location"] == ACCESS
    assert client.get("/admin/accesso/app/").status_code == 200


def test_who_is_no_administrator_sees_nobodys_access(anna: Person) -> None:
    editor = person("elsa", "Chi scrive").signed_in()
    for address in ("/admin/accessi/", f"/admin/accessi/{anna.user.pk}/"):
        assert editor.get(address).headers["Location"] == "/admin/"
    assert Client().get("/admin/accessi/").headers["Location"].startswith(LOGIN)
    assert account("fede").email
