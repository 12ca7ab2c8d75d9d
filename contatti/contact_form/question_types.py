"""What a question of the form is: how it is answered, what is offered, and under which legend it stands."""

from dataclasses import dataclass
from enum import StrEnum

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
    """One of the answers offered: what is posted, what she reads, and what the desk reads (Italian)."""

    value: str
    label: Text
    heading: Text = ""


NO_ANSWER = Choice("", _("Preferisco non rispondere"))
"""First of the choices of a question that may stay open: without it a choice once made can't be undone, and
text browsers tick the first one by themselves."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `heading` is the line in the desk's text; `code` is its lasting name, never posted.

    `unless`: (name, value) of answers that make this one void; it is then left out of the text.
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
