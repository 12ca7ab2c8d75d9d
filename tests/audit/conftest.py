"""The demonstration, made once for a module, as the tests of pages have it."""

from tests.home.conftest import database, demo

__all__ = ["database", "demo"]
