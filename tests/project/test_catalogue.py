"""Every text that a person sees in Italian has its English one."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from django.conf import settings
from django.utils.translation import gettext, override

CATALOGUE = settings.LOCALE_PATHS[0] / "en" / "LC_MESSAGES" / "django.po"
PLACEHOLDER = re.compile(r"%\([a-z_]+\)[sd]|%[sd]|\{[a-z_]*\}|<[^>]+>")


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a catalogue into which the texts of the sources were collected anew."""
    tree = tmp_path_factory.mktemp("tree")
    for name in ("home", "servizi", "contatti", "site", "templates", "manage.py"):
        source = settings.ROOT / name
        if source.is_dir():
            shutil.copytree(source, tree / name, ignore=shutil.ignore_patterns("__pycache__", "*.mo"))
        else:
            shutil.copy(source, tree)
    subprocess.run(
        [sys.executable, "manage.py", "makemessages", "-l", "en", "--no-location", "--no-obsolete"],
        cwd=tree,
        env={"PATH": "/usr/bin:/bin", "AMARANTA_VAR": str(tree / "var")},
        check=True,
        capture_output=True,
    )
    return tree / CATALOGUE.relative_to(settings.ROOT)


def test_every_text_in_the_sources_is_translated(collected: Path) -> None:
    with collected.open("rb") as file:
        catalogue = read_po(file)

    missing = [message.id for message in catalogue if message.id and (not message.string or message.fuzzy)]

    assert len(catalogue) > 1000
    assert missing == []


def test_a_translation_keeps_every_placeholder_and_tag() -> None:
    with CATALOGUE.open("rb") as file:
        catalogue = read_po(file)

    pairs = [
        (message.id, message.string) for message in catalogue if isinstance(message.id, str) and message.id
    ]
    wrong = [
        italian
        for italian, english in pairs
        if sorted(PLACEHOLDER.findall(italian)) != sorted(PLACEHOLDER.findall(english))
    ]

    assert wrong == []


def test_the_compiled_catalogue_answers_in_english() -> None:
    with override("en"):
        assert gettext("Vai al contenuto") == "Skip to content"
    with override("it"):
        assert gettext("Vai al contenuto") == "Vai al contenuto"
