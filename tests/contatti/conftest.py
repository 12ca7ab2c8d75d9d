"""Fixtures for secure contact."""

import shutil
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import psycopg
import pytest
import time_machine
from django.utils import timezone

from home.models import HomePage
from tests.contatti.desks import DeskMaker
from tests.contatti.site import ContactSite, build_contact_site
from tests.contatti.smtp import free_port
from tests.deployment import Deployment
from tests.postgres import cluster


@pytest.fixture
def desks(home: HomePage) -> DeskMaker:
    """Return the maker of desks that take requests."""
    return DeskMaker(home)


@pytest.fixture(scope="session")
def new_sqlite(migrated: Path) -> Callable[[Path], str]:
    """Return a function that puts a migrated SQLite database into a folder and gives its DATABASE_URL."""

    def new(folder: Path) -> str:
        return f"sqlite:///{shutil.copy(migrated, folder)}"

    return new


@pytest.fixture(scope="session")
def new_postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Path], str]]:
    """Return a function that makes a migrated database in a PostgreSQL of the tests' own."""
    with cluster() as url:
        template = Deployment(url, 0, tmp_path_factory.mktemp("template"))
        template.manage("migrate", "--verbosity=0")
        numbers = count()

        def new(folder: Path) -> str:
            name = f"portal{next(numbers)}"
            with psycopg.connect(f"{url.rpartition('/')[0]}/template1", autocommit=True) as connection:
                connection.execute(f"CREATE DATABASE {name} TEMPLATE postgres")
            return f"{url.rpartition('/')[0]}/{name}"

        yield new


@pytest.fixture
def portal(new_sqlite: Callable[[Path], str], tmp_path: Path) -> Iterator[Deployment]:
    """Return an installation on SQLite whose mail server's port nothing listens on yet."""
    deployment = Deployment(new_sqlite(tmp_path), free_port(), tmp_path)
    yield deployment
    deployment.stop()


@pytest.fixture
def contact(home: HomePage) -> ContactSite:
    """Return a site whose form works."""
    return build_contact_site(home)


@pytest.fixture
def still() -> Iterator[None]:
    """Stop the clock: a ticket that is too young stays so, and an hour stays the same, on a slow machine too."""
    with time_machine.travel(timezone.now(), tick=False):
        yield
