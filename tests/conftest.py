"""Fixtures that every test may ask for: the smallest real site."""

import logging
from collections.abc import Iterator
from io import StringIO

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection
from hypothesis import settings
from pytest_django.plugin import blocking_manager_key

from amaranta.demo.home import build_home
from home.models import HomePage
from tests.contatti.keys import operator_keys

__all__ = ["home", "operator_keys"]

settings.register_profile("amaranta", deadline=None)  # no test depends on how busy the machine is
settings.load_profile("amaranta")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """Leave the database as the migrations made it, for whichever test comes next on this worker.

    A test with real transactions ends by emptying every table, the root page's included.
    """
    yield
    mark = item.get_closest_marker("django_db")
    fixtures = set(getattr(item, "fixturenames", ()))
    if fixtures & {"transactional_db", "live_server"} or (mark and mark.kwargs.get("transaction")):
        with item.config.stash[blocking_manager_key].unblock():
            # Once more, without Django's own content types, which would take the keys of the former ones.
            call_command("flush", verbosity=0, interactive=False, inhibit_post_migrate=True)
            connection.creation.deserialize_db_from_string(connection._test_serialized_contents)
        ContentType.objects.clear_cache()


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
