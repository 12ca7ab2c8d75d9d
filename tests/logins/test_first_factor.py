"""A stolen password does not make the first second factor: that takes the account's own mail as well."""

import pytest
from allauth.mfa.models import Authenticator
from django.conf import LazySettings
from django.contrib.auth.models import User
from django.core import mail
from django.test import Client

from logins import one_time_links
from logins.models import AccessLink, Purpose
from tests.logins.people import ACCESS, LOGIN, PASSWORD, Person, account, link_in

APP, PASSKEY, SEND = "/admin/accesso/app/", "/admin/accesso/chiavi/nuova/", "/admin/accesso/manda/"


@pytest.fixture
def carla(db: None) -> User:
    """Return an account from before second factors: a password, and nothing else."""
    return account("carla", "Chiavi")


def entered() -> Client:
    client = Client()
    client.post(LOGIN, {"login": "carla", "password": PASSWORD})
    return client


def test_a_stolen_password_makes_no_factor(carla: User) -> None:
    thief = entered()

    for address in (APP, PASSKEY):
        for answer in (thief.get(address), thief.post(address, {"code": "000000"})):
            assert answer.headers["Location"] == ACCESS
    page = thief.get(ACCESS).content.decode()
    assert "Mandami il collegamento" in page
    assert APP not in page
    assert not Authenticator.objects.exists()


def test_the_link_goes_to_the_accounts_own_address_and_opens_the_way(carla: User) -> None:
    thief = entered()
    told = thief.post(SEND, {"email": "ladra@example.org"}, follow=True).content.decode()
    assert "Ti abbiamo scritto" in told
    assert [message.to for message in mail.outbox] == [["carla@example.org"]]
    assert "Se non sei stata tu" in mail.outbox[0].body

    carla_herself, link = Client(), link_in(mail.outbox[0].body)
    assert carla_herself.get(link).status_code == 200, "a look uses nothing up"
    assert carla_herself.post(link, {"password": "sbagliata-davvero"}).status_code == 200
    assert carla_herself.post(link, {"password": PASSWORD}).headers["Location"] == "/admin/"
    assert "Aggiungi una chiave di accesso" in carla_herself.get("/admin/", follow=True).content.decode()
    assert carla_herself.get(APP).status_code == 200
    assert carla_herself.get(PASSKEY).status_code == 200
    assert carla_herself.post(link, {"password": PASSWORD}).status_code == 410
    assert thief.get(APP).status_code == 302, "opened for who opened it, not for who asked"


def test_a_link_that_a_thief_asked_for_takes_no_factor_away(carla: User, client: Client) -> None:
    entered().post(SEND)
    link = link_in(mail.outbox[0].body)
    _invitation, token = one_time_links.make(carla, Purpose.PASSWORD)
    other = {"new_password1": "treno-mela-finestra-otto", "new_password2": "treno-mela-finestra-otto"}
    client.post(f"/admin/login/collegamento/{token}/", other)
    assert client.get(APP).status_code == 200, "that link was mailed to her too"
    Authenticator.objects.create(user=carla, type=Authenticator.Type.TOTP, data={"secret": "x"})

    assert Client().post(link, {"password": other["new_password1"]}).status_code == 410
    assert Authenticator.objects.filter(user=carla).exists()


def test_links_are_sent_three_times_an_hour_at_most(carla: User) -> None:
    client = entered()
    for _ in range(3):
        client.post(SEND)
    assert "Mandane un altro" in client.get(ACCESS).content.decode()

    assert "già mandati tre" in client.post(SEND, follow=True).content.decode()
    assert len(mail.outbox) == 3
    assert Client().get(link_in(mail.outbox[1].body)).status_code == 410
    assert Client().get(link_in(mail.outbox[2].body)).status_code == 200, "the last one stays"


def test_a_mail_that_does_not_leave_is_told_and_can_be_asked_for_again(
    carla: User, settings: LazySettings
) -> None:
    backend = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", 1, 2
    client = entered()
    told = client.post(SEND, follow=True).content.decode()
    assert "non è partita" in told
    assert "Mandami il collegamento" in told

    settings.EMAIL_BACKEND = backend
    client.post(SEND)
    assert Client().get(link_in(mail.outbox[0].body)).status_code == 200


def test_an_account_without_an_address_is_sent_to_who_administers(carla: User) -> None:
    User.objects.update(email="")
    client = entered()
    assert "non ha un indirizzo" in client.get(ACCESS).content.decode()
    client.post(SEND)
    assert mail.outbox == []


def test_who_has_a_factor_or_nothing_gets_no_link(anna: Person) -> None:
    anna.signed_in().post(SEND)
    Client().post(SEND)
    assert not AccessLink.objects.exists()
