"""What is on the disk of a real browser after a visit; `make traces` writes it into docs/traces.md."""

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Playwright
from pytest_django.live_server_helper import LiveServer

from contatti.contact_form import ticket
from tests.browser.stock import start
from tests.browser.stock.elsewhere import Elsewhere
from tests.browser.stock.report import Row, write
from tests.browser.stock.search import HOST, Trace, search
from tests.browser.stock.sentinels import Words
from tests.browser.stock.tab import Tab, follow, until

pytestmark = pytest.mark.browser

WRITE = "header a:is([data-to], [href='/scrivi/'])"
THEME = ["violenz", "maltratt", "stalking", "in pericolo", "denunc"]
TITLES = [
    "Non sei sola",
    "Prima di continuare",
    "Lasciare meno tracce",
    "Cosa sa di te",
    "Scrivi a uno sportello",
    "Questa pagina non c",
    "Il messaggio non è ancora partito",
    "Troppo presto",
    "Villa Prova",
]


@dataclass
class Journey:
    """One visit: how pages are opened, how it ends, and the paths that may stay."""

    name: str
    leave: Callable[[Tab], None]
    paths: set[str]
    scripts: bool = True
    discreet: bool = True


def tap(tab: Tab) -> None:
    tab.click(".exit-row .exit-link")


def press_shift_three_times(tab: Tab) -> None:
    for _ in range(3):
        tab.press("Shift")


LINES = ["d", "e", "g", "h", "i", "m"]
BROWSERS = ["Chromium", "Firefox"]
ONCE = re.compile(r"^/(invia|cerca|rete|ecco|scrivi)/[\w?#-].*")
"""What answers a form sent without JavaScript has an address of its own, which opens once; a desk's form one with
a number."""
ONE = {"/", "/qui/"}
ALL = {
    "/", "/qui/", "/sportelli/", "/cerca/", "/cerca/…", "/tracce/", "/scrivi/", "/scrivi/…", "/prova/", "/non-esiste/",
    "/invia/", "/invia/…", "/ecco/…", "/rete/", "/rete/…",
}  # fmt: skip
JOURNEYS = [
    Journey("discreet navigation, tap", tap, ONE),
    Journey("discreet navigation, Shift three times", press_shift_three_times, ONE),
    Journey(
        "ordinary navigation of help pages, tap",
        tap,
        {*ONE, "/sportelli/", "/cerca/", "/rete/", "/rete/…", "/non-esiste/"},
        discreet=False,
    ),
    Journey("without JavaScript, tap", tap, ALL, scripts=False, discreet=False),
]


@pytest.fixture(scope="module")
def measured() -> Iterator[list[Row]]:
    """Collect the rows of the document, and write it when asked for and all are there."""
    rows: list[Row] = []
    yield rows
    if os.environ.get("AMARANTA_WRITE_TRACES") and len(rows) == len(JOURNEYS) * len(BROWSERS):
        write(settings.ROOT / "docs" / "traces.md", rows)


def visit(tab: Tab, journey: Journey, base: str, words: Words) -> list[str]:
    """Go through the whole site, search, and write twice; return what the site showed that could betray her."""
    tab.goto(base)
    if journey.discreet:
        tab.click("[data-quiet]")
    follow(tab, "header a[href='/sportelli/']", "Sportelli")
    follow(tab, "header a[href='/cerca/']", "Cerca")
    tab.write("main form .input", words["search"])
    tab.click("main form button")
    until(lambda: "Non abbiamo trovato niente" in tab.text("#risultati"), "search")
    follow(tab, "header .brand", "Non sei sola.")
    follow(tab, WRITE, "Prima di continuare")
    if journey.scripts:
        follow(tab, ".ways a[href='/prova/']", "Cosa sa di te questo sito")
        until(lambda: tab.text("[data-count=workers]") == "0", "counts")
        follow(tab, "[data-back]", "Prima di continuare")
    follow(tab, ".ways a[href='/tracce/']", "Lasciare meno tracce")
    follow(tab, "main a[href='/rete/']", "Rete")
    tab.write("main form [name=q]", words["directory"])
    tab.click("main form button")
    until(lambda: "Nessun ente risponde" in tab.text("#risultati"), "search in the directory")
    if journey.scripts:
        follow(tab, "[data-back]", "Lasciare meno tracce")
    else:
        tab.goto(f"{base}/tracce/")
    follow(tab, "main a[href='/non-esiste/']", "Questa pagina non c’è")
    open_form(tab)
    send_without_a_wish(tab, words)
    if not journey.scripts:
        send_too_early(tab)
    ticket.MIN_SECONDS = -1
    reference = send(tab)
    open_form(tab)
    for name in ("d", "e"):
        tab.write(f"[name={name}]", words[f"left {name}"])
    return [reference]


