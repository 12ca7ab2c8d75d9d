"""The three apps import one way: contatti, then servizi, then home; the project wires them."""

import ast
from pathlib import Path

import pytest
from django.conf import settings

FORBIDDEN = {
    "home": {"servizi", "contatti", "amaranta"},
    "servizi": {"contatti", "amaranta"},
    "contatti": {"amaranta"},
}


def imported_packages(file: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.partition(".")[0])
    return names


@pytest.mark.parametrize("app", FORBIDDEN)
def test_nothing_imports_back(app: str) -> None:
    files = list((settings.ROOT / app).rglob("*.py"))
    wrong = {str(file): imported_packages(file) & FORBIDDEN[app] for file in files}

    assert len(files) > 10
    assert {name: packages for name, packages in wrong.items() if packages} == {}
