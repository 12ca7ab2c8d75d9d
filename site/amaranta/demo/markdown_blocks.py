"""Markdown to the blocks of a page: prose is a text block, every other block a container between colons.

    ::: callout tone=calm
    ## Its heading

    Its words.
    :::

A line of three hyphens parts two text blocks that follow each other.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from markdown_it.token import Token

from home.blocks.lesson import SheetSize
from home.blocks.prose import Origin, Tone

from .markdown_text import MarkdownError, Part, line_of, markdown, page_links, part_of, plain, to_html

Block = tuple[str, Any]
CELL_END = re.compile(r"(?<!\\)\|")
PHASE = re.compile(r"(\d+) min[.:]? (.+)")


@dataclass(frozen=True)
class Document:
    """What a file says: its front matter as written, its blocks, and its links to pages with their lines."""

    front_matter: str
    blocks: list[Block]
    links: list[tuple[str, int]]


def read_markdown(text: str) -> Document:
    """Return the front matter and the blocks of a text; MarkdownError if something is not a block's."""
    tokens = markdown().parse(text)
    front_matter = ""
    if tokens and tokens[0].type == "front_matter":
        front_matter = tokens.pop(0).content
    elif text.startswith("---"):
        raise MarkdownError(1, "the front matter has no line of three hyphens that ends it")
    return Document(front_matter, list(_blocks(tokens, text.splitlines())), list(page_links(tokens)))


def _blocks(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[Block]:
    prose: list[Token] = []
    inside: list[Token] | None = None
    width = 0
    for token in tokens:
        if token.type == "container_block_open":
            if inside is not None:
                raise MarkdownError(line_of(inside[0]), "a block begins before the end of this one")
            yield from _text(prose)
            prose, inside, width = [], [token], 0
            _check_end(token, lines)
        elif token.type == "container_block_close":
            yield _container(inside or [])
            inside = None
        elif inside is not None:
            inside.append(token)
            if token.type == "tr_open":
                width = _check_row(token, lines, width)
        elif token.type == "hr":
            yield from _text(prose)
            prose = []
        else:
            prose.append(token)
    yield from _text(prose)


def _check_row(token: Token, lines: Sequence[str], width: int) -> int:
    """Return how many cells a row has; MarkdownError if Markdown would drop some, or make some up."""
    cells = len(CELL_END.findall(lines[line_of(token) - 1].strip().strip("|"))) + 1
    if width and cells != width:
        raise MarkdownError(line_of(token), f"this row has {cells} cells, but the columns are {width}")
    return cells


def _check_end(token: Token, lines: Sequence[str]) -> None:
    last = token.map[1] if token.map else 0
    if last >= len(lines) or not lines[last].startswith(token.markup):
        raise MarkdownError(line_of(token), "this block has no line of three colons that ends it")


def _text(tokens: Sequence[Token]) -> Iterator[Block]:
    if tokens:
        yield ("text", to_html(tokens))


def _container(tokens: Sequence[Token]) -> Block:
    line = line_of(tokens[0])
    name, *written = tokens[0].info.split() or [""]
    if name not in BLOCKS:
        raise MarkdownError(line, f"unknown block '{name}'; there are {', '.join(sorted(BLOCKS))}")
    known, value = BLOCKS[name]
    options = dict(option.partition("=")[::2] for option in written)
    for option, chosen in options.items():
        if option not in known or not re.fullmatch(known[option], chosen):
            raise MarkdownError(line, f"block '{name}' has no option '{option}={chosen}'")
    return (name, value(part_of(tokens[1:], "h2", line, options)))


def _callout(part: Part) -> dict[str, Any]:
    return {"tone": part.options.get("tone", "note"), "heading": part.heading, "text": part.html}


def _steps(part: Part) -> dict[str, Any]:
    return {
        "heading": part.heading,
        "steps": [{"title": item.heading, "text": item.html} for item in part.items],
    }


def _questions(part: Part) -> dict[str, Any]:
    items = [{"question": item.heading, "answer": item.html} for item in part.items]
    return {"heading": part.heading, "questions": items}


def _phases(part: Part) -> dict[str, Any]:
    return {"heading": part.heading, "phases": [_phase(item) for item in part.items]}


def _phase(item: Part) -> dict[str, Any]:
    timed = PHASE.fullmatch(item.heading)
    if not timed:
        raise MarkdownError(item.line, "expected minutes before the name of a phase: ### 10 min. Opening")
    return {"minutes": int(timed[1]), "title": timed[2], "text": item.html}


def _checklist(part: Part) -> dict[str, Any]:
    _expect(part, "bullet_list", "expected a list: lines that begin with a hyphen")
    return {"heading": part.heading, "items": [plain(token) for token in part.tokens if token.children]}


def _table(part: Part) -> dict[str, Any]:
    _expect(part, "table", "expected a table: a row between bars, then a row of hyphens")
    rows: list[list[str]] = []
    for place, token in enumerate(part.tokens):
        if token.type == "tr_open":
            rows.append([])
        elif token.type in ("th_open", "td_open"):
            rows[-1].append(plain(part.tokens[place + 1]))
    return {"caption": part.heading, "columns": rows[0], "rows": rows[1:]}


def _expect(part: Part, kind: str, message: str) -> None:
    """Raise MarkdownError unless the words are one list or one table and nothing else."""
    types = [token.type for token in part.tokens if token.level == part.tokens[0].level]
    if types != [f"{kind}_open", f"{kind}_close"]:
        raise MarkdownError(part.line, message)


def _quotation(part: Part) -> dict[str, Any]:
    return {"text": part.text, "source": part.heading, "origin": part.options.get("origin", "")}


def _contact(part: Part) -> dict[str, Any]:
    shown = {name: part.options.get(name) != "no" for name in ("emergency", "desks", "write")}
    return {"heading": part.heading, "text": part.text, **shown}


def _press_kit(part: Part) -> dict[str, Any]:
    return {"heading": part.heading, "text": part.text}


def _sheet(part: Part) -> dict[str, Any]:
    size, lines = part.options.get("size", "page"), int(part.options.get("lines", 0))
    return {"heading": part.heading, "text": part.html, "lines": lines, "size": size}


def _one_of(choices: Iterable[tuple[str, Any]]) -> str:
    return "|".join(name for name, _label in choices)


SHOWN = {"emergency": "yes|no", "desks": "yes|no", "write": "yes|no"}
# The name of each block, the options that may stand after it with what they may be, and its value.
BLOCKS: dict[str, tuple[dict[str, str], Callable[[Part], dict[str, Any]]]] = {
    "callout": ({"tone": _one_of(Tone.CHOICES)}, _callout),
    "steps": ({}, _steps),
    "questions": ({}, _questions),
    "checklist": ({}, _checklist),
    "table": ({}, _table),
    "quotation": ({"origin": _one_of(Origin.CHOICES)}, _quotation),
    "contact": (SHOWN, _contact),
    "press_kit": ({}, _press_kit),
    "phases": ({}, _phases),
    "sheet": ({"size": _one_of(SheetSize.CHOICES), "lines": r"\d+"}, _sheet),
}
