"""The form as a template draws it: each question with what she typed and what is wrong with it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from contatti import captcha
from contatti.forms.layout import HONEYPOT, Layout
from contatti.forms.question_types import Kind, Question
from contatti.forms.request_form import (
    MAX_TEXT_BYTES,
    RequestForm,
    either_message,
    required_message,
    too_long_message,
)
from contatti.forms.standard import WISH

if TYPE_CHECKING:
    from contatti.questions import DeskDoor


class DrawnChoice(NamedTuple):
    """One answer offered."""

    value: str
    label: str | Promise
    checked: bool
    door: "DeskDoor | None" = None


@dataclass(frozen=True)
class DrawnQuestion:
    """A question on the page."""

    question: Question
    layout: Layout
    typed: list[str]
    errors: list[str]

    @property
    def value(self) -> str:
        """Return the typed text of a question without choices."""
        return self.typed[0] if self.typed else ""

    @property
    def unless(self) -> str:
        """Return the answers that make this one void, as words for a script and a style rule."""
        return " ".join(name + value for name, value in self.question.unless)

    @property
    def described_by(self) -> str:
        """Return the identifiers of help and error, as aria-describedby wants them."""
        # The error's may come later: contact.js puts the element there.
        return f"{self.question.name}-h {self.question.name}-e"

    @property
    def missing(self) -> str:
        """Return the words for an answer that has to be given and is not, empty if it may be left out."""
        return required_message(self.question) if self.question.required else ""

    @property
    def needed(self) -> str:
        """Return what she has to know before she answers, said with the question itself."""
        if self.question.name == WISH.name:
            return _("(serve questo, o qualche parola sotto)")
        return _("(serve)") if self.question.required else ""

    @property
    def either(self) -> str:
        """Return the words for the one question whose answer the free text can replace."""
        return either_message() if self.question.name == WISH.name else ""

    @property
    def choices(self) -> Iterator[DrawnChoice]:
        if self.question.kind is Kind.DESK:
            yield from self._doors()
            return
        for choice in self.question.choices:
            checked = choice.value in (self.typed or [""])
            yield DrawnChoice(choice.value, choice.label, checked)

    def _doors(self) -> Iterator[DrawnChoice]:
        only = len(self.layout.open_doors) == 1
        for door in self.layout.doors:
            value = str(door.desk.pk)
            checked = door.is_open and (only or value in self.typed)
            yield DrawnChoice(value, door.desk.title, checked, door)


class DrawnGroup(NamedTuple):
    """Questions under one heading."""

    code: str
    label: str | Promise
    help: str | Promise
    closed: bool
    questions: list[DrawnQuestion]


class FormView:
    """The form with a ticket; `form` holds what was posted, if anything was."""

    honeypot = HONEYPOT
    max_bytes = MAX_TEXT_BYTES

    def __init__(
        self, layout: Layout, token: str, form: RequestForm | None = None, *, captcha_key: str = ""
    ) -> None:
        self.layout = layout
        self.token = token
        self.form = form
        self.captcha_key = captcha_key

    @property
    def groups(self) -> Iterator[DrawnGroup]:
        for group in self.layout.groups:
            questions = [self._drawn(question) for question in group.questions]
            yield DrawnGroup(group.code, group.label, group.help, group.closed, questions)

    @property
    def is_open(self) -> bool:
        return bool(self.layout.open_doors)

    @property
    def doors(self) -> "tuple[DeskDoor, ...]":
        return self.layout.doors

    @property
    def too_long(self) -> str:
        return too_long_message()

    @property
    def captcha_source(self) -> str:
        """Return the address of Google's script."""
        return captcha.source()

    @cached_property
    def errors(self) -> list[tuple[str, str]]:
        """Return (name of the field or empty, words) for the summary on top."""
        if self.form is None:
            return []
        return [
            ("" if name == "__all__" else name, str(words))
            for name, found in self.form.errors.items()
            for words in found
        ]

    def _drawn(self, question: Question) -> DrawnQuestion:
        if self.form is None:
            return DrawnQuestion(question, self.layout, [], [])
        typed = self.form.posted.getlist(question.name)
        return DrawnQuestion(
            question, self.layout, typed, [str(words) for words in self.form.errors.get(question.name, [])]
        )
