"""A process that is started again when it ends, as systemd does with the installed units (Restart=always)."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RESTART_SECONDS = 2
"""As the units have it."""


class Service:
    """`manage.py` with arguments, in a session of its own. inside: what runs it in another namespace."""

    def __init__(
        self, arguments: Sequence[str], environment: Mapping[str, str], log: Path, inside: Sequence[str] = ()
    ) -> None:
        self.command = [*inside, sys.executable, "manage.py", *arguments]
        self.environment, self.log = environment, log
        self.restarts = 0
        self.process: subprocess.Popen[bytes] | None = None
        self._wanted = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        self._wanted.set()
        self._thread = threading.Thread(target=self._keep, daemon=True)
        self._thread.start()

    def _keep(self) -> None:
        while self._wanted.is_set():
            with self.log.open("ab") as log:
                self.process = subprocess.Popen(
                    self.command,
                    cwd=ROOT,
                    env=self.environment,
                    stdout=log,
                    stderr=log,
                    start_new_session=True,
                )
            self.process.wait()
            self.restarts += 1
            if self._wanted.is_set():
                threading.Event().wait(RESTART_SECONDS)

    def stop(self) -> None:
        """Ask it to end, and wait for it."""
        self._wanted.clear()
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        if self._thread is not None:
            self._thread.join(60)
        self.kill_all()

    def kill_all(self) -> None:
        """Kill whatever is left of its session."""
        if self.process is not None:
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)

    def forget(self) -> None:
        """Start it no more, and kill all of it: its host is gone."""
        self._wanted.clear()
        self.kill_all()

    def children(self) -> list[int]:
        """Return the processes that it forked."""
        if self.process is None:
            return []
        with suppress(OSError):
            pid = self.process.pid
            return [int(word) for word in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
        return []

    def kill(self) -> None:
        """Kill the process itself, not its children."""
        if self.process is not None:
            with suppress(ProcessLookupError):
                self.process.kill()

    def kill_a_child(self) -> None:
        for pid in self.children()[:1]:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
