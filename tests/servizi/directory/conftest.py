"""One directory for all tests of a module."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.servizi.directory_site import Directory, as_read_again, standing_directory


@pytest.fixture(scope="module")
def standing(django_db_setup: None, django_db_blocker: Any) -> Iterator[Directory]:
    with standing_directory(django_db_blocker.unblock) as directory:
        yield directory


@pytest.fixture
def directory(standing: Directory, db: None) -> Directory:
    return as_read_again(standing)
