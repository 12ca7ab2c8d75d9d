"""Fixtures that every test may ask for: the smallest real site."""

import logging
import os
import shutil
import subprocess
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import translation
from hypothesis import settings
from playwright.sync_api import Playwright, sync_playwright
from pytest_django import DjangoDbBlocker
from pytest_django.plugin import blocking_manager_key

from amaranta.demo.home import build_home
from home.models import HomePage
from tests.contatti.keys import operator_keys
from tests.demonstration import make_once
from tests.deployment import Deployment
from tests.once import once

__all__ = ["home", "operator_keys"]

# Playwright's synchronous interface runs an event loop in this thread, which Django takes for async code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

settings.register_profile("amaranta", deadline=None)  # no test depends on how busy the machine is
settings.load_profile("amaranta")


def refill() -> None:
    """Leave the database as the migrations made it: a test with real transactions empties every table."""
    make_once("migrated", reload)


def reload() -> None:
    # Once more, without Django's own content types, which would take the keys of the former ones.
    call_command("flush", verbosity=0, interactive=False, inhibit_post_migrate=True)
    connection.creation.deserialize_db_from_string(connection._test_serialized_contents)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Iterator[None]:
    """Forget the language of the last page, and refill the database for the next test on this worker."""
    yield
    translation.deactivate()  # a site built in another language would have that one's words
    mark = item.get_closest_marker("django_db")
    fixtures = set(getattr(item, "fixturenames", ()))
    emptied = fixtures & {"transactional_db", "live_server"} or (mark and mark.kwargs.get("transaction"))
    # After the last test the connection leads to the developer's own database again.
    if emptied and nextitem is not None:
        with item.config.stash[blocking_manager_key].unblock():
            refill()


@pytest.fixture(autouse=True)
def copies_are_translations(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a test publish in another language what it has only copied, unless it is about translating."""
    if "translation" not in request.path.name:
        monkeypatch.setattr("home.publication.rules.is_untranslated", lambda _source, _text: False)


@pytest.fixture(scope="session")
def run_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Return the folder that all processes of this run share."""
    own = tmp_path_factory.getbasetemp()
    return own if worker_id == "master" else own.parent


@pytest.fixture(scope="session")
def node_programs(run_folder: Path) -> Path:
    """Return the folder of the programs that run on Node. `make test` has installed them; pytest alone has not."""
    folder = Path(__file__).parent / "javascript"
    with once(run_folder / "node") as first:
        if first and not (folder / "node_modules" / ".package-lock.json").exists():
            subprocess.run(
                ["npm", "ci", "--no-audit", "--no-fund"], cwd=folder, check=True, capture_output=True
            )
    return folder / "node_modules" / ".bin"


@pytest.fixture(scope="session")
def migrated(run_folder: Path) -> Path:
    """Return a migrated SQLite database to copy: making one costs fourteen seconds of a processor."""
    folder = run_folder / "migrated"
    database = folder / "portal.sqlite3"
    with once(folder) as first:
        if first:
            Deployment(f"sqlite:///{database}", 0, folder).manage("migrate", "--verbosity=0")
    return database


@pytest.fixture(scope="session")
def django_db_keepdb(request: pytest.FixtureRequest, django_db_keepdb: bool) -> bool:
    return django_db_keepdb or starts_from_a_copy(request.config)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    request: pytest.FixtureRequest,
    django_db_modify_db_settings: None,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """Let the tests begin with a copy of the migrated database, unless one is to be kept between runs."""
    if starts_from_a_copy(request.config):
        folder = tmp_path_factory.mktemp("database")
        copied = shutil.copy(request.getfixturevalue("migrated"), folder)
        connection.settings_dict["TEST"]["NAME"] = str(copied)


def starts_from_a_copy(config: pytest.Config) -> bool:
    return connection.vendor == "sqlite" and not config.getvalue("reuse_db")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Keep what the migrations made, and refill at the end as well: a run with --reuse-db starts from it."""
    with django_db_blocker.unblock():
        if connection.vendor == "sqlite":
            make_once("migrated", lambda: None)
            # What pytest-django would load before each test is there already.
            connection._test_serialized_contents = "[]"
    yield
    if hasattr(connection, "_test_serialized_contents"):
        with django_db_blocker.unblock():
            refill()


@pytest.fixture(scope="session")
def playwright(django_db_setup: None) -> Iterator[Playwright]:
    """Return the one Playwright of this worker: a second one would not start."""
    contents = getattr(connection, "_test_serialized_contents", None)
    with sync_playwright() as playwright:
        # Django gives a thread with a running loop a connection of its own, which has not read the database
        # that the migrations made; without this, tests after the first would find no root page.
        connection._test_serialized_contents = contents
        yield playwright


@pytest.fixture(scope="session")
def demo_files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the files that are made with the demonstration."""
    return tmp_path_factory.mktemp("media")


@pytest.fixture
def written_log() -> Iterator[StringIO]:
    """Return what the configured log handlers write during the test, formatted as they format it."""
    buffer = StringIO()
    configured = [logging.getLogger(), logging.getLogger("django"), logging.getLogger("django.request")]
    handlers = {handler for logger in configured for handler in logger.handlers}
    consoles = [handler for handler in handlers if type(handler) is logging.StreamHandler]
    assert consoles
    streams = [handler.setStream(buffer) for handler in consoles]
    yield buffer
    for handler, stream in zip(consoles, streams, strict=True):
        handler.setStream(stream)


@pytest.fixture
def home(db: None) -> HomePage:
    """Return the home page of a site with nothing else in it."""
    return build_home(hostname="testserver")
