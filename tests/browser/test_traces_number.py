"""A number, its answer and what she writes after it: in Chromium and Firefox as they come, and on their disks."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import OperationalError, connections
from playwright.sync_api import Playwright
from pytest_django.live_server_helper import LiveServer

from tests.browser.reading import ORDINALS
from tests.browser.stock import start
from tests.browser.stock.control import wait_until_kept
from tests.browser.stock.search import Trace, search
from tests.browser.stock.sentinels import Words
from tests.browser.stock.tab import Tab, until
from tests.contatti.conversations import APPOINTMENT, give_answer, reply_in
from tests.contatti.site import ContactSite

pytestmark = pytest.mark.browser

INTERVAL = 1000
"""ms after which Firefox saves its session; by itself it takes longer and does the same."""


@contextmanager
def no_database() -> Iterator[None]:
    def gone(*_arguments: object, **_options: object) -> None:
        raise OperationalError

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(type(connections["default"]), "cursor", gone)
        yield


def take_a_number(tab: Tab, *, scripts: bool) -> str:
    tab.click("[data-wish]")
    if not scripts:
        tab.click("button[name=N]")
    until(lambda: bool(tab.text("[data-digits]")), "number")
    number = tab.text("[data-digits]")
    for name in "AB":
        ordinal = tab.text(f"label[for={name}]").split(" ")[1]
        tab.write(f"#{name}", number.split(" ")[ORDINALS.index(ordinal)])
    return number


def send_at_the_second_try(tab: Tab) -> None:
    """Press while the database is gone, be told so, and press again."""
    with no_database():
        tab.click("[data-contact] .send .button")
        told = ("Il messaggio non è ancora partito", "NON è stato ricevuto")
        until(lambda: any(words in tab.text("main") for words in told), "fault")
    tab.click(".send .button, form.stack button[type=submit]")
    until(lambda: tab.text("main h1") == "Ricevuto", "Ricevuto")


def read(tab: Tab, base: str, number: str) -> None:
    tab.goto(f"{base}/numero/")
    tab.write("#n", number)
    tab.click("[data-reader] .button")


def write_again(tab: Tab, text: str, number: str, *, scripts: bool) -> None:
    """Write below the answer, and send it at the second try."""
    tab.write("#nm", text)
    if scripts:
        with no_database():
            tab.click("[data-do=writes]")
            until(lambda: "il sito non risponde" in tab.text("[data-result]"), "fault")
        tab.click("[data-do=writes]")
        until(lambda: "partito" in tab.text("[data-said]"), "sent")
        return
    tab.write("#n-writes", number)
    with no_database():
        tab.click("button[value=writes]")
        until(lambda: "non è partito" in tab.text("main"), "fault")
    tab.write("#n-writes", number)
    tab.click("button[value=writes]")
    until(lambda: "Il messaggio è partito" in tab.text("main"), "sent")


def look(profile: Path, words: Words, number: str) -> list[Trace]:
    """Return what of her words, of the desk's, and of the digits is in any file."""
    digits = [number[:14], number.replace(" ", "")[:12], number[5:].replace(" ", "%20")[:14]]
    typed = [word for place, word in words.items() if place != "control"]
    return sorted(search(profile, typed + digits))


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
@pytest.mark.parametrize("browser_name", ["Chromium", "Firefox"])
def test_question_number_answer_and_follow_up_each_at_the_second_try_leave_nothing_on_the_disk_kill_included(
    traced_site: ContactSite,
    live_server: LiveServer,
    playwright: Playwright,
    tmp_path: Path,
    browser_name: str,
    scripts: bool,
) -> None:
    words = Words()
    tab = start(browser_name, playwright, tmp_path, scripts=scripts, interval=INTERVAL)
    tab.goto(f"{live_server.url}/scrivi/{traced_site.desks[0].pk}/")
    tab.write("#d", f"prima {words['question']} dopo")
    number = take_a_number(tab, scripts=scripts)
    send_at_the_second_try(tab)
    [question] = traced_site.texts()
    assert words["question"] in question
    give_answer(reply_in(question).code, f"ciao {words['answer']} ciao", appointment=APPOINTMENT)

    read(tab, live_server.url, number)
    until(lambda: words["answer"] in tab.text("main .card"), "answer")
    write_again(tab, f"prima {words['follow-up']} dopo", number, scripts=scripts)
    [follow_up] = set(traced_site.texts()) - {question}
    assert words["follow-up"] in follow_up
    assert reply_in(follow_up).code == reply_in(question).code
    read(tab, live_server.url, number)
    until(lambda: words["answer"] in tab.text("main .card"), "answer")
    tab.write("#nm", f"prima {words['unsent']} dopo")
    wait_until_kept(tab, tmp_path, words["control"])

    tab.kill()
    assert look(tmp_path, words, number) == []
    for each in tmp_path.iterdir():
        shutil.rmtree(each, ignore_errors=True)
    (tmp_path / "planted").write_text(re.sub(r"\s", " ", number))
    assert look(tmp_path, words, number)
