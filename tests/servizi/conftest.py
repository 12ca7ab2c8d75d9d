"""The desks of the demonstration, and the people who look after them."""

from collections.abc import Iterator

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import User
from django.test import Client
from django.utils import translation

from amaranta.demo.desks import build_desk, build_desk_index, build_desks, slot
from home.models import HomePage
from servizi.editor_permissions import editors_of
from servizi.models import Comune, DeskIndexPage, DeskPage
from tests.accounts import signed_in

from .directory_site import COORDINATORS, Directory, build_directory, member_of


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


@pytest.fixture
def desk(index: DeskIndexPage, bollate: Comune) -> DeskPage:
    """Return a desk of Bollate that is open on Monday morning."""
    return build_desk(index, "Spazio Uno", bollate, hours=[slot("0", "09:30", "12:30")])


def user_of(comune: Comune) -> User:
    user: User = get_user_model().objects.create_user(f"redazione-{comune.slug}", password="x")
    user.groups.add(editors_of(comune))
    return user


@pytest.fixture
def administrator(db: None) -> Client:
    return signed_in(get_user_model().objects.create_superuser("amministrazione", password="x"))


@pytest.fixture
def directory(home: HomePage) -> Directory:
    return build_directory(home)


@pytest.fixture
def coordinator(directory: Directory) -> Client:
    return signed_in(member_of(COORDINATORS))
