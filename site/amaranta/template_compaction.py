"""A template loader that keeps the layout of our templates out of the pages: it is there for who reads them.

A line break, with the white space around it, disappears beside a tag, be it HTML or of the template language,
and is one space inside text. A space that must survive beside a tag is written `&#32;`. Within an HTML tag a
line break is one space, but disappears before a template tag and before the end. Nothing else is touched.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from django.template import Engine, Origin, Template
from django.template.base import DebugLexer, Lexer, Parser, Token, TokenType
from django.template.loaders import base, cached

SUFFIXES = {".html", ".svg", ".xml"}  # white space is part of the others' text
KEPT_ELEMENTS = {"pre", "textarea", "script", "style"}
KEPT_BLOCKS = {"blocktranslate", "blocktrans", "comment", "verbatim"}

_BREAK = r"(?P<break>[ \t]*\n\s*)"
_IN_TEXT = re.compile(rf"{_BREAK}|(?P<space>&\#32;)|<(?P<edge>(?P<name>[a-zA-Z][\w:-]*)|[/!?]|$)")
_IN_TAG = re.compile(rf"""{_BREAK}|(?P<edge>[/?]?>)|(?P<quote>["'])""")
_IN_VALUE = {quote: re.compile(rf"{_BREAK}|(?P<quote>{quote})") for quote in "\"'"}


class Kind(Enum):
    WORD = "word"
    EDGE = "edge"
    BREAK = "break in text or in the value of an attribute"
    BREAK_IN_TAG = "break between attributes"


@dataclass
class Piece:
    kind: Kind
    text: str
    token: Token | None = None
    """The token of which this is a part, if it is one of text."""


class Reader:
    """Reads tokens one after the other, and knows where in HTML each begins."""

    def __init__(self) -> None:
        self.tag = ""
        """The name of the element whose tag was the last to begin."""
        self.is_in_tag = False
        self.quote = ""
        self.kept_element = ""
        self.kept_block = ""

    def pieces(self, tokens: Sequence[Token]) -> Iterator[Piece]:
        for token in tokens:
            name = token.contents.partition(" ")[0]
            if self.kept_block:
                if token.token_type == TokenType.BLOCK and name == f"end{self.kept_block}":
                    self.kept_block = ""
                    yield Piece(Kind.EDGE, "")
            elif token.token_type == TokenType.TEXT:
                yield from self._text(token)
            elif token.token_type == TokenType.BLOCK:
                self.kept_block = name if name in KEPT_BLOCKS else ""
                yield Piece(Kind.EDGE, "")
            elif token.token_type == TokenType.VAR:
                yield Piece(Kind.WORD, "")

    def _text(self, token: Token) -> Iterator[Piece]:
        text, position = token.contents, 0
        while position < len(text):
            found = self._next(text, position)
            start, end = found.span() if found else (len(text), len(text))
            if start > position:
                yield Piece(Kind.WORD, text[position:start], token)
            if found:
                yield self._piece(found, token)
            position = end

    def _next(self, text: str, position: int) -> re.Match[str] | None:
        """Find what is not a word, by the rules of where we are."""
        if self.kept_element:
            return re.compile(f"<(?P<edge>/){self.kept_element}").search(text, position)
        if self.quote:
            return _IN_VALUE[self.quote].search(text, position)
        return (_IN_TAG if self.is_in_tag else _IN_TEXT).search(text, position)

    def _piece(self, found: re.Match[str], token: Token) -> Piece:
        if found.lastgroup == "break":
            between_attributes = self.is_in_tag and not self.quote
            return Piece(Kind.BREAK_IN_TAG if between_attributes else Kind.BREAK, " ", token)
        if found.lastgroup == "space":
            return Piece(Kind.EDGE, " ", token)
        if found.lastgroup == "quote":
            self.quote = "" if self.quote else found["quote"]
        elif self.is_in_tag:
            self.is_in_tag = False
            self.kept_element = self.tag if self.tag in KEPT_ELEMENTS else ""
        else:
            self.is_in_tag = True
            self.tag = found.groupdict().get("name") or ""
            self.kept_element = ""
        return Piece(Kind.EDGE, found[0], token)


def compact(tokens: Sequence[Token]) -> None:
    """Take the layout out of a template's tokens; each stays on the line where it is."""
    pieces = list(Reader().pieces(tokens))
    kinds = [Kind.EDGE, *(piece.kind for piece in pieces), Kind.EDGE]
    texts: dict[int, str] = {}
    for number, piece in enumerate(pieces):
        before, after = kinds[number], kinds[number + 2]
        # A comment between two breaks is no piece: the first is as if it were not there.
        beside_edge = after is not Kind.WORD or (piece.kind is Kind.BREAK and before is Kind.EDGE)
        if piece.kind in {Kind.BREAK, Kind.BREAK_IN_TAG} and beside_edge:
            piece.text = ""
            if piece.kind is Kind.BREAK and after is Kind.BREAK and before is Kind.EDGE:
                kinds[number + 1] = Kind.EDGE
        if piece.token is not None:
            texts[id(piece.token)] = texts.get(id(piece.token), "") + piece.text
    for token in tokens:
        token.contents = texts.get(id(token), token.contents)


class CompactTemplate(base.Loader):
    """Compiles templates below given folders without their layout, once, when they are loaded."""

    folders: Sequence[Path]

    def get_template(self, template_name: str, skip: list[Origin] | None = None) -> Template:
        # Compiled twice, so that Django itself reports what is wrong in a source.
        template = super().get_template(template_name, skip)
        if self.is_ours(template.origin):
            tokens = (DebugLexer if self.engine.debug else Lexer)(template.source).tokenize()
            compact(tokens)
            libraries, builtins = self.engine.template_libraries, self.engine.template_builtins
            template.nodelist = Parser(tokens, libraries, builtins, template.origin).parse()
        return template

    def is_ours(self, origin: Origin) -> bool:
        path = Path(origin.name)
        return path.suffix in SUFFIXES and any(path.is_relative_to(folder) for folder in self.folders)


class Loader(cached.Loader, CompactTemplate):
    """Django's cached loader, with the above below it: whatever it keeps is compact."""

    def __init__(self, engine: Engine, loaders: Sequence[Any], folders: Sequence[Path]) -> None:
        super().__init__(engine, loaders)
        self.folders = folders
