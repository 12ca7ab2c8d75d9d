"""The worker and the process that makes files, as they run in earnest."""

import os
import shutil
import signal
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.contatti.smtp import free_port
from tests.deployment import Deployment

CAMPAIGN = """
from amaranta.demo.home import build_home
from tests.home.campaigns import make_campaign, make_index
make_campaign(make_index(build_home()))
answer = True
"""
LONG = 90


@pytest.fixture
def deployment(migrated: Path, tmp_path: Path) -> Iterator[Deployment]:
    deployment = Deployment(f"sqlite:///{shutil.copy(migrated, tmp_path)}", free_port(), tmp_path)
    yield deployment
    deployment.stop()


def maker_of(worker: int) -> int | None:
    """Return the process that a worker has started to make files, if it lives."""
    listed = subprocess.run(
        ["ps", "--ppid", str(worker), "-o", "pid=", "-o", "args="],
        capture_output=True,
        text=True,
        check=False,
    )
    return next((int(line.split()[0]) for line in listed.stdout.splitlines() if "make_files" in line), None)


def states(folder: Path) -> dict[str, str]:
    """Return the state of each file, read past Django: a process for each look would be most of the load."""
    with closing(sqlite3.connect(next(folder.glob("*.sqlite3")))) as database:
        return dict(database.execute("SELECT place, state FROM home_madefile"))


def wait_for(found: Callable[[], object], what: str) -> object:
    for _attempt in range(LONG * 5):
        if answer := found():
            return answer
        time.sleep(0.2)
    raise AssertionError(f"waited in vain for {what}")


def test_a_killed_process_is_followed_by_another_and_the_worker_itself_draws_nothing(
    deployment: Deployment, tmp_path: Path
) -> None:
    deployment.python(CAMPAIGN)
    worker = deployment.start("worker")
    first = wait_for(lambda: maker_of(worker.pid), "a process that makes files")
    assert isinstance(first, int)
    wait_for(lambda: Path(f"/proc/{first}/oom_score_adj").read_text() == "500\n", "its limits")
    assert os.getpriority(os.PRIO_PROCESS, first) > os.getpriority(os.PRIO_PROCESS, worker.pid)

    os.kill(first, signal.SIGKILL)

    wait_for(lambda: set(states(tmp_path).values()) == {"made"}, "all files")
    assert len([place for place in states(tmp_path) if place.startswith("kit/")]) == 11
    assert len(list(tmp_path.rglob("*.pdf"))) == 8
    maker = maker_of(worker.pid)
    assert maker != first
    if maker:  # it waits a while for more
        assert "libpango" in Path(f"/proc/{maker}/maps").read_text()
    assert "libpango" not in Path(f"/proc/{worker.pid}/maps").read_text()

    deployment.stop()
    if maker:
        wait_for(lambda: not Path(f"/proc/{maker}").exists(), "the end of what the worker had started")
