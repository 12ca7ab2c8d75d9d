"""What a copy says of itself, and whether it may be restored here."""

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.utils.crypto import salted_hmac

from amaranta.keeping.obstacles import DamagedError, KeepingError

FORMAT = 1
"""Of the archive. Raised when an older program could not read a new one."""


@dataclass(frozen=True, slots=True)
class About:
    """The first member of an archive.

    migrations: "app.name", all that were applied. installation: when the first of them was, which no two
    databases share. key_mark: a fingerprint of the secret key. counts: rows by table. size: of all members.
    """

    format: int
    version: str
    made_at: str
    database: str
    migrations: tuple[str, ...]
    installation: str
    site_id: str
    key_mark: str
    counts: Mapping[str, int]
    media: bool
    size: int

    @classmethod
    def from_json(cls, text: bytes) -> "About":
        """Return what an archive says. Raises DamagedError, and KeepingError for a format of later."""
        try:
            told = json.loads(text)
            number = int(told["format"])
        except (ValueError, KeyError, TypeError):
            raise DamagedError("The file is sealed for this key, but is no copy of this portal.") from None
        if number > FORMAT:
            raise KeepingError(
                f"This copy was made by a newer version ({told.get('version')}): install that one first, "
                "then restore."
            )
        names = {field.name for field in fields(cls)}
        if missing := names - set(told):
            raise DamagedError(f"The copy does not say its {min(missing)}.")
        told["migrations"] = tuple(told["migrations"])
        return cls(**{name: told[name] for name in names})

    def to_json(self) -> bytes:
        return json.dumps(asdict(self), indent=1, sort_keys=True).encode()

    @property
    def moment(self) -> datetime:
        return datetime.fromisoformat(self.made_at)


def version() -> str:
    """Return this program's version."""
    project: dict[str, Any] = tomllib.loads((settings.ROOT / "pyproject.toml").read_text())["project"]
    return str(project["version"])


def key_mark() -> str:
    """Return a mark by which two hosts can be told to have the same secret key, and nothing else."""
    return salted_hmac("amaranta.keeping", "which secret key").hexdigest()[:16]


def applied() -> tuple[str, ...]:
    """Return the migrations of the present database, none if it has no tables."""
    loader = MigrationLoader(connection)
    return tuple(sorted(f"{app}.{name}" for app, name in loader.applied_migrations))


def require_fitting(about: About) -> None:
    """Raise KeepingError, with what to do, unless a copy can be restored by this program, here."""
    known = {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations}
    unknown = [name for name in about.migrations if name not in known and not _foreign(name, known)]
    if unknown or _order(about.version) > _order(version()):
        raise KeepingError(
            f"This copy was made by version {about.version}, which is newer than {version()} here: "
            "install that version first, then restore."
        )
    if about.database != connection.vendor:
        raise KeepingError(
            f"This copy is of {_product(about.database)}, and DATABASE_URL leads to "
            f"{_product(connection.vendor)}: restore it where {_product(about.database)} is configured."
        )
    if about.site_id != settings.SEALED_SITE_ID:
        raise KeepingError(
            f"This copy belongs to AMARANTA_SITE_ID={about.site_id}, and here it is "
            f"{settings.SEALED_SITE_ID}: no number given out would open its answers. "
            "Set it as it was, then restore."
        )


def _foreign(name: str, known: set[str]) -> bool:
    """Tell whether a migration is of an app that is not installed any more: its tables stay, unused."""
    app = name.partition(".")[0]
    return not any(other.startswith(f"{app}.") for other in known)


def _order(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", number))


def _product(vendor: str) -> str:
    return {"sqlite": "SQLite", "postgresql": "PostgreSQL"}.get(vendor, vendor)
