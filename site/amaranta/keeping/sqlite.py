"""SQLite: a copy by its online backup, and a database file put in the place of another."""

import os
import shutil
import sqlite3
from collections.abc import Mapping
from contextlib import ExitStack, closing
from pathlib import Path

from django.conf import settings
from django.db import connection

from amaranta.keeping.carrying import HOMELESS, carried_tables, homeless
from amaranta.keeping.obstacles import DamagedError, KeepingError

IN_USE = "Other processes use the database: stop web and worker first."


def snapshot(target: Path) -> dict[str, int]:
    """Copy the database at one moment, while others write, and return the rows of each table.

    Raises KeepingError, OSError.
    """
    tables = connection.introspection.django_table_names(only_existing=True)
    connection.ensure_connection()
    with closing(sqlite3.connect(target)) as copy:
        try:
            # In one step: writers go on into the journal, and the copy is of the moment at which it began.
            connection.connection.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
        except sqlite3.OperationalError as error:
            if "full" in str(error) or "I/O" in str(error):
                raise OSError(28, os.strerror(28)) from None
            raise KeepingError(f"SQLite cannot be copied ({error}).") from None
        _require_whole(copy, "The database is damaged: restore a copy from before.")
        return _counts(copy, [*tables, "django_migrations"])


def check(path: Path, counts: Mapping[str, int]) -> None:
    """Raise DamagedError unless an unpacked database is whole and holds what the copy says."""
    try:
        with closing(sqlite3.connect(path)) as copy:
            _require_whole(copy, "The database in the copy is damaged.")
            if _counts(copy, counts) != counts:
                raise DamagedError("The database in the copy has other rows than were written.")
    except sqlite3.DatabaseError:
        raise DamagedError("The database in the copy is damaged.") from None


def require_alone() -> None:
    """Raise KeepingError while another process has the database open. Empties the journal into the file."""
    path = _path()
    connection.close()
    if not path.exists():
        return
    with closing(sqlite3.connect(path, timeout=1)) as alone:
        try:
            # Only the last connection may leave the journal.
            alone.execute("PRAGMA journal_mode=DELETE").fetchone()
        except sqlite3.OperationalError:
            raise KeepingError(IN_USE) from None
        except sqlite3.DatabaseError:
            return  # broken: it is put aside as it is


def replace(staged: Path, kept: Path, counts: Mapping[str, int], *, carry: bool, undo: ExitStack) -> None:
    """Put an unpacked database in the place of the present one, which goes to `kept`. Raises KeepingError."""
    path = _path()
    if carry:
        _carry(path, staged)
    beside = path.with_name(f".{path.name}.restoring")
    shutil.move(staged, beside)
    undo.callback(beside.unlink, missing_ok=True)
    if path.exists():
        shutil.move(path, kept / path.name)
        undo.callback(shutil.move, kept / path.name, path)
    for ending in ("-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
    beside.rename(path)
    undo.callback(connection.close)


def _carry(present: Path, staged: Path) -> None:
    """Raises KeepingError."""
    with closing(sqlite3.connect(staged, isolation_level=None)) as new:
        new.execute("ATTACH ? AS present", (f"{present}",))
        new.execute("BEGIN IMMEDIATE")
        if new.execute(homeless("present", "main")).fetchone()[0]:
            raise KeepingError(HOMELESS)
        tables = [table for table in carried_tables() if _columns(new, table.name)]
        for table in reversed(tables):
            new.execute(f'DELETE FROM main."{table.name}"')  # noqa: S608 - tables and columns of models
        for table in tables:
            columns = ", ".join(_columns(new, table.name))
            new.execute(
                f'INSERT INTO main."{table.name}" ({columns}) SELECT {columns} FROM present."{table.name}" o '  # noqa: S608
                f"WHERE {table.condition('main')}"
            )
        if new.execute("PRAGMA main.foreign_key_check").fetchone():
            raise KeepingError(
                "What is here does not fit what the copy holds. Restore with --forget-present."
            )
        new.execute("COMMIT")


def _columns(new: sqlite3.Connection, table: str) -> list[str]:
    """Return the columns that both databases have."""
    both = [
        [row[1] for row in new.execute(f'PRAGMA {schema}.table_info("{table}")')]
        for schema in ("main", "present")
    ]
    return [f'"{column}"' for column in both[0] if column in both[1]]


def _require_whole(copy: sqlite3.Connection, complaint: str) -> None:
    if copy.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
        raise DamagedError(complaint)


def _counts(copy: sqlite3.Connection, tables: Mapping[str, int] | list[str]) -> dict[str, int]:
    return {table: copy.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0] for table in tables}  # noqa: S608


def _path() -> Path:
    return Path(settings.DATABASES["default"]["NAME"])
