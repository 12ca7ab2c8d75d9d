"""The house: which module may import which, how large a file may be, and that docstrings name what is raised."""

import ast
import os
import re
import statistics
from collections.abc import Iterator, Mapping
from pathlib import Path
from textwrap import dedent

import pytest
from django.conf import settings

from tests.project.module_graph import circles, graph, modules

FORBIDDEN = {
    "logins": {"home", "servizi", "contatti", "audit", "amaranta", "visits"},
    "home": {"servizi", "contatti", "audit", "logins", "amaranta", "visits"},
    "servizi": {"contatti", "audit", "logins", "amaranta", "visits"},
    "contatti": {"audit", "logins", "amaranta", "visits"},
    "contatti.sealed": {"home", "servizi", "audit", "logins", "amaranta", "contatti", "visits"},
    "audit": {"logins", "amaranta", "visits"},
    "visits": {"logins", "audit", "contatti", "amaranta"},
}
"""What an app may not import; contatti.sealed imports nothing of this portal but itself."""
LARGEST = 300
WRITTEN = {".py": 900, ".js": 40, ".css": 15}
"""What is held to that, and how many there are at least; test_templates.py holds templates to a hundred lines."""
NOT_READ = {".git", ".venv", ".venv-next", "node_modules", "var", "migrations"}
CONTRACTS = {
    "clean",
    "validate",
    "handle",
    "dispatch",
    "get_object",
    "__getattr__",
    "__post_init__",
    "__call__",
}
"""Methods of Django and Wagtail whose own documentation says what they raise; so do clean_<field>."""


@pytest.fixture(scope="module")
def sources() -> Mapping[str, Path]:
    """Return every module of the project by its dotted name."""
    return modules(settings.ROOT)


def of_app(name: str, app: str) -> bool:
    return name == app or name.startswith(f"{app}.")


@pytest.mark.parametrize("app", FORBIDDEN)
def test_an_app_imports_only_those_below_it(sources: Mapping[str, Path], app: str) -> None:
    edges = graph(sources)
    inside = {name for name in edges if of_app(name, app)}
    wrong = {
        (name, target)
        for name in inside
        for target in edges[name]
        for other in FORBIDDEN[app]
        if of_app(target, other) and not of_app(target, app)
    }

    assert len(inside) > 5
    assert wrong == set()


def test_no_modules_import_one_another_in_a_circle(sources: Mapping[str, Path]) -> None:
    """Imports for types alone and inside functions count as well."""
    assert len(sources) > 300
    assert circles(graph(sources)) == []


@pytest.mark.parametrize("late", ["", "    ", "if TYPE_CHECKING:\n    "])
def test_a_circle_would_be_seen(tmp_path: Path, late: str) -> None:
    (tmp_path / "home").mkdir()
    head = "def f():\n" if late == "    " else ""
    (tmp_path / "home" / "a.py").write_text("from home.b import B\n")
    (tmp_path / "home" / "b.py").write_text(
        f"from home import c\nfrom .c import C\n{head}{late}import home.a\n"
    )
    (tmp_path / "home" / "c.py").write_text("")

    assert circles(graph(modules(tmp_path))) == [["home.a", "home.b"]]


def test_a_circle_through_the_init_of_a_package_would_be_seen(tmp_path: Path) -> None:
    """Whoever imports a module of a package runs what the package imports; an app's models excepted."""
    for folder, importing in (("kit", "home.maker"), ("models", "home.calendar")):
        (tmp_path / "home" / folder).mkdir(parents=True)
        (tmp_path / "home" / folder / "__init__.py").write_text(f"from {importing} import X\n")
        (tmp_path / "home" / folder / "plain.py").write_text("")
        (tmp_path / f"{importing.replace('.', '/')}.py").write_text(f"from home.{folder}.plain import Y\n")

    assert circles(graph(modules(tmp_path))) == [["home.kit", "home.maker"]]
    (tmp_path / "home" / "calendar.py").write_text("from home.models import Y\n")
    assert ["home.calendar", "home.models"] in circles(graph(modules(tmp_path)))


