"""The portal as it runs in earnest: commands in processes of their own, on a database of their own."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]


class Deployment:
    """Commands of one installation. `database` is a DATABASE_URL, `port` that of its mail server."""

    def __init__(self, database: str, port: int, var: Path) -> None:
        self.port = port
        self._processes: list[subprocess.Popen[bytes]] = []
        self.environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "amaranta.settings.dev",
            "DATABASE_URL": database,
            "AMARANTA_SMTP_PORT": str(port),
            "AMARANTA_VAR": str(var),
        }

    def manage(self, *arguments: str) -> str:
        """Run a command to its end and return what it printed; AssertionError with its errors if it failed."""
        done = subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env=self.environment,
            check=False,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def python(self, code: str) -> Any:
        """Run code that assigns something of JSON to `answer`, and return it."""
        printed = self.manage(
            "shell", "--no-imports", "-c", f"{code}\nimport json; print(json.dumps(answer))"
        )
        return json.loads(printed.splitlines()[-1])

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        """Start a command and leave it running until stop() or the caller ends it."""
        process = subprocess.Popen(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._processes.append(process)
        return process

    def stop(self) -> None:
        """Ask what still runs to end, and wait for it."""
        for process in self._processes:
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
        for process in self._processes:
            process.wait(30)
