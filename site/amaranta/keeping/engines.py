"""Which of the two databases is copied here."""

from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Protocol

from django.db import connection

from amaranta.keeping import postgres, sqlite


class Engine(Protocol):
    """What each of the two modules offers; their functions say what they raise."""

    def snapshot(self, target: Path) -> dict[str, int]: ...
    def check(self, path: Path, counts: Mapping[str, int]) -> None: ...
    def require_alone(self) -> None: ...
    def replace(
        self, staged: Path, kept: Path, counts: Mapping[str, int], *, carry: bool, undo: ExitStack
    ) -> None: ...


def engine() -> Engine:
    return postgres if connection.vendor == "postgresql" else sqlite