def test_files_are_short_enough_to_be_read_at_once(sources: Mapping[str, Path]) -> None:
    sizes = sorted(len(path.read_text().splitlines()) for path in sources.values())
    sizes = [size for size in sizes if size > 1]

    assert {name for name, path in sources.items() if len(path.read_text().splitlines()) > LARGEST} == set()
    assert 40 <= statistics.median(sizes) <= 80
    assert sizes[len(sizes) * 9 // 10] < 200


def too_long(root: Path, kind: str) -> tuple[set[str], int]:
    """Return the files of a kind that are larger than they may be, tests among them, and how many were read."""
    sizes = {}
    for folder, folders, names in os.walk(root):
        folders[:] = set(folders) - NOT_READ
        for file in (Path(folder, name) for name in names if name.endswith(kind)):
            sizes[file.relative_to(root).as_posix()] = len(file.read_text().splitlines())
    return {name for name, size in sizes.items() if size > LARGEST}, len(sizes)


@pytest.mark.parametrize(("kind", "least"), WRITTEN.items())
def test_tests_scripts_and_styles_are_as_short(kind: str, least: int) -> None:
    large, read = too_long(settings.ROOT, kind)

    assert read > least
    assert large == set()


def test_a_file_that_is_too_long_would_be_seen(tmp_path: Path) -> None:
    for folder, lines in (("tests", LARGEST + 1), ("home", LARGEST), ("node_modules", LARGEST + 1)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "test_a.py").write_text("x = 1\n" * lines)

    assert too_long(tmp_path, ".py") == ({"tests/test_a.py"}, 2)


def test_what_the_architecture_page_names_is_there() -> None:
    words = (settings.ROOT / "docs" / "architecture.md").read_text()
    answers = words.partition("## Where is it?")[2].partition("\n## ")[0]
    named = set(re.findall(r"`([\w./-]+)`", answers))

    assert len(named) >= 12
    assert {name for name in named if not (settings.ROOT / name).exists()} == set()


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def raised(function: ast.FunctionDef) -> set[str]:
    """Return the names of the exceptions that a function raises itself, not what it hands on."""
    found: set[str] = set()
    nodes: list[ast.AST] = list(function.body)
    while nodes:
        node = nodes.pop()
        if isinstance(node, ast.FunctionDef | ast.Lambda | ast.ClassDef):
            continue
        if isinstance(node, ast.Raise) and node.exc is not None:
            kind = node.exc.func if isinstance(node.exc, ast.Call) else node.exc
            name = kind.attr if isinstance(kind, ast.Attribute) else getattr(kind, "id", "")
            found |= {name} if name[:1].isupper() else set()
        nodes.extend(ast.iter_child_nodes(node))
    return found


def hidden(tree: ast.AST) -> list[str]:
    """Return the functions whose docstring leaves out what they raise, or that need one and have none."""
    found = []
    for function in functions(tree):
        words = ast.get_docstring(function)
        name = function.name
        is_told_elsewhere = name.startswith(("_", "clean_")) or name in CONTRACTS
        if raised(function) - {each for each in raised(function) if words and each in words} and (
            words is not None or not is_told_elsewhere
        ):
            found.append(name)
    return found


def test_a_docstring_names_every_exception_that_its_function_raises(sources: Mapping[str, Path]) -> None:
    wrong = {name: hidden(ast.parse(path.read_text())) for name, path in sources.items()}

    assert {name: names for name, names in wrong.items() if names} == {}


def test_a_hidden_exception_would_be_seen() -> None:
    source = dedent(
        '''
        def told():
            """Do it. Raises ValueError."""
            raise ValueError

        def hides():
            """Do it. Raises ValueError."""
            if x:
                raise errors.KeyError("no") from None
            raise ValueError

        def silent():
            raise ValueError

        def _private():
            raise ValueError

        def clean():
            raise ValidationError("no")

        def hands_on():
            """Do it."""
            def inner():
                raise ValueError
            raise
        '''
    )

    assert hidden(ast.parse(source)) == ["hides", "silent", "inner"]
