"""The form in lynx: no script, no style, only keys."""

import os
import subprocess
from pathlib import Path

import pytest
from pytest_django.live_server_helper import LiveServer

from contatti.receiving import numbered
from contatti.sealed.conversation import grouped, make_code
from tests.contatti.conversations import APPOINTMENT, code_of, give_answer, reply_in
from tests.contatti.site import ContactSite

LYNX = ["lynx", "-nopause", "-nocolor", "-display_charset=UTF-8"]


def screen(address: str) -> str:
    """Return a page as lynx writes it out."""
    return subprocess.run([*LYNX, "-dump", address], capture_output=True, text=True, check=True).stdout


def look_for(words: str) -> list[str]:
    """Return the keys that search for words; lynx then stands on the first field of that line, or before it."""
    return ["/", *typed(words), "^J"]


def typed(text: str) -> list[str]:
    return ["<space>" if letter == " " else letter for letter in text]


def drive(address: str, keys: list[str], folder: Path) -> None:
    """Open a page in lynx and press keys."""
    script = folder / "keys"
    script.write_text("".join(f"key {key}\n" for key in keys))
    environment = {**os.environ, "TERM": "xterm", "LINES": "40", "COLUMNS": "100"}
    subprocess.run(
        [*LYNX, f"-cmd_script={script}", address],
        env=environment,
        capture_output=True,
        check=True,
        timeout=60,
    )


def test_the_form_reads_well_in_a_text_browser(live_contact: ContactSite, live_server: LiveServer) -> None:
    choice = screen(f"{live_server.url}/scrivi/")
    assert "A quale sportello vuoi scrivere?" in choice
    assert "Scrivi qui Borgo Esempio" in choice

    text = screen(f"{live_server.url}/scrivi/{live_contact.desks[1].pk}/")
    assert "A: Borgo Esempio" in text
    assert "(*) Preferisco non rispondere" in text
    assert "const " not in text
    assert "NON" not in text


def test_a_request_is_sent_with_a_text_browser(
    live_contact: ContactSite, live_server: LiveServer, tmp_path: Path
) -> None:
    next_field, press = "^I", "^J"
    choose_desk = [*look_for("Scrivi qui Borgo"), press]
    choose_wish = [*look_for("Un appuntamento"), next_field, next_field, press]
    # Behind it: the tick and the button for a number.
    send = [*look_for("Lascia vuoto"), next_field, next_field, next_field, press]
    drive(f"{live_server.url}/scrivi/", [*choose_desk, *choose_wish, *send, "q", "y"], tmp_path)

    text = live_contact.texts()[0]
    assert "Sportello: Borgo Esempio\n" in text
    assert "Che cosa chiede: Essere richiamata\n" in text
    assert "In un posto sicuro" not in text


def test_a_number_is_taken_and_its_answer_read_and_accepted_with_a_text_browser(
    live_contact: ContactSite, live_server: LiveServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    next_field, press, number = "^I", "^J", make_code()
    groups = grouped(number).split(" ")
    # She reads them from the screen; keys that are prepared know them beforehand.
    monkeypatch.setattr(numbered, "make_code", lambda: number)
    monkeypatch.setattr(numbered.SystemRandom, "sample", lambda *_: [1, 3])
    wish = [*look_for("Lascia vuoto"), next_field, press, next_field, press]
    again = [*look_for("Il secondo gruppo"), *typed(groups[1]), next_field, *typed(groups[3])]
    form = f"{live_server.url}/scrivi/{live_contact.desks[0].pk}/"
    what = [*look_for("Un appuntamento"), next_field, press]
    drive(form, [*what, *wish, *again, next_field, press, "q", "y"], tmp_path)
    code = reply_in(live_contact.texts()[0]).code
    assert code == code_of(number, live_contact.desks[0].mailbox)

    give_answer(code, "Ti aspettiamo con un caffè.", appointment=APPOINTMENT)
    read = [*look_for("Sono 22 cifre"), *typed(number), next_field, press]
    accept = [*typed(number), next_field, press]
    drive(f"{live_server.url}/numero/", [*read, *accept, "q", "y"], tmp_path)
    [accepted] = [text for text in live_contact.texts() if "ACCETTA l’appuntamento" in text]
    assert reply_in(accepted).code == code
