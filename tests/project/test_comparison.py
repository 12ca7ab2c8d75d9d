"""What docs/comparison.md claims for this portal is held by tests that exist, and its sources are named."""

import re
from pathlib import Path

from django.conf import settings

PAGE = Path(settings.ROOT) / "docs" / "comparison.md"
TEST = re.compile(r"`(tests/[\w/]+\.py)?(?:::(\w+))?`")
SOURCE = re.compile(r"\[([GHS]\d)\]")


def test_every_test_that_the_comparison_names_exists() -> None:
    text = PAGE.read_text()
    file, named = "", 0
    for path, name in TEST.findall(text):
        file = path or file
        source = (Path(settings.ROOT) / file).read_text()
        assert not name or f"def {name}(" in source, (file, name)
        named += bool(name)
    assert named > 12


def test_every_source_that_the_comparison_cites_is_named_below() -> None:
    table, _heading, sources = PAGE.read_text().partition("## Sources")
    cited = {each for cell in re.findall(r"\[([GHS\d, ]+)\]", table) for each in cell.split(", ")}

    assert cited
    assert cited <= set(SOURCE.findall(sources))
