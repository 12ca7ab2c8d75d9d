"""A real PostgreSQL for tests: its own cluster in a temporary directory, gone afterwards."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psycopg

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


@dataclass(frozen=True)
class Cluster:
    """A cluster below a folder, that can be started, stopped and killed. `network`: who may come besides us."""

    folder: str
    port: int
    network: str = ""

    @property
    def url(self) -> str:
        """Return the DATABASE_URL of its first database."""
        return f"postgres://amaranta@127.0.0.1:{self.port}/postgres"

    def make(self) -> None:
        """Make it, empty, in a folder that exists."""
        if os.geteuid() == 0:
            owner = pwd.getpwnam(OWNER)
            os.chown(self.folder, owner.pw_uid, owner.pw_gid)
        options = ["-U", "amaranta", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"]
        _run(self.folder, _binary("initdb"), "-D", f"{self.folder}/data", *options)
        if self.network:
            with Path(f"{self.folder}/data/pg_hba.conf").open("a") as rules:
                rules.write(f"host all all {self.network} trust\n")

    def start(self) -> None:
        """Start it and wait."""
        listen = "*" if self.network else "127.0.0.1"
        options = f"-p {self.port} -c listen_addresses={listen} -c unix_socket_directories={self.folder}"
        log = f"{self.folder}/log"
        data = f"{self.folder}/data"
        _run(self.folder, _binary("pg_ctl"), "-D", data, "-o", options, "-l", log, "-w", "start")

    def start_if_down(self) -> None:
        """Start it, unless it has recovered by itself."""
        with suppress(psycopg.OperationalError), psycopg.connect(f"{self.url}?connect_timeout=10"):
            return
        with suppress(subprocess.CalledProcessError):
            self.stop()
        self.start()

    def stop(self) -> None:
        _run(self.folder, _binary("pg_ctl"), "-D", f"{self.folder}/data", "-m", "immediate", "-w", "stop")

    def kill(self) -> None:
        """Kill the postmaster, and wait until all its processes have noticed."""
        pid = int(Path(f"{self.folder}/data/postmaster.pid").read_text().split()[0])
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        os.kill(pid, signal.SIGKILL)
        for child in children:
            with suppress(FileNotFoundError):
                while Path(f"/proc/{child}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z":
                    time.sleep(0.05)


@contextmanager
def cluster() -> Iterator[str]:
    """Run an empty cluster for the time of the block and give the DATABASE_URL of its one database."""
    with tempfile.TemporaryDirectory(prefix="amaranta-pg-") as directory:
        made = Cluster(directory, free_port())
        made.make()
        made.start()
        try:
            yield made.url
        finally:
            made.stop()
