"""Processor time and Python calls of our pages against the home page of a bare `wagtail start` project.

Both servers run at once and are asked in turn, so that whoever else uses the machine disturbs both alike; a
ratio is the median of such pairs. A page is measured as it is kept, and as it is drawn when it is not: asked
for with a parameter that means nothing, of which nothing is kept.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from .client import request_bytes, run_load
from .demonstration import demonstration
from .rows import Row, tell
from .server import ROOT, Server, manage

ROUNDS, DRAWN, KEPT = 9, 40, 200
"""Pairs, and requests in each: the kernel counts in hundredths of a second."""
PATHS = ("/", "/sportelli/", "/scrivi/", "/per-me/", "/rete/", "/scuole/")
FORM = "/scrivi/{}/"
ANEW = "?x=1"
MOST_DRAWN, MOST_KEPT = 2.0, 0.25
OURS, BARE = "amaranta.wsgi:application", "bare.wsgi:application"


def milliseconds(server: Server, path: str, requests: int) -> float:
    """Return processor milliseconds of the server for one answer. Raises ValueError for any but 200."""
    request = request_bytes("GET", path, server.port)
    before = server.processor_seconds()
    load = run_load(server.port, iter([request] * requests), 2)
    if load.statuses != {200: requests}:
        raise ValueError(f"{path} answered {load.statuses}")
    return (server.processor_seconds() - before) / requests * 1000


def bare_project(folder: Path) -> dict[str, str]:
    """Make it as the command does, served as ours is; return its environment.

    One thing is not as the command leaves it: it would open its database anew for every visit, nearly a
    third of what its page costs. Left so, it made our pages look better than they are.
    """
    folder.mkdir()
    subprocess.run(
        [str(Path(sys.executable).parent / "wagtail"), "start", "bare", str(folder)],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    its = {"DJANGO_SETTINGS_MODULE": "bare.settings.dev", "PYTHONPATH": str(folder)}
    (folder / "bare/settings/local.py").write_text(
        "from .base import DATABASES\n"
        "DEBUG = False\nALLOWED_HOSTS = ['*']\nDATABASES['default']['CONN_MAX_AGE'] = 60\n"
        "STORAGES = {'default': {'BACKEND': 'django.core.files.storage.FileSystemStorage'},"
        " 'staticfiles': {'BACKEND': 'django.contrib.staticfiles.storage.StaticFilesStorage'}}\n"
    )
    manage(folder, its, "migrate", "-v", "0")
    return its


def pairs(ours: Server, bare: Server, path: str, requests: int) -> tuple[float, float]:
    """Return the median of our milliseconds, and of the ratios."""
    milliseconds(ours, path, 20)
    found = []
    for _round in range(ROUNDS):
        floor = milliseconds(bare, "/", DRAWN)
        cost = milliseconds(ours, path, requests)
        found.append((cost, cost / floor))
    return statistics.median(cost for cost, _ in found), statistics.median(ratio for _, ratio in found)


def python_calls(application: str, folder: Path, its: dict[str, str], *paths: str) -> dict[str, int]:
    path = os.pathsep.join([str(ROOT), str(ROOT / "site"), its["PYTHONPATH"]])
    done = subprocess.run(
        [sys.executable, "-m", "bench.calls", application, *paths],
        cwd=folder, env={**os.environ, **its, "PYTHONPATH": path}, check=True, capture_output=True, text=True,
    )  # fmt: skip
    found: dict[str, int] = json.loads(done.stdout)
    return found


def measure(folder: Path) -> list[Row]:
    its, ours = bare_project(folder / "bare"), demonstration(folder / "var")
    ask = "from contatti.availability import offered_mailboxes as m; print(m()[0].deskmailbox.desk_id)"
    paths = [*PATHS, FORM.format(manage(ROOT, ours, "shell", "--no-imports", "-c", ask).split()[-1])]
    floor = python_calls(BARE, folder / "bare", its, "/")["/"]
    calls = python_calls(OURS, ROOT, ours, *[path + ANEW for path in paths])
    rows = [Row("bare, Python calls", floor)]
    with ExitStack() as stack:
        bare = stack.enter_context(Server(BARE, folder / "bare", its))
        server = stack.enter_context(Server(OURS, ROOT, ours))
        milliseconds(bare, "/", 20)
        rows.append(Row("bare, /", milliseconds(bare, "/", KEPT), "ms"))
        for path in paths:
            cost, ratio = pairs(server, bare, path + ANEW, DRAWN)
            kept_cost, kept_ratio = pairs(server, bare, path, KEPT)
            rows += [
                Row(f"{path} drawn", cost, "ms"),
                Row(f"{path} drawn, of the bare page", ratio, "x", MOST_DRAWN),
                Row(f"{path} drawn, Python calls", calls[path + ANEW] / floor, "x", MOST_DRAWN),
                Row(f"{path} kept", kept_cost, "ms"),
                Row(f"{path} kept, of the bare page", kept_ratio, "x", MOST_KEPT),
            ]
    return rows


def main() -> None:
    """Print what each page costs, beside its aim."""
    with tempfile.TemporaryDirectory() as folder:
        tell(measure(Path(folder)))


if __name__ == "__main__":
    main()
