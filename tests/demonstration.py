"""What tests need in the database, made once by a process and put back, row by row, for the next that asks.

The demonstration takes ten seconds of a processor to build and a fraction of one to put back. Only on SQLite:
elsewhere everything is made each time.
"""

from collections.abc import Callable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from wagtail.models import Site

from amaranta.demo.build import build

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


def build_demonstration(port: int = 80) -> None:
    """Make the database hold the demonstration, and nothing else, for a site at this port."""
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
