"""Writes down the migrations of a release: `make release-migrations`, once its version is set.

A line is what `sha256sum` writes. One that is there is never written anew: whoever installed that release has run it.
"""

import hashlib
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("contatti", "contatti/sealed", "home", "servizi", "site/audit", "site/logins", "site/visits")


def migrations(root: Path) -> dict[str, str]:
    """Return the digest of each migration by its path."""
    files = [file for folder in FOLDERS for file in (root / folder / "migrations").glob("0*.py")]
    return {
        file.relative_to(root).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in files
    }


def recorded(file: Path) -> dict[str, str]:
    """Return what stands in a release's record."""
    lines = file.read_text().splitlines() if file.exists() else []
    return {path: digest for digest, path in (line.split("  ") for line in lines)}


def changed(file: Path, root: Path = ROOT) -> set[str]:
    """Return the migrations of a release that are no longer as they were, or gone."""
    now = migrations(root)
    return {path for path, digest in recorded(file).items() if now.get(path) != digest}


def main() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    for file in (ROOT / "tests" / "releases").glob("*.migrations"):
        if wrong := changed(file):
            sys.exit(f"{file.name}: changed since that release: {', '.join(sorted(wrong))}")
    lines = sorted(migrations(ROOT).items())
    target = ROOT / "tests" / "releases" / f"{version}.migrations"
    target.write_text("".join(f"{digest}  {path}\n" for path, digest in lines))


if __name__ == "__main__":
    main()
