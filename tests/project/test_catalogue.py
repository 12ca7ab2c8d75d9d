"""Every text that a person sees in Italian has its English one; what visitors read has one in every language."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from django.conf import settings
from django.utils.translation import gettext, override, to_locale

LANGUAGES = ("en", "es", "fr", "ar", "ro", "sq", "uk", "zh_Hans")
"""As gettext calls them. Easy Italian has only what is said in easier words than in Italian."""
CATALOGUES = {
    language: settings.LOCALE_PATHS[0] / language / "LC_MESSAGES" / "django.po"
    for language in (*LANGUAGES, "it_Simple")
}
PLACEHOLDER = re.compile(r"%\([a-z_]+\)[sd]|%[sd]|\{[a-z_]*\}|<[^>]+>")


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of sources whose texts were collected anew into each catalogue."""
    tree = tmp_path_factory.mktemp("tree")
    for name in ("home", "servizi", "contatti", "site", "templates", "manage.py"):
        source = settings.ROOT / name
        if source.is_dir():
            shutil.copytree(source, tree / name, ignore=shutil.ignore_patterns("__pycache__", "*.mo"))
        else:
            shutil.copy(source, tree)
    subprocess.run(
        [sys.executable, "manage.py", "makemessages", "--no-obsolete", *(f"-l={each}" for each in LANGUAGES)],
        cwd=tree,
        env={"PATH": "/usr/bin:/bin", "AMARANTA_VAR": str(tree / "var")},
        check=True,
        capture_output=True,
    )
    return tree


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_in_the_sources_is_translated(collected: Path, language: str) -> None:
    with (collected / CATALOGUES[language].relative_to(settings.ROOT)).open("rb") as file:
        catalogue = read_po(file)

    missing = [
        message.id
        for message in catalogue
        if message.id and (message.fuzzy or not message.string or not all(message.string))
    ]

    assert len(catalogue) > (2000 if language == "en" else 500)
    assert missing == []


def test_every_language_of_the_site_has_a_catalogue() -> None:
    codes = {code for code, _name in settings.LANGUAGES if not code.startswith("it")}
    assert {to_locale(code) for code in codes} == set(LANGUAGES)


@pytest.mark.parametrize("language", CATALOGUES)
def test_a_translation_keeps_every_placeholder_and_tag(language: str) -> None:
    with CATALOGUES[language].open("rb") as file:
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
