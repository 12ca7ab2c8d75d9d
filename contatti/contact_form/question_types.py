"""What a question of the form is: how it is answered, what is offered, and under which legend it stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Text = str | Promise

LINE_LENGTH = 300
"""Characters in a one-line answer."""
TEXT_LENGTH = 12_000
"""Characters in a long answer: about four printed pages."""


class QuestionType(StrEnum):
    """How a question is answered."""

    DESK = "desk"
    LINE = "line"
    LINES = "lines"
    RADIO = "radio"
    SELECT = "select"
    BOXES = "boxes"


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the answers offered: what is posted, what she reads, and what the desk reads (Italian).

    Choices of one `group` stand under it. An `unlisted` one is taken, but not offered on a new page.
    """

    value: str
    label: Text
    heading: Text = ""
    group: Text = ""
    unlisted: bool = False


NO_ANSWER = Choice("", _("Preferisco non rispondere"))
"""First of the choices of a question that may stay open: without it a choice once made can't be undone, and
text browsers tick the first one by themselves."""


YOU_CHOOSE = Choice("0", _("Scegliete voi"), _("sceglie lo sportello"))
"""Stands among choices of which only some may be ticked, and does not count."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `heading` is the line in the desk's text; `code` is its lasting name, never posted.

    `unless`: (name, value) of answers that make this one void; it is then left out of the text. `only`:
    the one answer without which it is void. `at_most`: how many choices may be ticked, any number if 0.
    """

    code: str
    name: str
    kind: QuestionType
    label: Text
    heading: Text
    help: Text = ""
    choices: tuple[Choice, ...] = ()
    required: bool = False
    unless: tuple[tuple[str, str], ...] = ()
    only: tuple[str, str] | None = None
    at_most: int = 0

    def is_void(self, answers: Mapping[str, Any]) -> bool:
        """Tell whether other answers make this question void."""
        missing = self.only is not None and answers.get(self.only[0]) != self.only[1]
        return missing or any(answers.get(name) == value for name, value in self.unless)

    @property
    def has_choices(self) -> bool:
        return self.kind in (QuestionType.RADIO, QuestionType.SELECT, QuestionType.BOXES)

    @property
    def max_length(self) -> int:
        """Return the characters that an answer may have, by kind."""
        return TEXT_LENGTH if self.kind is QuestionType.LINES else LINE_LENGTH


@dataclass(frozen=True, slots=True)
class QuestionGroup:
    """Questions under one legend. `closed` groups are folded until she opens them.

    Editors can't reword a `fixed` group: how she can be reached safely is asked the same way everywhere.
    """

    code: str
    label: Text
    heading: Text
    questions: tuple[Question, ...]
    help: Text = ""
    fixed: bool = False
    closed: bool = False
