"""Fixtures that every test may ask for: the smallest real site."""

import pytest
from hypothesis import settings

from amaranta.demo.home import build_home
from home.models import HomePage
from tests.contatti.keys import operator_keys

__all__ = ["home", "operator_keys"]

settings.register_profile("amaranta", deadline=None)  # no test depends on how busy the machine is
settings.load_profile("amaranta")


@pytest.fixture
def home(db: None) -> HomePage:
    """Return the home page of a site with nothing else in it."""
    return build_home(hostname="testserver")
