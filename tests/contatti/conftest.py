"""Fixtures for secure contact."""

import pytest

from home.models import HomePage
from tests.contatti.desks import DeskMaker


@pytest.fixture
def desks(home: HomePage) -> DeskMaker:
    """Return the maker of desks that take requests."""
    return DeskMaker(home)
