"""What a process that makes files may use, and how it is kept to it."""

import os
import resource
import signal
import threading
from contextlib import suppress
from pathlib import Path

MEMORY = 900 * 2**20
"""Bytes of its own. A poster takes some 60 MB above what the libraries take (150)."""
FILE_SECONDS = 120
"""For one file; then the process ends, and the next one tries it again."""
LIFE_SECONDS = 600
"""Then another one goes on: what the libraries leak ends with a process."""
IDLE_SECONDS = 15
"""How long it waits for more: who prints three posters waits for the libraries once."""


def keep_to_limits() -> None:
    """Limit this process: in memory, behind everybody else, and never outliving who started it."""
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    with suppress(OSError):  # a service may be forbidden to
        os.nice(10)
        # Where the kernel must end something, it is this.
        Path("/proc/self/oom_score_adj").write_text("500")
    threading.Thread(target=_end_with_the_worker, daemon=True).start()


def time_limit(seconds: int) -> None:
    """End this process after so many seconds, whatever library is at work; 0 takes it back."""
    signal.alarm(seconds)


def _end_with_the_worker() -> None:
    while os.read(0, 1):
        pass
    os._exit(1)
