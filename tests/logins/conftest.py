"""Production's rules for logins, and people who have a second factor."""

from collections.abc import Iterator

import pytest
from django.conf import LazySettings
from django.core.cache import caches
from django.db import transaction

from tests.logins.people import Person, person


@pytest.fixture(autouse=True)
def fresh_limits() -> Iterator[None]:
    caches["logins"].clear()
    yield
    caches["logins"].clear()


@pytest.fixture(autouse=True)
def production(settings: LazySettings) -> None:
    settings.LOGINS_SECOND_FACTOR = True
    settings.LOGINS_FRESH_SECONDS = 600


@pytest.fixture(autouse=True)
def commits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what waits for a commit happen at once: a test's own transaction is never committed."""
    monkeypatch.setattr(transaction, "on_commit", lambda function, *args, **kwargs: function())


@pytest.fixture
def anna(db: None) -> Person:
    """Return an administrator whose app shows codes."""
    return person("anna", is_superuser=True)


@pytest.fixture
def bea(db: None) -> Person:
    """Return another administrator."""
    return person("bea", is_superuser=True)
