"""What the proof page says equals what was recorded from outside."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.handlers.wsgi import WSGIRequest
from django.core.signals import request_started
from playwright.sync_api import Page, Playwright, expect
from pytest_django.live_server_helper import LiveServer

from home.models import HomePage
from tests.browser.stock import start
from tests.browser.stock.firefox import Firefox
from tests.browser.stock.tab import until
from tests.browser.watch import Watch

pytestmark = pytest.mark.browser


def counts(page: Page) -> dict[str, str]:
    """Return what the page counted, by the name of the count."""
    page.get_by_role("heading", name="Cosa sa di te questo sito").wait_for()
    expect(page.locator("[data-count]", has_text="–")).to_have_count(0)
    return page.evaluate(
        "Object.fromEntries([...document.querySelectorAll('[data-count]')]"
        ".map((place) => [place.dataset.count, place.textContent]))"
    )


def paths(watch: Watch) -> list[str]:
    """Return the paths of the recorded requests over the network."""
    return [
        "/" + request.url.split("/", 3)[3] for request in watch.requests if request.url.startswith("http")
    ]


@pytest.fixture
def stored() -> str:
    """Return a question about everything that a browser can keep for a site."""
    return """async () => ({
        local: localStorage.length,
        session: sessionStorage.length,
        usage: (await navigator.storage.estimate()).usage,
        workers: (await navigator.serviceWorker.getRegistrations()).length,
    })"""


@pytest.fixture
def received() -> Iterator[set[str]]:
    """Collect the names of the headers that reach the server, whatever the program does with them."""
    names: set[str] = set()

    def note(environ: dict[str, str], **_: object) -> None:
        names.clear()
        names.update(WSGIRequest({**environ, "wsgi.input": None}).headers)

    request_started.connect(note)
    yield names
    request_started.disconnect(note)


def test_a_direct_visit_counts_one_request_and_nothing_kept(
    discreet_home: HomePage, page: Page, watch: Watch, stored: str
) -> None:
    page.goto("/prova/")
    found = counts(page)

    assert page.locator("[data-requests] li").all_inner_texts() == paths(watch) == ["/prova/"]
    assert found.pop("requests") == "1"
    assert found.pop("elsewhere") == "0"
    assert found.pop("cookies") == str(len(page.context.cookies())) == "0"
    assert found == {name: str(number) for name, number in page.evaluate(stored).items()}
    assert page.locator("[data-server=cookies]").inner_text() == "0"


def test_a_visit_in_place_lists_every_request_since_the_site_was_opened(
    discreet_home: HomePage, page: Page, watch: Watch
) -> None:
    page.goto("/")
    page.locator("main .button").click()
    page.locator(".ways a", has_text="Cosa sa di te").click()
    found = counts(page)

    assert page.locator("[data-requests] li").all_inner_texts() == paths(watch) == ["/", "/qui/", "/prova/"]
    assert found["requests"] == "3"


def test_it_shows_what_is_there_when_something_is_there(discreet_home: HomePage, page: Page) -> None:
    page.goto("/")
    page.evaluate("document.cookie = 'x=1'; localStorage.setItem('a', 'b'); sessionStorage.setItem('c', 'd')")
    page.evaluate("caches.open('e').then((cache) => cache.put('/f', new Response('g'.repeat(999))))")
    page.goto("/prova/")
    found = counts(page)

    assert [found[name] for name in ("cookies", "local", "session")] == ["1", "1", "1"]
    assert int(found["usage"]) >= 999
    assert page.locator("[data-server=cookies]").inner_text() == "1"


def test_it_names_every_header_that_the_browser_sent(
    discreet_home: HomePage, page: Page, received: set[str]
) -> None:
    page.goto("/prova/")
    shown = page.locator("[data-header]").evaluate_all("(all) => all.map((one) => one.dataset.header)")

    assert set(shown) == received - {"Content-Length", "Content-Type"}


def test_without_scripts_it_says_where_to_look(discreet_home: HomePage, scriptless: Page) -> None:
    scriptless.goto("/prova/")

    assert "Senza JavaScript una pagina non può contare" in scriptless.locator("main noscript").inner_html()
    assert scriptless.locator("[data-server=cookies]").inner_text() == "0"


def places_named_after(port: str, profile: Path) -> set[str]:
    """Return the files that a browser keeps for what sites store, and that hold the name of ours."""
    name = re.compile(rf"localhost.{{1,3}}{port}".encode())
    kept = [
        *profile.glob("Default/WebStorage/**/*"),
        *profile.glob("storage/**/*"),
        *profile.glob("storage.sqlite*"),
    ]
    return {
        str(path.relative_to(profile))
        for path in kept
        if name.search(str(path).encode()) or (path.is_file() and name.search(path.read_bytes()))
    }


@pytest.mark.parametrize("name", ["Chromium", "Firefox"])
def test_counting_leaves_nothing_where_browsers_keep_what_sites_store(
    discreet_home: HomePage, live_server: LiveServer, playwright: Playwright, tmp_path: Path, name: str
) -> None:
    port = live_server.url.rpartition(":")[2]
    found = {}
    for asking in ("", "indexedDB.databases()"):
        profile = tmp_path / (asking or "counted")[:7]
        profile.mkdir()
        tab = start(name, playwright, profile, scripts=True)
        tab.goto(f"http://localhost:{port}/prova/")
        until(lambda tab=tab: tab.text("[data-count=usage]").isdigit(), "counts")
        if asking and isinstance(tab, Firefox):
            tab._ask("WebDriver:ExecuteScript", {"script": f"return {asking}.then(String)", "args": []})
        elif asking:
            tab.page.evaluate(asking)  # type: ignore[attr-defined]
        tab.close()
        found[asking] = places_named_after(port, profile)

    assert found["indexedDB.databases()"] != set()  # so it would be seen
    assert found[""] == set()
