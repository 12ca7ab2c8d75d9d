"""The whole demonstration in a real browser, public pages and administration, with the network recorded."""

from urllib.parse import urljoin, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import resolve, reverse
from playwright.sync_api import Page as Tab
from pytest_django.live_server_helper import LiveServer
from wagtail.images import get_image_model
from wagtail.models import Page

from tests.browser.addresses import BESIDES, addresses, one_of_each, sampled
from tests.browser.watch import DESKTOP, PHONE, Open, Watch

pytestmark = pytest.mark.browser

# Answers that are no page, and the way out.
NO_PAGES = (
    "logout",
    "bulk",
    "export",
    "serve",
    "preview",
    "jsi18n",
    "sprite",
    "delete",
    "verifica",
    "translation_file",
)
VIEWS = 25


@pytest.fixture
def every_address(live_demo: None) -> dict[str, type]:
    """Return the addresses of all published pages of the demonstration, with their types."""
    return addresses()


def hosts(watch: Watch) -> set[str]:
    return {urlsplit(request.url).netloc for request in watch.requests if request.url.startswith("http")}


def test_no_public_page_asks_another_host_sets_a_cookie_breaks_its_policy_or_makes_a_picture(
    every_address: dict[str, type], open_page: Open, watch: Watch, live_server: LiveServer
) -> None:
    made = get_image_model().get_rendition_model().objects.count()
    tab: Tab = open_page(viewport=DESKTOP)
    for address in [*sampled(every_address), *BESIDES]:
        tab.goto(address)

    assert hosts(watch) == {urlsplit(live_server.url).netloc}
    assert tab.context.cookies() == []
    assert tab.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    assert get_image_model().get_rendition_model().objects.count() == made


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_type_of_page_on_phone_and_desktop(
    every_address: dict[str, type], open_page: Open, live_server: LiveServer, scheme: str
) -> None:
    found: dict[str, str] = {}
    for size in (PHONE, DESKTOP):
        tab = open_page(viewport=size, color_scheme=scheme, bypass_csp=True)
        sign_in(tab, live_server)
        for address in [*one_of_each(every_address), reverse("style")]:
            tab.goto(address)
            # Skip links stand before every landmark: that is their use.
            results = Axe().run(tab, context={"exclude": [[".skip"]]})
            if results.violations_count:
                found[f"{address} {size}"] = results.generate_report()

    assert found == {}


def sign_in(tab: Tab, live_server: LiveServer) -> None:
    client = Client()
    client.force_login(get_user_model().objects.get(username="amministrazione"))
    cookie = client.cookies["s"]
    tab.context.add_cookies([{"name": "s", "value": cookie.value, "url": live_server.url}])


def links(tab: Tab) -> list[str]:
    """Return the addresses in the administration that the page shown links to."""
    found: list[str] = tab.eval_on_selector_all(
        "a[href^='/admin/'], [data-href^='/admin/']", "all => all.map(each => each.getAttribute('href'))"
    )
    return [urljoin(tab.url, address.split("?")[0].split("#")[0]) for address in found if address]


def view_of(address: str) -> str:
    match = resolve(urlsplit(address).path)
    return f"{match.view_name} {match.kwargs.get('content_type_model_name', '')}"


def test_no_view_of_the_administration_asks_another_host_or_breaks_its_policy(
    every_address: dict[str, type], open_page: Open, watch: Watch, live_server: LiveServer
) -> None:
    tab: Tab = open_page(viewport=DESKTOP)
    sign_in(tab, live_server)

    start = [reverse("wagtailadmin_home"), reverse("wagtailusers_users:index")]
    start += [reverse("wagtailadmin_pages:edit", args=[pk]) for pk in one_page_of_each_type()]
    waiting = [urljoin(live_server.url, address) for address in start]
    seen: set[str] = set()
    languages: set[str] = set()
    edited = set(waiting[2:])
    while waiting:
        address = waiting.pop(0)
        view = view_of(address)
        if any(word in view for word in NO_PAGES) or (view in seen and address not in edited):
            continue
        seen.add(view)
        edited.discard(address)
        response = tab.goto(address)
        assert response is not None
        assert response.status == 200, address
        languages.add(tab.evaluate("document.documentElement.lang"))
        waiting += links(tab)

    assert len(seen) >= VIEWS, sorted(seen)
    assert languages == {"it"}
    assert hosts(watch) == {urlsplit(live_server.url).netloc}


def one_page_of_each_type() -> list[int]:
    pages = Page.objects.live().filter(depth__gt=1).order_by("-path")
    return list({page.content_type_id: page.pk for page in pages}.values())
