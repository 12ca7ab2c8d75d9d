"""Templates are read and compared like code; djlint holds the rest of what docs/design.md asks (make check)."""

from pathlib import Path

import pytest
from django.conf import settings

FOLDERS = [settings.ROOT / "templates", settings.ROOT / "contatti" / "sealed" / "templates"]
TEMPLATES = sorted(path for folder in FOLDERS for path in folder.rglob("*") if path.is_file())
LONGEST_LINE = 120
LONGEST_FILE = 100


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(settings.ROOT)))
def test_a_template_can_be_read(path: Path) -> None:
    lines = path.read_text().splitlines(keepends=True)

    assert [number for number, line in enumerate(lines, 1) if len(line.rstrip("\n")) > LONGEST_LINE] == []
    assert [number for number, line in enumerate(lines, 1) if line != line.rstrip() + "\n"] == []
    # A drawing has as many parts as it has.
    assert len(lines) <= LONGEST_FILE or path.suffix in {".svg", ".css"}
