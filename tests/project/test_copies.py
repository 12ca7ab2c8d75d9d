"""Copies that do not belong here, keys that are none, disks that are full, and copies that are too old."""

import json
import os
import re
import resource
import subprocess
import sys
import time
from pathlib import Path

import pyrage
import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.db.models import ForeignKey
from pytest_django import Settings

from amaranta.keeping.about import About, applied, key_mark
from amaranta.keeping.backup import newest
from amaranta.keeping.carrying import CARRIED
from amaranta.keeping.obstacles import KeepingError
from amaranta.keeping.restore import _unpack
from amaranta.keeping.sealing import recipient, sealing
from amaranta.keeping.tar_archive import writing
from contatti.sealed.models import Conversation, OutboxItem
from tests.deployment import ROOT, Deployment

PAIR = pyrage.x25519.Identity.generate()


def unpacked(source: Path, folder: Path, here: str, **lies: object) -> About:
    """Make a copy of a database that says of itself what it likes, and unpack it."""
    told = {
        "format": 1, "version": "0.1.0", "made_at": "2026-11-28T02:00:00+00:00", "database": "sqlite",
        "migrations": applied(), "installation": "x", "site_id": here, "key_mark": key_mark(),
        "counts": {"wagtailcore_site": 1}, "media": False, "size": 10,
    } | lies  # fmt: skip

    class Liar:
        def to_json(self) -> bytes:
            return json.dumps(told).encode()

    path = folder / "copy.age"
    with (
        path.open("wb") as file,
        sealing(file, [PAIR.to_public()]) as plain,
        writing(plain, Liar()) as members,  # type: ignore[arg-type]
    ):
        members.add_file("database", source)
    return _unpack(path, [PAIR], folder)


def test_an_older_copy_of_this_portal_is_taken(
    migrated: Path, tmp_path: Path, settings: Settings, db: None
) -> None:
    assert unpacked(migrated, tmp_path, settings.SEALED_SITE_ID).version == "0.1.0"


@pytest.mark.parametrize(
    ("lie", "said"),
    [
        ({"version": "9.0.0"}, "which is newer than"),
        ({"migrations": ["home.0001_initial", "home.9999_later"]}, "which is newer than"),
        ({"format": 2}, "made by a newer version"),
        ({"format": "odd"}, "is no copy of this portal"),
        ({"database": "postgresql"}, "is of PostgreSQL, and DATABASE_URL leads to SQLite"),
        ({"site_id": "altrove"}, "belongs to AMARANTA_SITE_ID=altrove"),
        ({"size": 10**15}, "MiB are needed"),
        ({"counts": {"wagtailcore_site": 3}}, "has other rows than were written"),
    ],
)
def test_a_copy_that_does_not_belong_here_is_refused_in_one_sentence(
    lie: dict[str, object], said: str, migrated: Path, tmp_path: Path, settings: Settings, db: None
) -> None:
    with pytest.raises(KeepingError, match=re.escape(said)):
        unpacked(migrated, tmp_path, settings.SEALED_SITE_ID, **lie)


def test_a_copy_needs_a_key_and_a_word_that_is_none_is_named(settings: Settings, tmp_path: Path) -> None:
    settings.AMARANTA_BACKUP_KEYS = []
    with pytest.raises(CommandError, match="nothing is ever copied in clear"):
        call_command("backup", "--to", str(tmp_path))
    settings.AMARANTA_BACKUP_KEYS = ["age1nonsense"]
    with pytest.raises(CommandError, match="is not a public key of age"):
        call_command("backup", "--to", str(tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_a_night_without_a_copy_is_told_by_mail(settings: Settings, tmp_path: Path) -> None:
    settings.AMARANTA_BACKUP_KEYS = []
    settings.SEALED_ALARM_TO = ["avvisi@example.org"]
    for options in ([], ["--tell"]):
        with pytest.raises(CommandError):
            call_command("backup", "--to", str(tmp_path), *options)

    (told,) = mail.outbox
    assert told.to == ["avvisi@example.org"]
    assert told.subject == "Amaranta: Nessuna copia stanotte"


def test_a_key_of_ssh_will_do() -> None:
    ssh = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHsKLqeplhpW+uObz5dvMgjz1OxfM/XXUB+VHtZ6isGN amministrazione"

    assert recipient(ssh)


def test_a_full_disk_leaves_neither_half_a_copy_nor_half_a_portal(migrated: Path, tmp_path: Path) -> None:
    """A limit on the length of files stands for the disk: the system refuses to write on, as when it is full."""
    portal = Deployment(f"sqlite:///{tmp_path / 'portal.sqlite3'}", 0, tmp_path)
    (tmp_path / "portal.sqlite3").write_bytes(migrated.read_bytes())
    key = tmp_path / "key"
    key.write_text(f"{PAIR}\n")
    portal.environment["AMARANTA_BACKUP_KEYS"] = str(PAIR.to_public())
    portal.manage("backup")
    copy = newest(tmp_path / "backups")
    assert copy
    before = sorted(path.name for path in tmp_path.rglob("*"))

    for command in (["backup"], ["restore", str(copy), "--key", str(key), "--force"]):
        done = subprocess.run(
            [sys.executable, "manage.py", *command],
            cwd=ROOT, env=portal.environment, check=False, capture_output=True, text=True,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000)),
        )  # fmt: skip
        assert done.returncode == 1
        assert re.match(
            r"CommandError: (No copy was made|Nothing was changed): (File too large|No space left on device)",
            done.stderr,
        )
        assert sorted(path.name for path in tmp_path.rglob("*")) == before


def test_copies_and_what_was_put_aside_are_erased_after_their_days(migrated: Path, tmp_path: Path) -> None:
    portal = Deployment(f"sqlite:///{tmp_path / 'portal.sqlite3'}", 0, tmp_path)
    (tmp_path / "portal.sqlite3").write_bytes(migrated.read_bytes())
    portal.environment |= {
        "AMARANTA_BACKUP_KEYS": str(PAIR.to_public()), "AMARANTA_KEEP_BACKUP_DAYS": "20",
    }  # fmt: skip
    folder = tmp_path / "backups"
    folder.mkdir()
    old, young = folder / "amaranta-1-0.2.0.tar.gz.age", folder / "amaranta-2-0.2.0.tar.gz.age"
    others = folder / "lettera.txt"
    aside = tmp_path / "before-restore-1"
    aside.mkdir()
    for path, days in ((old, 21), (young, 19), (others, 400), (aside, 21)):
        path.is_dir() or path.touch()
        os.utime(path, (time.time() - days * 86400,) * 2)

    portal.manage("backup")

    assert not old.exists()
    assert not aside.exists()
    assert young.exists()
    assert others.exists()
    assert len(list(folder.glob("*.age"))) == 2


def test_whatever_hangs_on_a_request_or_an_answer_is_carried_with_it() -> None:
    hanging = {
        relation.related_model
        for parent in (OutboxItem, Conversation)
        for relation in parent._meta.related_objects
        if isinstance(relation.field, ForeignKey)
    }

    assert len(hanging) >= 2
    assert hanging <= set(CARRIED)
