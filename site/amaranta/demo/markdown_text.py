"""Markdown to the HTML that Wagtail's rich text stores, and to plain text; anything else is refused."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

PAGE_LINK = re.compile(r"page:([\w/-]+)")
# What Wagtail's editor can write; anything else would be lost when an editor saves the page.
PROSE = {"paragraph", "heading", "bullet_list", "ordered_list", "list_item"}
WORDS = {"text", "softbreak", "hardbreak", "strong", "em", "link"}
TAGS = {"strong": "b", "em": "i"}
AROUND_TAGS = re.compile(r"\s*(</?(?:p|ul|ol|li|h[23]|br/)>)\s*")


class MarkdownError(ValueError):
    """A sentence about a file's text, and the number of the line that it is about."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


@dataclass(frozen=True)
class Part:
    """The words of one container, or of one item in it: the heading, what follows it, and the options."""

    line: int
    heading: str
    tokens: Sequence[Token]
    options: dict[str, str] = field(default_factory=dict)

    @property
    def html(self) -> str:
        return to_html(self.tokens)

    @property
    def text(self) -> str:
        """The words, which must be without emphasis and links: the block stores plain text."""
        return " ".join(plain(token) for token in self.tokens if token.type == "inline")

    @property
    def items(self) -> list["Part"]:
        """The parts below headings of the third level; MarkdownError if words stand before the first."""
        if self.tokens and self.tokens[0].tag != "h3":
            raise MarkdownError(line_of(self.tokens[0]), "expected a heading that begins with ###")
        starts = [place for place, token in enumerate(self.tokens) if token.type == "heading_open"]
        ends = [*starts[1:], len(self.tokens)]
        return [part_of(self.tokens[start:end], "h3") for start, end in zip(starts, ends, strict=True)]


@cache
def markdown() -> MarkdownIt:
    # Raw HTML is recognised so that it can be refused; escaped, it would be shown to visitors.
    parser = MarkdownIt("commonmark", {"html": True}).enable("table").use(front_matter_plugin)
    # Hyphens right below a paragraph part two blocks; they do not make it a heading.
    parser.disable("lheading").use(container_plugin, "block", validate=lambda _params, _markup: True)
    # Addresses stay as written: page:per-me, tel:{{emergenza}}.
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    parser.validateLink = bool  # type: ignore[method-assign, assignment]
    return parser


def html_of(text: str) -> str:
    """Return a few words of Markdown as Wagtail stores rich text; MarkdownError if it cannot."""
    return to_html(markdown().parse(text))


def part_of(tokens: Sequence[Token], tag: str, line: int = 0, options: dict[str, str] | None = None) -> Part:
    heading = ""
    line = line or line_of(tokens[0])
    if tokens and tokens[0].tag == tag:
        heading, tokens = plain(tokens[1]), tokens[3:]
    return Part(line, heading, tokens, options or {})


def to_html(tokens: Sequence[Token]) -> str:
    depth = 0
    for token in tokens:
        _check(token, PROSE)
        depth += token.nesting if token.type.startswith("list_item") else 0
        # Wagtail's lists hold no paragraphs, however far apart their items are written.
        token.hidden = bool(depth) and token.type.startswith("paragraph")
        for child in token.children or ():
            _check(child, WORDS, line_of(token))
            child.tag = TAGS.get(child.tag, child.tag)
    parser = markdown()
    written = parser.renderer.render(tokens, parser.options, {}).replace("<br />", "<br/>")
    return AROUND_TAGS.sub(r"\1", " ".join(written.split()))


def _check(token: Token, allowed: set[str], line: int = 0) -> None:
    kind = token.type.removesuffix("_open").removesuffix("_close")
    if (kind not in allowed and kind != "inline") or token.tag in ("h1", "h4", "h5", "h6"):
        what = "HTML" if kind.startswith("html") else f"'{token.markup or kind}'"
        raise MarkdownError(
            line or line_of(token), f"{what} cannot stand here; write Markdown that pages can show"
        )


def plain(token: Token) -> str:
    for child in token.children or ():
        _check(child, {"text", "softbreak"}, line_of(token))
    return " ".join(child.content for child in token.children or () if child.content)


def line_of(token: Token) -> int:
    return token.map[0] + 1 if token.map else 0


def page_links(tokens: Sequence[Token]) -> Iterator[tuple[str, int]]:
    for token in tokens:
        line = line_of(token)
        for child in token.children or ():
            line += child.type in ("softbreak", "hardbreak")
            if link := PAGE_LINK.fullmatch(str(child.attrGet("href") or "")):
                yield link[1], line
