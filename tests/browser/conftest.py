"""A real Chromium against the real server; every page is watched for what it must never do."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import override_settings
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect
from pytest_django.live_server_helper import LiveServer
from wagtail.models import Site

from amaranta.demo.discreet import build_discreet_pages
from amaranta.demo.home import build_home
from contatti.contact_form import ticket
from contatti.models import ModelAnswer
from contatti.sealed.conf import sealed_settings
from contatti.sealed.conversation import ConversationKeys, keys_of, make_code
from home.models import HomePage, SafeBrowsingPage, SiteSettings
from servizi.models import PartnerIndexPage
from tests.browser.answering import Desk
from tests.browser.stock.elsewhere import Elsewhere
from tests.browser.watch import DESKTOP, PHONE, Open, Watch
from tests.contatti.desks import DeskMaker
from tests.contatti.site import ContactSite, build_contact_site
from tests.contatti.staff import operator
from tests.demonstration import build_demonstration

ARGUMENTS = [
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


# No test waits for something not to come: on a busy machine, what comes late comes all the same.
PATIENCE = 30_000  # ms
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
    yield chromium
    chromium.close()


@pytest.fixture
def live_home(django_db_serialized_rollback: None, live_server: LiveServer) -> HomePage:
    """Return the home page of the smallest site, served at `live_server.url`."""
    return build_home()


@pytest.fixture
def watch() -> Iterator[Watch]:
    """Return what this test's pages did; the test fails if a policy was violated or a script broke."""
    watch = Watch()
    yield watch
    assert watch.violations == []
    assert watch.errors == []


@pytest.fixture
def open_page(browser: Browser, live_server: LiveServer, watch: Watch) -> Iterator[Open]:
    """Return a function that opens an empty tab of a fresh browser profile.

    It takes the options of Playwright's `Browser.new_context`; the default is a phone.
    """
    contexts: list[BrowserContext] = []

    def open_(**options: Any) -> Page:
        context = browser.new_context(
            **{"base_url": live_server.url, "viewport": PHONE, "locale": "it-IT", **options}
        )
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        watch.attach(context)
        return context.new_page()

    yield open_
    for context in contexts:
        context.close()


@pytest.fixture
def page(open_page: Open) -> Page:
    """Return a tab on a phone."""
    return open_page()


@pytest.fixture
def desktop(open_page: Open) -> Page:
    """Return a tab on a desktop computer."""
    return open_page(viewport=DESKTOP)


@pytest.fixture
def scriptless(open_page: Open) -> Page:
    """Return a tab on a phone whose browser runs no script of a page."""
    return open_page(java_script_enabled=False)


@pytest.fixture
def discreet_home(live_home: HomePage) -> HomePage:
    """Return a first page whose main button leads to a private page."""
    build_discreet_pages(live_home)
    settings = SiteSettings.objects.get()
    settings.contact_page = live_home.get_children().get(slug="tracce")
    settings.save()
    return live_home


@pytest.fixture
def live_demo(
    live_home: HomePage, live_server: LiveServer, demo_files: Path, run_folder: Path
) -> Iterator[None]:
    """Serve the whole demonstration."""
    with override_settings(MEDIA_ROOT=str(demo_files)):
        build_demonstration(run_folder, port=int(live_server.url.rpartition(":")[2]))
        yield
    Site.clear_site_root_paths_cache()


@pytest.fixture
def live_contact(live_home: HomePage, monkeypatch: pytest.MonkeyPatch) -> ContactSite:
    """Return a live site whose form works, for a browser that fills it in faster than a person."""
    monkeypatch.setattr(ticket, "MIN_SECONDS", -1)
    build_discreet_pages(live_home)
    return build_contact_site(live_home)


@pytest.fixture
def elsewhere() -> Iterator[Elsewhere]:
    """Return a neutral site on this machine."""
    elsewhere = Elsewhere()
    yield elsewhere
    elsewhere.close()


@pytest.fixture
def traced_site(live_contact: ContactSite, live_home: HomePage, elsewhere: Elsewhere) -> ContactSite:
    """Return a complete small site whose exit leads to this machine."""
    live_home.add_child(
        instance=PartnerIndexPage(title="Rete", slug="rete", lead="Chi aiuta.", locale=live_home.locale)
    )
    row = SiteSettings.objects.get()
    row.exit_destination = elsewhere.address
    row.desks_page = live_home.get_children().get(slug="sportelli")
    row.save()
    safe = SafeBrowsingPage.objects.get()
    safe.intro += '<p><a href="/non-esiste/">una pagina che non c’è più</a> <a href="/rete/">rete</a></p>'
    safe.save()
    return live_contact


@pytest.fixture
def desk(live_home: HomePage, live_server: LiveServer) -> Desk:
    maker = DeskMaker(live_home)
    page, other = maker.open("Primo"), maker.open("Secondo")
    ModelAnswer.objects.create(
        title="Un appuntamento per chi ha chiesto una parola", text="Ciao, grazie di aver scritto."
    )
    return Desk(page, operator("anna", page), operator("bea", page, other), live_server.url)


@pytest.fixture
def keys() -> ConversationKeys:
    return keys_of(make_code(), sealed_settings.SITE_ID)
