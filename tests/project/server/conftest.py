"""A real server in processes of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.project.server.served_site import PATIENCE, Site, answers, free_port, start, wait_until


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    port = free_port()
    process = start(tmp_path, port)
    site = Site(port, process)
    wait_until(lambda: answers(site))
    yield site
    process.terminate()
    process.wait(PATIENCE)
