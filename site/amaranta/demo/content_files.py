"""The words of the demonstration: a Markdown file for each page, in one folder for each language.

A file has the path of the Italian page in every language, so that a missing translation can be seen. A page
with pages below it is a folder with an index.md, whose front matter lists them in their order under `pages`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from home.text.placeholders import without_placeholders

from .markdown_blocks import Block, read_markdown
from .markdown_text import MarkdownError

CONTENT = Path(__file__).parent / "content"


class ContentError(ValueError):
    """What is wrong with the content, in a sentence that names the file and the line."""


@dataclass(frozen=True)
class PageText:
    """A page as its file tells it; `path` is "" for the home page, `name` the file below content/."""

    path: str
    name: str
    words: dict[str, Any]
    body: list[Block]
    links: list[tuple[str, int]]

    @property
    def slug(self) -> str:
        return str(self.words.get("slug", self.path.rpartition("/")[2]))

    @property
    def prose(self) -> str:
        """The body as rich text; ContentError if it holds anything besides."""
        if any(kind != "text" for kind, _value in self.body):
            raise ContentError(f"content/{self.name}: this page has text only, no blocks")
        return "".join(html for _kind, html in self.body)

    def error(self, key: str, message: str) -> ContentError:
        """Return an error about the line of the front matter that begins with `key`."""
        return error_at(self.name, _line_of(CONTENT / self.name, key), message)


def error_at(name: str, line: int, message: str) -> ContentError:
    return ContentError(f"content/{name}: line {line}: {message}")


class _Loader(yaml.SafeLoader):
    """YAML where a name that is given twice is a mistake (YAML 1.2, 3.2.1.1), not silently the last one."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """Return the mapping; ConstructorError if a name stands in it twice."""
        seen: set[str] = set()
        for key, _value in node.value:
            if key.value in seen:
                raise yaml.constructor.ConstructorError(None, None, f"'{key.value}' twice", key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep)


@cache
def read_pages(language: str, folder: Path = CONTENT) -> dict[str, PageText]:
    """Return the pages of a language by path, those above first, in the order that they are shown in.

    ContentError if a file cannot be read, a page is not listed by the one above it, or a link leads nowhere.
    """
    pages = {page.path: page for page in _in_order(folder, language, "")}
    for page in pages.values():
        for path, line in page.links:
            if path not in pages:
                raise error_at(page.name, line, f"links to '{path}', which is no page of this language")
    return pages


def read_page(path: str, language: str = "it") -> PageText:
    """Return one page; ContentError as for read_pages, KeyError if there is none."""
    return read_pages(language)[path]


def below(path: str, language: str = "it") -> list[PageText]:
    """Return the pages right below one, in their order."""
    start = f"{path}/" if path else ""
    return [
        page
        for page in read_pages(language).values()
        if page.path and page.path.startswith(start) and "/" not in page.path[len(start) :]
    ]


def read_file(name: str, path: str = "", folder: Path = CONTENT) -> PageText:
    """Return what a Markdown file says; ContentError if it is not as this module expects."""
    try:
        document = read_markdown(_text(name, folder))
    except MarkdownError as error:
        raise error_at(name, error.line, str(error)) from error
    words = _yaml(name, document.front_matter, first_line=2) or {}
    if not isinstance(words, dict):
        raise error_at(name, 2, "expected front matter as 'name: value'")
    return PageText(path, name, words, document.blocks, document.links)


def read_rows(name: str) -> Any:
    """Return the data of a YAML file; ContentError if it is not YAML."""
    return _yaml(name, _text(name), first_line=1)


def _text(name: str, folder: Path = CONTENT) -> str:
    try:
        text = (folder / name).read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise ContentError(f"content/{name}: there is no such file") from error
    except UnicodeDecodeError as error:
        raise error_at(name, error.object.count(b"\n", 0, error.start) + 1, "not UTF-8") from error
    for number, line in enumerate(text.splitlines(), 1):
        if unknown := re.search(r"\{\{.*?\}\}", without_placeholders(line)):
            raise error_at(name, number, f"{unknown[0]} stands for nothing in the settings")
    return text


def _yaml(name: str, text: str, first_line: int) -> Any:
    try:
        return yaml.load(text, _Loader)  # noqa: S506 - a SafeLoader
    except yaml.MarkedYAMLError as error:
        line = (error.problem_mark.line if error.problem_mark else 0) + first_line
        raise error_at(name, line, f"not YAML: {error.problem}") from error


def _in_order(folder: Path, language: str, path: str) -> Iterator[PageText]:
    inside = folder / language / path
    is_folder = inside.is_dir() or not path
    name = Path(language, path, "index.md") if is_folder else Path(language, f"{path}.md")
    page = read_file(str(name), path, folder)
    yield page
    listed = page.words.get("pages", [])
    found = {file.stem for file in inside.iterdir() if _is_page(file)} if inside.is_dir() else set()
    for slug in sorted(found.symmetric_difference(listed)):
        what = "is listed but has no file" if slug in listed else "has a file but is not listed"
        raise error_at(str(name), _line_of(folder / name, "pages"), f"'{slug}' {what} under 'pages'")
    for slug in listed:
        yield from _in_order(folder, language, f"{path}/{slug}" if path else slug)


def _is_page(file: Path) -> bool:
    # A name that begins with an underscore is a text that several pages share.
    return (file.is_dir() or file.suffix == ".md") and file.name != "index.md" and file.name[0] != "_"


def _line_of(file: Path, key: str) -> int:
    lines = file.read_text(encoding="utf-8").splitlines()
    return next((number for number, line in enumerate(lines, 1) if re.match(rf"{key}:", line)), 1)
