"""README's first screen, played by somebody who just installed it: both sides, in what `make run` starts."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PATIENCE
from tests.browser.reading import read, type_groups_again
from tests.browser.stock.tab import until
from tests.browser.watch import DESKTOP, PHONE, Watch
from tests.contatti.smtp import free_port
from tests.deployment import ROOT, Deployment

pytestmark = pytest.mark.browser

STORIES = {True: "Il glicine sotto casa", False: "Il cortile dietro casa"}
READER = "bresso-operatrice-1"
DELIVERED = 180.0
"""Seconds after which a letter that has not come is lost: a busy machine, and some pauses between attempts."""
Enter = Callable[..., Page]


class Newcomer(Deployment):
    """The demonstration of `make run` on ports of its own."""

    def __init__(self, folder: Path, migrated: Path) -> None:
        shutil.copy(migrated, folder / "amaranta.sqlite3")
        super().__init__(f"sqlite:///{folder / 'amaranta.sqlite3'}", free_port(), folder)
        site, mailbox = free_port(), free_port()
        self.site, self.mailbox = f"http://localhost:{site}", f"http://localhost:{mailbox}"
        binaries = Path(sys.executable).parent
        self.environment |= {
            "AMARANTA_PORT": str(site),
            "AMARANTA_MAILBOX_PORT": str(mailbox),
            "PYTHONPATH": "site",
            "PATH": f"{binaries}{os.pathsep}{os.environ['PATH']}",
        }
        self.welcome = self.manage("demo", "--port", str(site))
        honcho = [str(binaries / "honcho"), "-f", "deploy/Procfile", "start"]
        self._processes.append(
            subprocess.Popen(
                honcho, cwd=ROOT, env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
        )
        until(lambda: bool(self.shown(self.site)), self.site)
        # The first letters are sent before the mailbox is there, and again after a pause.
        until(lambda: "/posta/" in self.shown(self.mailbox), "the first letters", DELIVERED)

    def shown(self, address: str) -> str:
        """Return a page, empty as long as nobody serves it."""
        try:
            with urlopen(address) as page:
                return str(page.read().decode())
        except OSError:
            return ""


@pytest.fixture(scope="module")
def newcomer(migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newcomer]:
    newcomer = Newcomer(tmp_path_factory.mktemp("newcomer"), migrated)
    yield newcomer
    newcomer.stop()


@pytest.fixture
def enter(browser: Browser, newcomer: Newcomer, watch: Watch) -> Iterator[Enter]:
    """Return a function that opens a browser of its own at the site."""
    contexts = []

    def enter(**options: object) -> Page:
        context = browser.new_context(base_url=newcomer.site, locale="it-IT", **options)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        watch.attach(context)
        return context.new_page()

    yield enter
    for context in contexts:
        context.close()


def write(she: Page, *, scripts: bool) -> str:
    """Write to the desk of Bresso with a number and two windows; return the number."""
    she.goto("/")
    she.get_by_role("link", name="Scrivi", exact=True).first.click()
    # Without scripts the page between has no "Continua": it cannot take anything out of the history.
    on = (
        she.get_by_role("link", name="Continua")
        if scripts
        else she.locator("main").get_by_role("link", name="Scrivi")
    )
    on.click()
    she.get_by_role("link", name="Scrivi qui Spazio Sambuco Bresso").click()
    she.get_by_label("Un appuntamento").check()
    she.get_by_text("Vedi gli orari").click()
    for window in she.locator("#p .day + .choice").all()[:2]:
        window.click()
    # As fast as a person: what is sent within three seconds is asked to wait.
    she.get_by_label("Se vuoi, raccontaci").press_sequentially(STORIES[scripts], delay=150)
    she.get_by_label("Sì, dammi un numero").check()
    if not scripts:
        she.get_by_role("button", name="Dammi un numero").click()
    number = type_groups_again(she)
    she.get_by_role("button", name="Invia").click()
    expect(she.get_by_role("heading", name="Ricevuto")).to_be_visible()
    return number


def open_letter(desk: Page, newcomer: Newcomer, *told: str) -> str:
    """Open with an operator's key the letter that says this, once it has come, and return its text."""
    looked: set[str] = set()
    found: list[str] = []

    def has_come() -> bool:
        desk.goto(newcomer.mailbox)
        letters = {str(each.get_attribute("href")) for each in desk.locator(".mails a").all()}
        for letter in letters - looked:
            desk.goto(newcomer.mailbox + letter)
            assert not any(words in desk.content() for words in told)
            desk.get_by_role("link", name=READER).click()
            text = desk.locator("pre.letter").all_inner_texts()
            looked.add(letter)
            if all(words in "".join(text) for words in told):
                found.extend(text)
                return True
        return False

    until(has_come, told[0], DELIVERED)
    return found[0]


def answer(desk: Page, newcomer: Newcomer) -> None:
    """From the opened letter to an answer with an appointment, as the mailbox's page says."""
    code = desk.locator("pre.code").inner_text()
    desk.locator("a[href*='/admin/console/rispondi/']").click()
    password = re.search(r"password: (\S+)", newcomer.welcome)
    assert password
    desk.get_by_label("Nome utente").fill("operatrice")
    desk.get_by_label("Password").fill(password[1])
    desk.get_by_role("button", name="Accedi", exact=True).click()
    desk.get_by_label("Codice di risposta").fill(code)
    expect(desk.get_by_text("MAI RISPOSTO.", exact=True)).to_be_visible()
    desk.get_by_label("Ho capito").check()
    desk.get_by_label("Parti da una risposta pronta").select_option(index=1)
    desk.get_by_role("button", name="Inserisci").click()
    desk.get_by_label("Proponi un appuntamento").select_option(index=2)
    desk.get_by_role("button", name="Guarda come la vedrà").click()
    desk.get_by_role("button", name="Chiudi e metti a disposizione").click()
    expect(desk.get_by_text("Fatto. Chi ha il numero la trova adesso")).to_be_visible()


def accept(she: Page, number: str, *, scripts: bool) -> None:
    """Read the answer in another browser, and say yes."""
    read(she, number)
    expect(she.get_by_role("heading", name="Appuntamento").first).to_be_visible()
    if not scripts:
        she.get_by_label("Scrivi di nuovo il numero").first.fill(number)
    she.get_by_role("button", name="Va bene, vengo").click()
    expect(she.get_by_text("Abbiamo detto allo sportello che vieni")).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_a_newcomer_plays_both_sides_from_the_question_to_the_accepted_appointment(
    newcomer: Newcomer, enter: Enter, scripts: bool
) -> None:
    she, desk = enter(viewport=PHONE, java_script_enabled=scripts), enter(viewport=DESKTOP)

    number = write(she, scripts=scripts)
    letter = open_letter(desk, newcomer, STORIES[scripts])
    assert re.search(r"^Orari possibili: [^;\n]+; [^;\n]+$", letter, re.MULTILINE)
    answer(desk, newcomer)
    accept(enter(viewport=PHONE, java_script_enabled=scripts), number, scripts=scripts)
    told = open_letter(desk, newcomer, "ACCETTA l’appuntamento", code_in(letter))
    assert "Dopo la vostra risposta numero 1" in told
    assert code_in(told) == code_in(letter)

    desk.goto(f"{newcomer.site}/admin/console/rispondi/")
    desk.get_by_label("Codice di risposta").fill(code_in(told))
    expect(desk.get_by_text("Già risposto: da ")).to_be_visible()


def code_in(letter: str) -> str:
    found = re.search(r"Codice di risposta:\n([A-Z2-7 \n]+)\n", letter)
    assert found
    return found[1]
