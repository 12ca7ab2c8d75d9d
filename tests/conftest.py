"""Fixtures that every test may ask for: the smallest real site."""

import logging
from collections.abc import Iterator
from io import StringIO

import pytest
from django.db import connection
from hypothesis import settings
from pytest_django import DjangoDbBlocker

from amaranta.demo.home import build_home
from home.models import HomePage
from tests.contatti.keys import operator_keys

__all__ = ["home", "operator_keys"]

settings.register_profile("amaranta", deadline=None)  # no test depends on how busy the machine is
settings.load_profile("amaranta")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Leave the database as the migrations made it.

    A test with real transactions ends by emptying every table, and a run with --reuse-db would start
    without the root page.
    """
    yield
    contents = getattr(connection, "_test_serialized_contents", None)
    if contents:
        with django_db_blocker.unblock():
            connection.creation.deserialize_db_from_string(contents)


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
