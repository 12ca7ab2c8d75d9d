"""People of the staff with passwords and an app for codes, as they sign in."""

import re
import time
from dataclasses import dataclass
from typing import Any

from allauth.mfa import app_settings
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret, hotp_value
from django.contrib.auth.models import Group, Permission, User
from django.http import HttpResponse
from django.test import Client

PASSWORD = "acqua-sasso-lampada-nove"
LOGIN, SECOND, PROOF, ACCESS = (
    "/admin/login/",
    "/admin/login/secondo/",
    "/admin/conferma/codice/",
    "/admin/accesso/",
)
LINK = re.compile(r"/admin/login/collegamento/\S+/")


@dataclass
class Person:
    """An account, and the secret in its person's telephone."""

    user: User
    secret: str
    recovery_codes: list[str]

    def code(self, later: int = 0) -> str:
        """Return what the app shows, `later` half minutes from now; each code counts once."""
        counter = int(time.time()) // app_settings.TOTP_PERIOD + later
        return f"{hotp_value(self.secret, counter):06}"

    def signed_in(self) -> Client:
        client = Client()
        client.post(LOGIN, {"login": self.user.username, "password": PASSWORD})
        answer = client.post(SECOND, {"code": self.code()})
        assert answer.headers["Location"] == "/admin/", answer.content.decode()
        return client

    def prove(self, client: Client) -> HttpResponse:
        return client.post(PROOF, {"code": self.code(1)})


def person(name: str, *groups: str, is_superuser: bool = False) -> Person:
    """Return somebody with a password, an app for codes, and recovery codes."""
    user = account(name, *groups, is_superuser=is_superuser)
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    return Person(user, secret, RecoveryCodes.activate(user).generate_codes())


def account(name: str, *groups: str, is_superuser: bool = False, **more: Any) -> User:
    """Return somebody with a password alone."""
    email = f"{name}@example.org"
    user = User.objects.create_user(name, email, PASSWORD, is_superuser=is_superuser, **more)
    user.groups.set(Group.objects.filter(name__in=groups))
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    return user


def link_in(words: str) -> str:
    """Return the address of the link in a mail, without the host."""
    found = LINK.search(words)
    assert found, words
    return found[0]
