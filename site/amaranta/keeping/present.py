"""What is here already, asked before anything is touched. Reads tables of earlier versions as well."""

from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.db import DatabaseError, connection

from amaranta.keeping.carrying import OUTBOX


@dataclass(frozen=True, slots=True)
class Present:
    """installation: as in About, empty for a database without tables. readable: False if it is broken."""

    accounts: int = 0
    requests: int = 0
    installation: str = ""
    readable: bool = True

    @property
    def has_data(self) -> bool:
        return not self.readable or bool(self.accounts or self.requests)

    def __str__(self) -> str:
        if not self.readable:
            return "a database that cannot be read"
        return f"{self.accounts} accounts, {self.requests} requests"


def present() -> Present:
    """Look into the present database."""
    try:
        tables = set(connection.introspection.table_names())
        return Present(
            _count(get_user_model()._meta.db_table, tables), _count(OUTBOX, tables), installation(tables)
        )
    except DatabaseError:
        return Present(readable=False)


def installation(tables: set[str]) -> str:
    """Return when the first migration was applied: no two databases share it, and a copy keeps it.

    Raises django.db.DatabaseError.
    """
    if "django_migrations" not in tables:
        return ""
    with connection.cursor() as cursor:
        cursor.execute("SELECT applied FROM django_migrations ORDER BY id LIMIT 1")
        row = cursor.fetchone()
    return str(row[0]) if row else ""


def _count(table: str, tables: set[str]) -> int:
    if table not in tables:
        return 0
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT count(*) FROM "{table}"')  # noqa: S608 - the table of a model
        return int(cursor.fetchone()[0])
