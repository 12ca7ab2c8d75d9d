"""A monitor outside notices that the form serves a key that nobody put on its list."""

import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from pytest_django.live_server_helper import LiveServer

from tests.contatti.site import ContactSite

SCRIPT = settings.ROOT / "deploy" / "compare_keys.py"


def run(live_server: LiveServer, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(SCRIPT), live_server.url, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.browser
def test_a_key_that_is_on_no_list_and_one_that_is_gone_are_told(
    live_contact: ContactSite, live_server: LiveServer, tmp_path: Path
) -> None:
    printed = run(live_server, "--print")
    known = tmp_path / "keys.txt"
    known.write_text(printed.stdout)
    assert len(printed.stdout.splitlines()) >= 2
    assert (run(live_server, str(known)).returncode, run(live_server, str(known)).stderr) == (0, "")

    lines = printed.stdout.splitlines(keepends=True)
    known.write_text("".join(lines[1:]))
    found = run(live_server, str(known))
    assert found.returncode == 1
    assert "NOT ON THE LIST" in found.stderr
    known.write_text(printed.stdout + f"1 {'0' * 64}\n")
    assert "no longer served: desk 1" in run(live_server, str(known)).stderr


def test_a_portal_that_does_not_answer_is_no_portal_that_is_right(tmp_path: Path) -> None:
    known = tmp_path / "keys.txt"
    known.write_text("")
    done = subprocess.run(
        [sys.executable, str(SCRIPT), "http://127.0.0.1:1", str(known)],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 2
    assert "Not compared" in done.stderr
