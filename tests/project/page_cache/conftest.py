"""A site whose pages are kept, as this process and another answer for it."""

import time
from collections.abc import Callable, Iterator
from http.client import HTTPConnection

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client

from amaranta.demo.home import build_home
from home.models import HelpPage, SiteSettings
from tests.contatti.site import ContactSite, build_contact_site
from tests.contatti.smtp import free_port
from tests.deployment import Deployment


@pytest.fixture
def site(transactional_db: None) -> ContactSite:
    """Return a site with a form, and a page of words in its menu, committed as in earnest."""
    home = build_home(hostname="localhost")
    contact = build_contact_site(home)
    page = HelpPage(title="Prima pagina", slug="pagina", show_in_menus=True)
    home.add_child(instance=page)
    SiteSettings.objects.update(contact_page=contact.page)
    return contact


@pytest.fixture
def other(site: ContactSite) -> Iterator[Callable[[str], str]]:
    """Return how another process on the same database answers to an address."""
    port = free_port()
    deployment = Deployment(f"sqlite:///{connection.settings_dict['NAME']}", free_port(), settings.VAR)
    deployment.start("serve", f"--port={port}", "--processes=1")

    def ask(address: str) -> str:
        http = HTTPConnection("127.0.0.1", port, timeout=30)
        http.request("GET", address, headers={"Host": "localhost"})
        answer = http.getresponse()
        return f"{answer.status} {answer.read().decode()}"

    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            ask("/salute/")
            break
        except OSError:
            time.sleep(0.2)
    yield ask
    deployment.stop()


@pytest.fixture
def reader() -> Client:
    return Client(headers={"host": "localhost"})
