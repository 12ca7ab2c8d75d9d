"""What a test run makes once, whichever of its processes asks first."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def once(folder: Path) -> Iterator[bool]:
    """Give True to the process that has to fill the folder within the block, and False to those that come later.

    These wait until the first is done; if it fails, the next one is the first.
    """
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield not (folder / "done").exists()
        (folder / "done").touch()
