"""The form in lynx: no script, no style, only keys."""

import os
import subprocess
from pathlib import Path

from pytest_django.live_server_helper import LiveServer

from tests.contatti.site import ContactSite

LYNX = ["lynx", "-nopause", "-nocolor", "-display_charset=UTF-8"]


def screen(address: str) -> str:
    """Return a page as lynx writes it out."""
    return subprocess.run([*LYNX, "-dump", address], capture_output=True, text=True, check=True).stdout


def look_for(words: str) -> list[str]:
    """Return the keys that search for words; lynx then stands on the first field of that line, or before it."""
    return ["/", *("<space>" if letter == " " else letter for letter in words), "^J"]


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
