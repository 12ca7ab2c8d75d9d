"""A production-like server of its own on a free port, whose processor time can be read."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Self
from urllib.error import HTTPError
from urllib.request import urlopen

from tests.postgres import cluster

ROOT = Path(__file__).resolve().parents[1]
TICK = os.sysconf("SC_CLK_TCK")


def our_environment(var: Path, **more: str) -> dict[str, str]:
    """Return what a process of ours needs to keep its data in `var`."""
    return {
        "DJANGO_SETTINGS_MODULE": "amaranta.settings.dev",
        "AMARANTA_VAR": str(var),
        "PYTHONPATH": "site",
        **more,
    }


def manage(folder: Path, environment: dict[str, str], *arguments: str) -> str:
    """Run a command of a project, and return what it says."""
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=folder,
        env={**os.environ, **environment},
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return done.stdout


def run(environment: dict[str, str], code: str) -> None:
    """Run code in a process of ours, which prints as it goes. Raises CalledProcessError."""
    path = os.pathsep.join([str(ROOT), str(ROOT / "site")])
    subprocess.run(
        [sys.executable, "manage.py", "shell", "--no-imports", "-c", code],
        cwd=ROOT, env={**os.environ, **environment, "PYTHONPATH": path}, check=True,
    )  # fmt: skip


@contextmanager
def databases() -> Iterator[dict[str, dict[str, str]]]:
    """Give what a process needs to use either database; PostgreSQL runs for the time of the block."""
    with cluster() as url:
        yield {"SQLite": {}, "PostgreSQL": {"DATABASE_URL": url}}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Server:
    """Context manager around the server that the site has; `application` is its `module:variable`."""

    def __init__(
        self,
        application: str,
        folder: Path,
        environment: dict[str, str],
        workers: int = 1,
        blocking_threads: int = 1,
    ) -> None:
        self.port = free_port()
        self.command = [
            sys.executable, "-m", "bench.serve", application,
            str(self.port), str(workers), str(blocking_threads),
        ]  # fmt: skip
        self.folder = folder
        path = os.pathsep.join([str(ROOT), str(ROOT / "site"), environment.get("PYTHONPATH", "")])
        self.environment = {**os.environ, **environment, "PYTHONPATH": path}

    def __enter__(self) -> Self:
        self.process = subprocess.Popen(
            self.command, cwd=self.folder, env=self.environment, start_new_session=True
        )
        for _attempt in range(300):
            try:
                urlopen(f"http://127.0.0.1:{self.port}/non-esiste/", timeout=5).close()
            except HTTPError:
                return self
            except OSError:
                time.sleep(0.1)
            else:
                return self
        raise TimeoutError("The server did not answer within 30 seconds.")

    def __exit__(self, *details: object) -> None:
        os.killpg(self.process.pid, signal.SIGTERM)
        self.process.wait(timeout=20)

    def processor_seconds(self) -> float:
        """Return user and system time of the server and its workers since they started."""
        session = self.process.pid
        return ticks_of(lambda fields: int(fields[3]) == session) / TICK

    def largest_process(self) -> float:
        """Return megabytes of memory that its largest process holds."""
        return max(megabytes(pid) for pid in self._processes())

    def _processes(self) -> list[int]:
        return [pid for pid, fields in processes() if int(fields[3]) == self.process.pid]


def processes() -> Iterator[tuple[int, list[str]]]:
    """Yield the processes of this machine, each with what follows its name in /proc/*/stat."""
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(FileNotFoundError, ProcessLookupError):
            yield int(stat.parent.name), stat.read_text().rsplit(")", 1)[1].split()


def ticks_of(belongs: Callable[[list[str]], bool]) -> int:
    """Return user and system time of processes, in the kernel's ticks."""
    return sum(int(fields[11]) + int(fields[12]) for _pid, fields in processes() if belongs(fields))


def megabytes(pid: int) -> float:
    """Return the resident memory of a process (RSS), as a monitor shows it."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.split("VmRSS:")[1].split()[0]) / 1024
