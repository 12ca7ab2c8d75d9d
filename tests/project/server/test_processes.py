"""The processes of the web server begin, end and are replaced as whoever runs it expects."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from amaranta.server.parent import LAST_SECONDS
from tests.project.server.served_site import PATIENCE, ROOT, Site, free_port, start, wait_until


def test_a_process_that_was_killed_is_replaced_and_the_site_stays_up(site: Site) -> None:
    before = site.children()
    victim = min(before)
    os.kill(victim, signal.SIGKILL)

    assert site.get()
    wait_until(lambda: len(site.children() - {victim}) == len(before))
    assert site.get()


def test_a_server_that_has_only_begun_ends_when_it_is_asked_to(tmp_path: Path) -> None:
    for _ in range(5):
        process = start(tmp_path, free_port())
        site = Site(0, process)
        wait_until(lambda site=site: site.children())
        process.terminate()
        assert process.wait(LAST_SECONDS - 10) == 0


def test_what_is_under_way_is_finished_when_the_server_is_asked_to_end(site: Site) -> None:
    with site.connect("GET /slow HTTP/1.1\nHost: x\nConnection: close\n\n") as slow:
        with site.connect("GET /long HTTP/1.1\nHost: x\nConnection: close\n\n", little=True) as long:
            time.sleep(0.5)
            site.process.terminate()
            received = 0
            while part := long.recv(1_000_000):
                received += len(part)
        assert slow.recv(100).startswith(b"HTTP/1.1 200")

    assert received > 8_000_000
    assert site.process.wait(PATIENCE) == 0
    with pytest.raises(OSError):
        site.get()


def test_no_process_outlives_the_parent(site: Site) -> None:
    children = site.children()
    assert len(children) == 2

    site.process.kill()

    wait_until(lambda: not any(is_running(pid) for pid in children))


def is_running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.mark.parametrize(
    ("command", "variable"),
    [
        (["serve"], "AMARANTA_PORT"),
        (["mailbox"], "AMARANTA_SMTP_PORT"),
        (["mailbox"], "AMARANTA_MAILBOX_PORT"),
    ],
    ids=["web", "mail", "viewer"],
)
def test_a_port_that_is_used_is_told_in_a_sentence_with_the_variable_that_moves_it(
    tmp_path: Path, command: list[str], variable: str
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        ports = {
            "AMARANTA_PORT": free_port(),
            "AMARANTA_SMTP_PORT": free_port(),
            "AMARANTA_MAILBOX_PORT": free_port(),
        }
        ports[variable] = taken.getsockname()[1]
        done = subprocess.run(
            [sys.executable, "manage.py", *command],
            cwd=ROOT,
            env={
                **os.environ,
                "AMARANTA_VAR": str(tmp_path),
                "DJANGO_SETTINGS_MODULE": "amaranta.settings.dev",
            }
            | {name: str(port) for name, port in ports.items()},
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )

    assert done.returncode == 1
    assert variable in done.stderr
    assert f":{ports[variable]} " in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
