"""What tests need in the database, made once by a process and put back, row by row, for the next that asks.

The demonstration takes sixteen seconds of a processor to build and a fraction of one to put back; it is built
once for all processes of a run. Only on SQLite: elsewhere everything is made each time.
"""

import pickle
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from wagtail.models import Site

from amaranta.demo.build import build
from tests.once import once

Rows = dict[str, tuple[str, list[tuple[Any, ...]]]]
"""By table: the statement that inserts a row, and the rows."""

# The search index is a table of SQLite's own, which triggers on the entries keep up to date.
NOT_OURS = ("django_migrations", "wagtailsearch_indexentry_fts", "sqlite_")
_kept: dict[str, Rows] = {}


def make_once(name: str, make: Callable[[], object]) -> None:
    """Make the database hold what `make` leaves in it, and nothing else."""
    if connection.vendor != "sqlite":
        make()
    elif name in _kept:
        _put_back(_kept[name])
    else:
        make()
        _kept[name] = _taken()
    ContentType.objects.clear_cache()
    Site.clear_site_root_paths_cache()


def build_demonstration(run_folder: Path, port: int = 80) -> None:
    """Make the database hold the demonstration, and nothing else, for a site at this port.

    Its files go to MEDIA_ROOT, a folder of this process.
    """
    shared = run_folder / "demonstration"
    if connection.vendor == "sqlite" and "demonstration" not in _kept:
        with once(shared) as first:
            if first:
                make_once("demonstration", lambda: build(port=port))
                (shared / "rows").write_bytes(pickle.dumps(_kept["demonstration"]))
                shutil.copytree(settings.MEDIA_ROOT, shared / "media")
        shutil.copytree(shared / "media", settings.MEDIA_ROOT, dirs_exist_ok=True)
        _kept["demonstration"] = pickle.loads((shared / "rows").read_bytes())
    make_once("demonstration", lambda: build(port=port))
    Site.objects.update(port=port)
    Site.clear_site_root_paths_cache()


def _tables() -> list[str]:
    names = connection.introspection.table_names()
    return [name for name in names if not name.startswith(NOT_OURS)]


def _taken() -> Rows:
    rows: Rows = {}
    with connection.cursor() as cursor:
        for table in _tables():
            columns = [
                column.name for column in connection.introspection.get_table_description(cursor, table)
            ]
            names = ", ".join(f'"{name}"' for name in columns)
            # With a sign before it, a value comes as it is stored, and not as the type of its column.
            cursor.execute(f'SELECT {", ".join(f"+{name}" for name in names.split(", "))} FROM "{table}"')
            marks = ", ".join(["%s"] * len(columns))
            rows[table] = (f'INSERT INTO "{table}" ({names}) VALUES ({marks})', cursor.fetchall())
    return rows


def _put_back(rows: Rows) -> None:
    # Foreign keys are checked at the end of the transaction: the order of the tables does not matter.
    with transaction.atomic(), connection.cursor() as cursor:
        for table in rows:
            cursor.execute(f'DELETE FROM "{table}"')
        for statement, values in rows.values():
            cursor.executemany(statement, values)
