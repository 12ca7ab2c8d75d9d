"""PostgreSQL: a copy by pg_dump, and its contents put in the place of the present ones in one transaction."""

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path

from django.db import connection, transaction

from amaranta.keeping.carrying import HOMELESS
from amaranta.keeping.obstacles import DamagedError, KeepingError
from amaranta.keeping.postgres_sql import BEGIN, END, LOST, MISCOUNTED, carrying, counting

IN_USE = "Other processes use the database: stop web and worker first."
KEPT = "database.dump"
CONNECTING = (
    "host", "hostaddr", "port", "user", "dbname", "passfile", "service",
    "sslmode", "sslrootcert", "sslcert", "sslkey",
)  # fmt: skip
SAID = {
    "53100": "The disk of PostgreSQL is full.",
    "42501": "This account of PostgreSQL may not replace the schema “public”: make it the database’s owner.",
    LOST: HOMELESS,
    MISCOUNTED: "PostgreSQL holds other rows than the copy says.",
    "55P03": IN_USE,
}


def snapshot(target: Path) -> dict[str, int]:
    """Copy the database at one moment, while others write, and return the rows of each table.

    Raises KeepingError.
    """
    tables = [*connection.introspection.django_table_names(only_existing=True), "django_migrations"]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        cursor.execute("SELECT pg_export_snapshot()")
        name = cursor.fetchone()[0]
        # What is counted and what is copied is the same moment.
        _run("pg_dump", "-Fc", "-Z0", "-x", "-O", f"--snapshot={name}", "-f", str(target), _dsn())
        counts = {}
        for table in tables:
            cursor.execute(f'SELECT count(*) FROM "{table}"')  # noqa: S608 - tables of models
            counts[table] = cursor.fetchone()[0]
    check(target, {})
    return counts


def check(path: Path, counts: Mapping[str, int]) -> None:
    """Raise DamagedError unless pg_restore can read an unpacked dump; rows are counted while it is loaded."""
    done = subprocess.run(  # noqa: S603 - our own arguments
        [_binary("pg_restore"), "-f", os.devnull, str(path)],
        check=False,
        capture_output=True,
        stdin=subprocess.DEVNULL,
    )
    if done.returncode:
        raise DamagedError("The database in the copy is damaged, or of a newer PostgreSQL.")


def require_alone() -> None:
    """Raise KeepingError while another process is connected to the database."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
            "AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
        )
        if cursor.fetchone()[0]:
            raise KeepingError(IN_USE)


def replace(staged: Path, kept: Path, counts: Mapping[str, int], *, carry: bool, undo: ExitStack) -> None:
    """Put a dump in the place of the present tables, of which a dump goes to `kept`. Raises KeepingError."""
    before = kept / KEPT
    _run("pg_dump", "-Fc", "-x", "-O", "-f", str(before), _dsn())
    before.chmod(0o600)
    _load(staged, [counting(counts), *([carrying()] if carry else [])])
    undo.callback(_load, before, [])


def _load(dump: Path, last: Sequence[str]) -> None:
    """Load a dump beside what is there, run `last`, and end the transaction. Raises KeepingError."""
    dsn = _dsn()
    connection.close()
    psql = subprocess.Popen(  # noqa: S603
        [_binary("psql"), "-X", "-q", "-v", "ON_ERROR_STOP=1", "-v", "VERBOSITY=sqlstate", "-f", "-", dsn],
        stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=_environment(),
    )  # fmt: skip
    assert psql.stdin is not None and psql.stderr is not None  # noqa: S101, PT018 - as asked for above
    read = 1
    with suppress(BrokenPipeError):
        psql.stdin.write(BEGIN.encode())
        psql.stdin.flush()
        read = subprocess.run(  # noqa: S603
            [_binary("pg_restore"), "-f", "-", "-x", "-O", str(dump)],
            check=False, stdin=subprocess.DEVNULL, stdout=psql.stdin, stderr=subprocess.DEVNULL,
        ).returncode  # fmt: skip
        if read == 0:
            psql.stdin.write("\n".join([*last, END]).encode())
    with suppress(BrokenPipeError):
        psql.stdin.close()  # without COMMIT everything is as it was
    said = psql.stderr.read().decode(errors="replace")
    if psql.wait() or read:
        known = next((sentence for state, sentence in SAID.items() if state in said), "")
        raise KeepingError(known or f"PostgreSQL refused what the copy holds ({said.strip()[-5:] or read}).")


def _run(program: str, *arguments: str) -> None:
    """Raises KeepingError."""
    done = subprocess.run(  # noqa: S603
        [_binary(program), *arguments],
        check=False,
        capture_output=True,
        stdin=subprocess.DEVNULL,
        env=_environment(),
    )
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines() or ["?"]
        raise KeepingError(f"{program} failed: {said[0].removeprefix(f'{program}: ')}")


def _binary(name: str) -> str:
    """Raises KeepingError."""
    found = shutil.which(name)
    if not found:
        raise KeepingError(f"{name} is missing: install Debian’s package postgresql-client.")
    return found


def _dsn() -> str:
    """Return how to connect, without the password, which others would see in the list of processes.

    Only what every version of the programs knows: the driver's library is often newer than theirs.
    """
    connection.ensure_connection()
    from psycopg.conninfo import conninfo_to_dict, make_conninfo

    told = conninfo_to_dict(connection.connection.info.dsn)
    return make_conninfo(**{name: str(value) for name, value in told.items() if name in CONNECTING})


def _environment() -> dict[str, str]:
    password = str(connection.settings_dict.get("PASSWORD") or "")
    return {**os.environ, **({"PGPASSWORD": password} if password else {})}
