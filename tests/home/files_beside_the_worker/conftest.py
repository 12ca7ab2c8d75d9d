"""Files made of nothing, at once."""

from typing import Any

import pytest

from home.making.makers import CannotBeMadeError, Made
from home.models import MadeFile


@pytest.fixture
def making(db: None, monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """Let every file be made of nothing, at once; return what was asked for."""
    asked: list[dict[str, Any]] = []

    def make(source: dict[str, Any]) -> Made:
        asked.append(source)
        if source.get("breaks"):
            raise OSError(28, "No space left on device")
        if source.get("lacks"):
            raise CannotBeMadeError("libpango")
        return Made({"file.pdf": source.get("text", "").encode()})

    monkeypatch.setattr("home.making.making_process.maker_of", lambda _kind: make)
    MadeFile.objects.all().delete()
    return asked
