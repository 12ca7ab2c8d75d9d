"""A production-like server of its own on a free port, whose processor time can be read."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Self
from urllib.error import HTTPError
from urllib.request import urlopen

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
            sys.executable, "-m", "bench.serve", application, str(self.port), str(workers), str(blocking_threads)
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
        ticks = 0
        for stat in Path("/proc").glob("[0-9]*/stat"):
            try:
                fields = stat.read_text().rsplit(")", 1)[1].split()
            except (FileNotFoundError, ProcessLookupError):
                continue
            if int(fields[3]) == self.process.pid:  # session identifier
                ticks += int(fields[11]) + int(fields[12])
        return ticks / TICK
