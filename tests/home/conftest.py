"""The whole demonstration, made once for a module of tests; and small pages of each kind for the others."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.conf import LazySettings, settings
from django.db import transaction
from django.test import Client, override_settings
from django.utils import translation
from wagtail.models import Page, Site

from home.models import (
    BasePage,
    CampaignIndexPage,
    CampaignPage,
    HomePage,
    MaterialIndexPage,
    MaterialPage,
    ReservedPhrase,
)
from servizi.models import DeskPage
from servizi.models.partner_index import PartnerSectionPage
from tests.demonstration import build_demonstration

from .campaigns import DURING, make_campaign, make_desk, make_index
from .materials import make_material
from .people import as_


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Say of every test on the demonstration that it needs a database, and takes its own changes back.

    No test database is made for tests that do not say so: alone, they would run on the developer's own.
    """
    for item in items:
        if "demo" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.django_db)


@pytest.fixture(scope="module")
def demo(
    django_db_setup: None, django_db_blocker: Any, demo_files: Path, run_folder: Path
) -> Iterator[dict[str, BasePage]]:
    """Return the published pages of the demonstration by their address."""
    media = override_settings(MEDIA_ROOT=str(demo_files))
    with media, django_db_blocker.unblock(), transaction.atomic():
        translation.activate(settings.LANGUAGE_CODE)
        build_demonstration(run_folder)
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


@pytest.fixture
def database(demo: dict[str, BasePage], db: None) -> None:
    """Let each test write into the demonstration; what it writes is taken back."""


@pytest.fixture
def giulia() -> Client:
    """Return the administration as an editor of Bresso sees it."""
    return as_("redazione-bresso")


@pytest.fixture
def moderator() -> Client:
    return as_("moderazione")


@pytest.fixture
def media(settings: LazySettings, tmp_path: Path) -> Path:
    """Keep the files of a test in a folder of its own."""
    settings.MEDIA_ROOT = str(tmp_path)
    return tmp_path


@pytest.fixture
def during() -> Iterator[None]:
    """Stop the clock while the campaign runs."""
    with time_machine.travel(DURING, tick=False):
        yield


@pytest.fixture
def index(home: HomePage) -> CampaignIndexPage:
    return make_index(home)


@pytest.fixture
def campaign(index: CampaignIndexPage) -> CampaignPage:
    return make_campaign(index)


@pytest.fixture
def desk(home: HomePage) -> DeskPage:
    return make_desk(home)


@pytest.fixture
def library(home: HomePage) -> MaterialIndexPage:
    page = MaterialIndexPage(title="Per le scuole", slug="scuole", search_description="Materiali.")
    home.add_child(instance=page)
    return page


@pytest.fixture
def material(media: Path, library: MaterialIndexPage) -> MaterialPage:
    """Return a published material with a lesson, a sheet and a table, and its files."""
    return make_material(library)
