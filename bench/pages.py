"""Processor time of our pages against the home page of a bare `wagtail start` project, in one run."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from .client import request_bytes, run_load
from .server import ROOT, Server, our_environment

REQUESTS = 300
PATHS = ("/", "/sportelli/", "/scrivi/")


def manage(folder: Path, environment: dict[str, str], *arguments: str) -> None:
    subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=folder,
        env={**os.environ, **environment},
        check=True,
        stdout=subprocess.DEVNULL,
    )


def milliseconds_a_page(server: Server, path: str) -> float:
    """Return processor milliseconds of the server for one answer, after a warm-up."""
    request = request_bytes("GET", path, server.port)
    run_load(server.port, iter([request] * 20), 1)
    before = server.processor_seconds()
    load = run_load(server.port, iter([request] * REQUESTS), 2)
    if load.statuses != {200: REQUESTS}:
        raise ValueError(f"{path} answered {load.statuses}")
    return (server.processor_seconds() - before) / REQUESTS * 1000


def bare_wagtail(folder: Path) -> float:
    subprocess.run(
        [str(Path(sys.executable).parent / "wagtail"), "start", "bare", str(folder)],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    its = {"DJANGO_SETTINGS_MODULE": "bare.settings.dev", "PYTHONPATH": str(folder)}
    (folder / "bare/settings/local.py").write_text(
        "DEBUG = False\nALLOWED_HOSTS = ['*']\n"
        "STORAGES = {'default': {'BACKEND': 'django.core.files.storage.FileSystemStorage'},"
        " 'staticfiles': {'BACKEND': 'django.contrib.staticfiles.storage.StaticFilesStorage'}}\n"
    )
    manage(folder, its, "migrate", "-v", "0")
    with Server("bare.wsgi:application", folder, its) as server:
        return milliseconds_a_page(server, "/")


def our_pages(var: Path) -> dict[str, float]:
    ours = our_environment(var)
    manage(ROOT, ours, "migrate", "-v", "0")
    manage(ROOT, ours, "demo")
    with Server("amaranta.wsgi:application", ROOT, ours) as server:
        return {path: milliseconds_a_page(server, path) for path in PATHS}


def main() -> None:
    """Print each page's cost and its ratio to the bare page."""
    with tempfile.TemporaryDirectory() as folder:
        bare = Path(folder) / "bare"
        bare.mkdir()
        floor = bare_wagtail(bare)
        sys.stdout.write(f"bare wagtail start, /: {floor:.1f} ms of processor time a page\n")
        for path, cost in our_pages(Path(folder) / "var").items():
            sys.stdout.write(f"{path}: {cost:.1f} ms, {cost / floor:.2f} of the bare page\n")


if __name__ == "__main__":
    main()
