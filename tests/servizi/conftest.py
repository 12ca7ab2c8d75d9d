"""The desks of the demonstration, and the people who look after them."""

from collections.abc import Iterator

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import User
from django.test import Client
from django.utils import translation

from amaranta.demo.desks import build_desk_index, build_desks
from home.models import HomePage
from servizi.models import Comune, DeskIndexPage, DeskPage
from servizi.permissions import editors_of

from .directory_site import Directory, build_directory


@pytest.fixture(autouse=True)
def italian() -> Iterator[None]:
    """Start every test in Italian: a request for a page in another language leaves that one active."""
    with translation.override("it"):
        yield


@pytest.fixture
def desks(home: HomePage) -> list[DeskPage]:
    """Return the centres of Cinisello and Bresso and the desk by appointment of Cesate."""
    return build_desks(home)


@pytest.fixture
def index(home: HomePage) -> DeskIndexPage:
    return build_desk_index(home)


@pytest.fixture
def bollate(db: None) -> Comune:
    """Return a Comune whose patron saint is San Martino, 11 November."""
    return Comune.objects.create(
        name="Bollate", slug="bollate", patron_day="11-11", patron_name="San Martino"
    )


def user_of(comune: Comune) -> User:
    user: User = get_user_model().objects.create_user(f"redazione-{comune.slug}", password="x")
    user.groups.add(editors_of(comune))
    return user


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def administrator(db: None) -> Client:
    return signed_in(get_user_model().objects.create_superuser("amministrazione", password="x"))


@pytest.fixture
def directory(home: HomePage) -> Directory:
    return build_directory(home)
