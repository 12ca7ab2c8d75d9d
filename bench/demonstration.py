"""The demonstration for a measurement: built once, copied for each, so that none finds what another left."""

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from .server import ROOT, manage, our_environment


def demonstration(folder: Path, **more: str) -> dict[str, str]:
    """Put it into a folder that is not there yet; return the environment of its processes."""
    if "DATABASE_URL" in more:
        return _built(folder, **more)
    shutil.copytree(_model(), folder)
    return our_environment(folder, **more)


@cache
def _model() -> Path:
    place = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    folder = Path(place) / "var"
    _built(folder)
    return folder


def _built(folder: Path, **more: str) -> dict[str, str]:
    its = our_environment(folder, **more)
    manage(ROOT, its, "migrate", "-v", "0")
    manage(ROOT, its, "demo")
    return its
