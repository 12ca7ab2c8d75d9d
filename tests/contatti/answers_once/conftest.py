"""A store of answers for one test alone."""

from pathlib import Path

import pytest
from django.conf import settings as django_settings
from pytest_django import Settings


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, settings: Settings) -> Path:
    """Return the folder of a store of this test's own."""
    own = {**django_settings.CACHES["once"], "LOCATION": tmp_path / "once"}
    settings.CACHES = {**django_settings.CACHES, "once": own}
    return tmp_path / "once"