def open_form(tab: Tab) -> None:
    """Open the form; a browser without scripts is interrupted again whenever it comes from a help page."""
    tab.click(WRITE)
    until(lambda: tab.text("main h1") in {"Prima di continuare", "Scrivi a uno sportello"}, "form")
    if tab.text("main h1") == "Prima di continuare":
        follow(tab, ".ways a[href='/scrivi/']", "Scrivi a uno sportello")
    tab.click("main .card a.button")
    until(lambda: tab.text("main form .send .button") == "Invia", "form of a desk")


def send_without_a_wish(tab: Tab, words: Words) -> None:
    """Write everything but what it is about, and be told so."""
    tab.click("[name=a][value='2']")
    tab.click("[name=f][value='2']")
    for name in LINES[1:]:
        tab.write(f"[name={name}]", f"prima {words[name]} dopo")
    tab.click(".send button")
    until(lambda: "Scegli che cosa ti serve" in tab.text("[data-alert]"), "the wish is missing")
    tab.click("[name=c][value='2']")
    tab.write("[name=d]", f"prima {words['d']} dopo")


def send_too_early(tab: Tab) -> None:
    """Send as fast as no person does, and be asked to wait."""
    tab.click(".send button")
    until(lambda: "Quello che hai scritto" in tab.text("[data-alert]") and not tab.text("#c-e"), "too early")


def send(tab: Tab) -> str:
    """Send the request and return the reference that the site shows."""
    tab.click(".send button")
    until(lambda: tab.text("main h1") == "Ricevuto", "Ricevuto")
    return tab.text("[data-reference]")


@pytest.mark.usefixtures("traced_site")
@pytest.mark.parametrize("journey", JOURNEYS, ids=lambda journey: journey.name)
@pytest.mark.parametrize("browser_name", BROWSERS)
def test_a_visit_leaves_nothing_on_the_disk_but_addresses_that_say_nothing(
    live_server: LiveServer,
    playwright: Playwright,
    elsewhere: Elsewhere,
    measured: list[Row],
    tmp_path: Path,
    browser_name: str,
    journey: Journey,
) -> None:
    words = Words()
    if not journey.scripts:
        ticket.MIN_SECONDS = 1000  # the fixture of the site gives it back
    tab = start(browser_name, playwright, tmp_path, scripts=journey.scripts)
    secrets = visit(tab, journey, live_server.url, words)
    journey.leave(tab)
    until(elsewhere.came.is_set, "neutral site")
    until(lambda: tab.text("main h1") == "Sereno", "neutral site")
    tab.close()

    host = live_server.url.removeprefix("http://")
    # Each of her words alone first: what they say stands in the message, and the rest need not be read.
    assert sorted(search(tmp_path, list(words.values()))) == []
    traces = search(tmp_path, [*THEME, *TITLES, *secrets], host, frozenset(ALL))
    traces = {Trace(ONCE.sub(r"/\1/…", trace.found), trace.place) for trace in traces}
    measured.append(Row.of(browser_name, journey.name, traces))

    assert {trace.found for trace in traces} - {HOST} <= journey.paths, sorted(traces)
    assert elsewhere.referers == [None]
