"""Put a copy in the place of what is here: all of it, or nothing."""

import shutil
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection
from django.utils import timezone

from amaranta.keeping import media, tar_archive
from amaranta.keeping.about import About, applied, key_mark, require_fitting
from amaranta.keeping.backup import KEPT_PREFIX, PRIVATE_FOLDER, require_room
from amaranta.keeping.carrying import CARRIED
from amaranta.keeping.engines import engine
from amaranta.keeping.obstacles import DamagedError, KeepingError
from amaranta.keeping.present import Present, present
from amaranta.keeping.sealing import Identity, opening
from contatti.sealed.models import LaneStore, OutboxItem, OutboxState
from contatti.sealed.models.outbox import OPEN
from contatti.sealed.tasks.retention import purge
from home.making.anew import make_everything_anew

TO_SEND = (*OPEN, OutboxState.HELD)


@dataclass(frozen=True, slots=True)
class Restored:
    """What came of it. kept: where the former state is, if there was one. waiting: requests to be sent."""

    about: About
    kept: Path | None
    carried: bool
    other_key: bool
    waiting: int


def restore(
    path: Path,
    keys: Sequence[Identity],
    *,
    force: bool = False,
    forget_present: bool = False,
    ask: bool = False,
) -> Restored:
    """Restore a copy. Raises KeepingError and OSError, after both of which everything is as it was.

    force: although there is data. forget_present: also take requests and answers from the copy, where it was
    made of this very database. ask: do not send what waited in the copy; staff decide.
    """
    found = present()
    if found.has_data and not force:
        raise KeepingError(f"There is data here ({found}). To put the copy in its place: --force.")
    engine().require_alone()
    settings.VAR.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="keeping-", dir=settings.VAR) as folder:
        staging = Path(folder)
        about = _unpack(path, keys, staging)
        carry = found.has_data and found.installation == about.installation and not forget_present
        kept = _put_in_place(staging, about, carry=carry, found=found, ask=ask and not carry)
    waiting = OutboxItem.objects.filter(state__in=TO_SEND).count()
    return Restored(about, kept, carry, about.key_mark != key_mark(), waiting)


def _unpack(path: Path, keys: Sequence[Identity], staging: Path) -> About:
    """Write a copy's content below `staging`, and verify it. Raises DamagedError, KeepingError, OSError."""
    about: About | None = None
    with opening(path, keys) as plain:
        for name, file in tar_archive.reading(plain):
            if about is None:
                about = About.from_json(file.read())
                require_fitting(about)
                require_room(staging, about.size)
            else:
                _save(file, staging / name)
    if about is None or not (staging / tar_archive.DATABASE).exists():
        raise DamagedError(f"{path.name} holds no database.")
    engine().check(staging / tar_archive.DATABASE, about.counts)
    return about


def _save(file: BinaryIO, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("xb") as opened:
        shutil.copyfileobj(file, opened, tar_archive.BLOCK)


def _put_in_place(staging: Path, about: About, *, carry: bool, found: Present, ask: bool) -> Path | None:
    """Swap database and media; whatever fails, everything is put back. Raises KeepingError, OSError."""
    kept = settings.VAR / f"{KEPT_PREFIX}{datetime.now(UTC):%Y%m%dT%H%M%S.%fZ}"
    kept.mkdir(mode=PRIVATE_FOLDER)
    with ExitStack() as undo:
        undo.callback(shutil.rmtree, kept, ignore_errors=True)
        if about.media:
            media.put_in_place(staging / tar_archive.MEDIA, kept, undo)
        engine().replace(staging / tar_archive.DATABASE, kept, about.counts, carry=carry, undo=undo)
        try:
            _bring_up_to_date(about, ask=ask)
        except Exception as error:
            raise KeepingError(
                f"The copy could not be brought up to this version ({type(error).__name__})."
            ) from error
        undo.pop_all()
    if found.has_data or (kept / tar_archive.MEDIA).exists():
        return kept
    shutil.rmtree(kept)  # the tables of a new installation, with nothing in them
    return None


def _bring_up_to_date(about: About, *, ask: bool) -> None:
    """Migrate, end all sessions, erase what has had its time since, and mark what staff shall decide."""
    if about.migrations != applied() or _behind():
        call_command("migrate", verbosity=0, interactive=False)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_session")
        for statement in connection.ops.sequence_reset_sql(no_style(), list(CARRIED)):
            cursor.execute(statement)
    if ask:
        OutboxItem.objects.filter(state__in=TO_SEND).settle(OutboxState.UNCERTAIN, lane=None)
        LaneStore.objects.all().delete()
    purge(timezone.now())
    if about.media:
        make_everything_anew()


def _behind() -> bool:
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
