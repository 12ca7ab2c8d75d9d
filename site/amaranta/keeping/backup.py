"""Make a copy of database and media, sealed and verified, and erase those that are too old."""

import os
import shutil
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

import pyrage
from django.conf import settings
from django.db import connection

from amaranta.keeping import media, tar_archive
from amaranta.keeping.about import FORMAT, About, applied, key_mark, version
from amaranta.keeping.engines import engine
from amaranta.keeping.obstacles import KeepingError
from amaranta.keeping.present import installation
from amaranta.keeping.sealing import Identity, Recipient, opening, sealing

ENDING = ".tar.gz.age"
PREFIX = "amaranta-"
UNFINISHED = ".unfinished"
KEPT_PREFIX = "before-restore-"
DAY = 24 * 3600
PRIVATE_FOLDER = 0o700


def make(folder: Path, recipients: Sequence[Recipient]) -> Path:
    """Write a copy into a folder and return it, after reading it back. Raises KeepingError, OSError.

    A file under the final name is whole: it is written under another one first.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=PRIVATE_FOLDER)
    now = datetime.now(UTC)
    finished = folder / f"{PREFIX}{now:%Y%m%dT%H%M%SZ}-{version()}{ENDING}"
    unfinished = finished.with_name(finished.name + UNFINISHED)
    # A key of this run alone: with it the finished file can be read back, though the real key is elsewhere.
    passing = pyrage.x25519.Identity.generate()
    try:
        with _staging() as staging:
            database = staging / tar_archive.DATABASE
            counts = engine().snapshot(database)
            with unfinished.open("xb") as target:
                unfinished.chmod(tar_archive.PRIVATE)
                with sealing(target, [*recipients, passing.to_public()]) as plain:
                    _write(plain, database, counts, now, staging)
                target.flush()
                os.fsync(target.fileno())
        verify(unfinished, [passing])
        unfinished.rename(finished)
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
    _keep_name(folder)
    return finished


def _write(plain: BinaryIO, database: Path, counts: dict[str, int], now: datetime, staging: Path) -> None:
    files = list(media.uploaded()) if settings.AMARANTA_BACKUP_MEDIA else []
    about = About(
        format=FORMAT,
        version=version(),
        made_at=now.isoformat(),
        database=connection.vendor,
        migrations=applied(),
        installation=installation(set(counts)),
        site_id=settings.SEALED_SITE_ID,
        key_mark=key_mark(),
        counts=counts,
        media=settings.AMARANTA_BACKUP_MEDIA,
        size=database.stat().st_size + sum(file.size for file in files),
    )
    with tar_archive.writing(plain, about) as members:
        members.add_file(tar_archive.DATABASE, database)
        media.pack(members, files, staging)


def verify(path: Path, keys: Sequence[Identity]) -> About:
    """Read a whole copy, decide by its hashes, and return what it says of itself. Raises DamagedError."""
    about: About | None = None
    with opening(path, keys) as plain:
        for name, file in tar_archive.reading(plain):
            if name == tar_archive.ABOUT:
                about = About.from_json(file.read())
    assert about is not None  # noqa: S101 - reading() begins with it
    return about


def erase_old(folder: Path, days: int) -> list[Path]:
    """Erase copies older than so many days, what was put aside by a restore, and what a dead run left.

    Retention ends here: what was erased from the portal is in no copy after these days.
    """
    now = time.time()
    old = [path for path in folder.glob(f"{PREFIX}*{ENDING}") if path.stat().st_mtime < now - days * DAY]
    left = [path for path in folder.glob(f"{PREFIX}*{UNFINISHED}") if path.stat().st_mtime < now - DAY]
    aside = [path for path in settings.VAR.glob(f"{KEPT_PREFIX}*") if path.stat().st_mtime < now - days * DAY]
    staged = [path for path in settings.VAR.glob("keeping-*") if path.stat().st_mtime < now - DAY]
    for path in (*old, *left, *aside, *staged):
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    return [*old, *aside]


def newest(folder: Path) -> Path | None:
    """Return the latest finished copy in a folder, if any."""
    return max(folder.glob(f"{PREFIX}*{ENDING}"), key=lambda path: path.stat().st_mtime, default=None)


@contextmanager
def _staging() -> Iterator[Path]:
    """Give a private folder beside the database, which holds the same and no more."""
    settings.VAR.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="keeping-", dir=settings.VAR) as folder:
        yield Path(folder)


def _keep_name(folder: Path) -> None:
    """Make the new name outlive a power cut."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def require_room(folder: Path, needed: int) -> None:
    """Raise KeepingError unless so many bytes, and a tenth more, are free."""
    free = shutil.disk_usage(folder).free
    if free < needed * 11 // 10:
        raise KeepingError(
            f"{needed // 2**20 + 1} MiB are needed below {folder}, and {free // 2**20} MiB are free."
        )
