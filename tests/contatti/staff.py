"""People who work at desks, signed in, for tests of the console."""

from django.contrib.auth.models import Group, Permission, User
from django.test import Client

from servizi.models import DeskPage
from servizi.statistics_permissions import COORDINATORS, operators_of


def account(name: str, *groups: Group) -> User:
    """Return a new account that may enter the administration, in these groups."""
    user = User.objects.create_user(name)
    user.groups.set(groups)
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    return user


def signed_in(name: str, *groups: Group) -> Client:
    client = Client()
    client.force_login(account(name, *groups))
    return client


def operator(name: str, *desks: DeskPage) -> Client:
    """Return an operator of these desks."""
    return signed_in(name, *(operators_of(desk) for desk in desks))


def coordinator() -> Client:
    return signed_in("coordinatrice", Group.objects.get(name=COORDINATORS))


def editor() -> Client:
    return signed_in("redattrice", Group.objects.get(name="Chi scrive"))
