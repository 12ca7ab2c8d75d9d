"""Whoever installs the app by pip gets every file that its screens and forms ask for."""

import tomllib
from pathlib import Path

import contatti.sealed

FOLDER = Path(contatti.sealed.__file__).parent
MADE = {".mo"}
"""By the build, from the catalogues."""


def packed() -> set[Path]:
    table = tomllib.loads((FOLDER / "pyproject.toml").read_text())["tool"]["setuptools"]["package-data"]
    return {file for pattern in table["contatti.sealed"] for file in FOLDER.glob(pattern)}


def test_every_template_style_script_and_catalogue_is_packed() -> None:
    kept = [
        file
        for name in ("static", "templates", "locale")
        for file in (FOLDER / name).rglob("*")
        if file.is_file() and file.suffix not in MADE
    ]

    assert {".html", ".js", ".css", ".po"} <= {file.suffix for file in kept}
    assert set(kept) - packed() == set()
