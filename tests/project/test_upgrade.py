"""A database of the first release, with everything in it, is brought up to date and shows the same site.

The migrations of every release are as they were when it was made.
"""

import lzma
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from tests.releases.record import changed, recorded

RELEASES = settings.ROOT / "tests" / "releases"
FIRST = RELEASES / "0.2.0.sqlite3.xz"
"""The demonstration as the first release made it, in SQLite. Once released, it is never made anew."""
LOOK = """
from django.test import Client
client = Client(headers={"Host": "localhost"})
for path in ("/", "/en/", "/sportelli/", "/rete/", "/scrivi/", "/per-me/", "/scuole/", "/campagne/", "/numeri/"):
    response = client.get(path)
    print(path, response.status_code, response.content.count(b"<h1"))
client.force_login(__import__("django.contrib.auth").contrib.auth.get_user_model().objects.get(username="amministrazione"))
for path in ("/admin/", "/admin/pages/", "/admin/caselle/", "/admin/chiavi/"):
    print(path, client.get(path).status_code)
from contatti.models import DeskMailbox
from contatti.sealed.models import OperatorCertificate
print("mailboxes", DeskMailbox.objects.exclude(address="").count(), OperatorCertificate.objects.count())
print("proved", OperatorCertificate.objects.exclude(proved_at=None).exclude(test_due_at=None).count())
"""


def manage(folder: Path, *arguments: str) -> str:
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "amaranta.settings.dev",
        "AMARANTA_VAR": str(folder),
    }
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=settings.ROOT,
        env=environment,
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def upgraded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of an installation of the first release after `migrate`."""
    folder = tmp_path_factory.mktemp("first")
    (folder / "amaranta.sqlite3").write_bytes(lzma.decompress(FIRST.read_bytes()))
    manage(folder, "migrate", "--verbosity=0")
    return folder


@pytest.mark.parametrize("record", sorted(RELEASES.glob("*.migrations")), ids=lambda file: file.stem)
def test_the_migrations_of_a_release_are_as_they_were(record: Path) -> None:
    assert len(recorded(record)) >= 5
    assert changed(record) == set()


def test_every_migration_that_the_first_release_ran_is_recorded(tmp_path: Path) -> None:
    (tmp_path / "first").write_bytes(lzma.decompress(FIRST.read_bytes()))
    ran = sqlite3.connect(tmp_path / "first").execute(
        "SELECT app, name FROM django_migrations WHERE app IN ('contatti', 'sealed', 'home', 'servizi')"
    )

    paths = recorded(RELEASES / "0.2.0.migrations")
    assert {(Path(path).parts[-3], Path(path).stem) for path in paths} >= set(ran)


def test_a_migration_that_was_changed_or_is_gone_would_be_seen(tmp_path: Path) -> None:
    record = RELEASES / "0.2.0.migrations"
    for path in recorded(record):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes((settings.ROOT / path).read_bytes())
    assert changed(record, tmp_path) == set()

    (tmp_path / "home/migrations/0001_initial.py").write_text("# shorter\n")
    (tmp_path / "servizi/migrations/0001_initial.py").unlink()
    assert changed(record, tmp_path) == {
        "home/migrations/0001_initial.py",
        "servizi/migrations/0001_initial.py",
    }


def test_an_upgrade_applies_every_migration_and_leaves_none_to_be_made(upgraded: Path) -> None:
    plan = manage(upgraded, "showmigrations", "--list")

    assert "[X] 0001_initial" in plan
    assert "[ ]" not in plan
    manage(upgraded, "makemigrations", "--check", "--dry-run", "--verbosity=0")


def test_every_page_and_the_administration_open_on_what_was_there(upgraded: Path) -> None:
    seen = manage(upgraded, "shell", "--no-imports", "-c", LOOK)

    for path in ("/", "/en/", "/sportelli/", "/rete/", "/scrivi/", "/per-me/", "/scuole/", "/campagne/"):
        assert f"{path} 200 1\n" in seen
    for path in ("/admin/", "/admin/pages/", "/admin/caselle/", "/admin/chiavi/"):
        assert f"{path} 200\n" in seen
    assert "mailboxes 3 6" in seen
    assert "proved 6" in seen


def test_the_tree_of_pages_is_whole(upgraded: Path) -> None:
    assert "No problems found" in manage(upgraded, "fixtree")
