"""Fixtures that every test may ask for: the smallest real site."""

import pytest

from amaranta.demo.home import build_home
from home.models import HomePage


@pytest.fixture
def home(db: None) -> HomePage:
    """Return the home page of a site with nothing else in it."""
    return build_home(hostname="testserver")
