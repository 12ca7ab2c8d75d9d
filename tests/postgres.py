"""A real PostgreSQL for tests: its own cluster in a temporary directory, gone afterwards."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.contatti.smtp import free_port

BINARIES = Path("/usr/lib/postgresql")
OWNER = "postgres"
"""PostgreSQL refuses to run as root; Debian's package makes this user."""


def _binary(name: str) -> str:
    """Return the newest installed PostgreSQL's program, or the one on the path."""
    installed = sorted(BINARIES.glob(f"*/bin/{name}"), key=lambda path: int(path.parts[-3]))
    found = str(installed[-1]) if installed else shutil.which(name)
    if not found:
        raise RuntimeError(f"{name} is missing: install Debian's package postgresql.")
    return found


def _run(directory: str, *command: str) -> None:
    """Run one of PostgreSQL's programs, as its own user when we are root."""
    user = OWNER if os.geteuid() == 0 else None
    subprocess.run(
        command, cwd=directory, user=user, group=user, extra_groups=[] if user else None, check=True,
        stdout=subprocess.DEVNULL,
    )  # fmt: skip


@contextmanager
def cluster() -> Iterator[str]:
    """Run an empty cluster for the time of the block and give the DATABASE_URL of its one database."""
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="amaranta-pg-") as directory:
        if os.geteuid() == 0:
            owner = pwd.getpwnam(OWNER)
            os.chown(directory, owner.pw_uid, owner.pw_gid)
        data = f"{directory}/data"
        _run(
            directory,
            _binary("initdb"),
            "-D",
            data,
            "-U",
            "amaranta",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
        )
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={directory}"
        log = f"{directory}/log"
        _run(directory, _binary("pg_ctl"), "-D", data, "-o", options, "-l", log, "-w", "start")
        try:
            yield f"postgres://amaranta@127.0.0.1:{port}/postgres"
        finally:
            _run(directory, _binary("pg_ctl"), "-D", data, "-m", "immediate", "-w", "stop")
