"""The stylesheets know no left and no right: one source for both directions of writing."""

import re
from pathlib import Path

import pytest
from django.conf import settings

SHEETS = sorted((settings.ROOT / "static" / "css").glob("*.css"))
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
DECLARATION = re.compile(r"(?<=[{;])\s*([\w-]+)\s*:\s*([^;{}]+)")
SIDED = re.compile(r"(^|-)(left|right)(-|$)|^(float|clear)$")
FOUR_SIDED = ("margin", "padding", "inset", "border-width", "scroll-margin", "scroll-padding")

REASONS = {
    "text-align: right": "units stand under units, in every language",
    "transform: scaleX(-1)": "turns arrows, in right-to-left alone",
    "transform-origin: 0 100%": "the bar is moved in the coordinates of what is visible (static/js/exit.js)",
}


def is_sided(name: str, value: str) -> bool:
    """True when a declaration tells left from right."""
    parts = value.split()
    uneven = name in FOUR_SIDED and len(parts) == 4 and "(" not in value and parts[1] != parts[3]
    words = "left" in parts or "right" in parts
    return (
        bool(SIDED.search(name)) or words or uneven or name.startswith("transform") or "translateX" in value
    )


def sided(text: str) -> list[str]:
    found = DECLARATION.findall(COMMENT.sub("", text))
    return [f"{name}: {value.strip()}" for name, value in found if is_sided(name, value)]


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.stem)
def test_no_stylesheet_tells_left_from_right_without_a_reason(sheet: Path) -> None:
    text = sheet.read_text()

    assert DECLARATION.search(text)
    assert [each for each in sided(text) if each not in REASONS] == []


@pytest.mark.parametrize(
    "rule",
    [
        "margin-left: 1px",
        "left: 0",
        "float: right",
        "text-align: left",
        "padding: 1px 2px 3px 0",
        "border-right: 0",
    ],
)
def test_a_rule_for_one_side_would_be_found(rule: str) -> None:
    assert sided(f".a {{ color: red; {rule}; }}") == [rule]


def test_every_reason_is_still_needed() -> None:
    found = {each for sheet in SHEETS for each in sided(sheet.read_text())}

    assert found == set(REASONS)
