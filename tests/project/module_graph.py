"""Which module imports which, read from the sources; nothing is imported for it."""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

FOLDERS = {
    "home": "home",
    "servizi": "servizi",
    "contatti": "contatti",
    "amaranta": "site/amaranta",
    "logins": "site/logins",
    "audit": "site/audit",
    "visits": "site/visits",
}
NOT_OURS = {"migrations", "build"}
Edges = Mapping[str, set[str]]


def modules(root: Path) -> dict[str, Path]:
    """Return the modules of the project below a folder, by dotted name."""
    found = {}
    for name, folder in FOLDERS.items():
        for path in sorted((root / folder).rglob("*.py")):
            parts = [name, *path.relative_to(root / folder).with_suffix("").parts]
            if NOT_OURS.isdisjoint(parts) and parts[-1] != "setup":
                found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def graph(sources: Mapping[str, Path]) -> dict[str, set[str]]:
    """Return for each module those that it imports anywhere: at the top, for types, inside functions.

    Who imports a module of a package imports the package's `__init__` as well. That of an app's models is left
    out: Django imports it before anything that asks for a model, and a page class beside may need what asks.
    """
    edges = {}
    for name, path in sources.items():
        found = set(_imports(name, path, sources))
        around = {each for target in found for each in _packages(target) if not each.endswith(".models")}
        edges[name] = (found | (around & set(sources) - set(_packages(name)))) - {name}
    return edges


def _packages(name: str) -> Iterator[str]:
    """Yield the packages that a module lies in, which Python imports before it."""
    while "." in name:
        name = name.rpartition(".")[0]
        yield name


def _imports(name: str, path: Path, known: Mapping[str, Path]) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in known)
        elif isinstance(node, ast.ImportFrom):
            base = _base(name, path, node)
            for alias in node.names:
                inside = f"{base}.{alias.name}"
                yield from (each for each in ([inside] if inside in known else [base]) if each in known)


def _base(name: str, path: Path, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    parts = name.split(".")
    above = node.level - (path.name == "__init__.py")
    return ".".join([*parts[: len(parts) - above], *([node.module] if node.module else [])])


def circles(edges: Edges) -> list[list[str]]:
    """Return the groups of modules that reach one another (strongly connected components; Tarjan 1972)."""
    order: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    found: list[list[str]] = []

    def visit(name: str) -> None:
        order[name] = low[name] = len(order)
        stack.append(name)
        for target in edges[name]:
            if target not in order:
                visit(target)
                low[name] = min(low[name], low[target])
            elif target in stack:
                low[name] = min(low[name], order[target])
        if low[name] == order[name]:
            group = []
            while not group or group[-1] != name:
                group.append(stack.pop())
            if len(group) > 1:
                found.append(sorted(group))

    for name in edges:
        if name not in order:
            visit(name)
    return found
