"""Read by every Python process of a portal whose clock is set: seconds in a file, looked at five times a second.

Only what Python asks for the time is moved, the way a wrong clock of the host would: the monotonic clock goes on.
"""

import os
import threading
import time
from pathlib import Path

import time_machine

OFFSET = Path(os.environ["FAULTS_CLOCK"])


def _now() -> float:
    escape = time_machine.escape_hatch
    real = escape.time.time() if escape.is_travelling() else time.time()
    return real + float(OFFSET.read_text() or 0)


class _Clock:
    def __init__(self) -> None:
        self.set = OFFSET.read_text()
        self.traveller = time_machine.travel(_now(), tick=True).start()
        self.follow()
        os.register_at_fork(after_in_child=self.follow)

    def follow(self) -> None:
        threading.Thread(target=self._follow, daemon=True, name="clock").start()

    def _follow(self) -> None:
        pause = threading.Event()
        while True:
            pause.wait(0.2)
            asked = OFFSET.read_text()
            if asked and asked != self.set:
                self.set = asked
                self.traveller.move_to(_now())


CLOCK = _Clock()
