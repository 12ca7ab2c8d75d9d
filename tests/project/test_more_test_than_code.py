"""Each app has more lines of test than of code: each test file counts once, for the app whose thing it tries.

Python on both sides, without migrations and what builds the demonstration; tests of the scripts alone, on Node, and
what tries the whole project (tests/project, tests/faults, tests/install) count for no app.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

APPS = ("audit", "contatti", "home", "logins", "servizi", "visits")
"""contatti.sealed is tried through contatti as well, and is counted with it."""
FOLDERS = {"sealed": "contatti", "interop": "contatti", **{app: app for app in APPS}}
"""Whose tests lie in a folder below tests/."""
OTHERS = {
    "contatti/test_logins.py": "logins",
    "contatti/test_second_accounts.py": "audit",
    "mailserver.py": "contatti",
    "making.py": "home",
}
"""Files that try what another app than their folder's is for."""
IN_A_BROWSER = {
    "contatti": (
        "answering", "contact", "reading", "test_both_sides", "test_compare_keys", "test_console", "test_console_faults",
        "test_console_left",
        "test_contact_access", "test_contact_captcha", "test_contact_errors", "test_contact_send",
        "test_contact_textbrowser", "test_key_maker", "test_reading", "test_reading_covered",
        "test_reading_disk", "test_reading_faults", "test_referral", "test_sign_up", "test_traces_number",
        "test_traces_writing", "test_vectors",
    ),
    "logins": ("test_passkeys",),
    "servizi": ("test_desk_hours",),
    "home": (
        "mirrored", "neutral", "private_pages", "shift_key", "silent", "test_campaign_walk", "test_exit_bar",
        "test_exit_files", "test_exit_leaving", "test_exit_proof", "test_exit_return", "test_exit_scriptless",
        "test_exit_shortcut", "test_exit_visit", "test_exit_visit_links", "test_films",
        "test_languages", "test_new_pages", "test_pages", "test_preferences", "test_right_to_left",
        "test_staff_screens", "test_styles_carried", "test_traces", "test_traces_search", "test_translation",
        "test_visit_faults",
    ),
}  # fmt: skip
"""Whose pages the tests in real browsers try; what serves several of them counts for none."""


def lines(file: Path) -> int:
    return len(file.read_text().splitlines())


def app_of(test: Path) -> str:
    """Return the app whose test a file below tests/ is, empty for none."""
    name = test.as_posix()
    if name in OTHERS:
        return OTHERS[name]
    if test.parts[0] == "browser":
        return next((app for app, names in IN_A_BROWSER.items() if test.stem in names), "")
    return FOLDERS.get(test.parts[0], "")


def every_file() -> Iterator[Path]:
    root = settings.ROOT / "tests"
    return (file.relative_to(root) for file in root.rglob("*.py") if "node_modules" not in file.parts)


def code(app: str) -> int:
    folder = settings.ROOT / app if (settings.ROOT / app).is_dir() else settings.ROOT / "site" / app
    files = [file for file in folder.rglob("*.py") if not {"migrations", "build"} & set(file.parts)]
    assert len(files) > 5
    return sum(map(lines, files))


@pytest.fixture(scope="module")
def counted() -> Counter[str]:
    found: Counter[str] = Counter()
    for test in every_file():
        found[app_of(test)] += lines(settings.ROOT / "tests" / test)
    return found


@pytest.mark.parametrize("app", APPS)
def test_an_app_has_more_lines_of_test_than_of_code(counted: Counter[str], app: str) -> None:
    assert counted[app] > code(app)


def test_every_file_that_is_named_is_there() -> None:
    there = {test.as_posix() for test in every_file()}
    named = {f"browser/{name}.py" for names in IN_A_BROWSER.values() for name in names}

    assert named | set(OTHERS) <= there
    assert len(named) == sum(map(len, IN_A_BROWSER.values())), "counted once"
    assert set(FOLDERS) <= {Path(name).parts[0] for name in there}
