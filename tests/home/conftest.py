"""The whole demonstration, made once for a module of tests that only read it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import transaction
from django.test import override_settings
from django.utils import translation
from wagtail.models import Page, Site

from home.models import BasePage, ReservedPhrase
from servizi.models.partner_index import PartnerSectionPage
from tests.demonstration import build_demonstration


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Say of every test on the demonstration that it needs a database, and takes its own changes back.

    No test database is made for tests that do not say so: alone, they would run on the developer's own.
    """
    for item in items:
        if "demo" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.django_db)


@pytest.fixture(scope="module")
def demo(django_db_setup: None, django_db_blocker: Any, demo_files: Path) -> Iterator[dict[str, BasePage]]:
    """Return the published pages of the demonstration by their address."""
    media = override_settings(MEDIA_ROOT=str(demo_files))
    with media, django_db_blocker.unblock(), transaction.atomic():
        translation.activate(settings.LANGUAGE_CODE)
        build_demonstration()
        Site.objects.update(hostname="testserver")
        Site.clear_site_root_paths_cache()
        pages = Page.objects.live().filter(depth__gt=1).specific()
        # A section of the directory only sends on to the directory.
        yield {page.get_url(): page for page in pages if not isinstance(page, PartnerSectionPage)}
        transaction.set_rollback(True)
        Site.clear_site_root_paths_cache()


@pytest.fixture
def reserved(db: None) -> ReservedPhrase:
    return ReservedPhrase.of("via dell'Esempio 99", note="una casa, via e numero")
