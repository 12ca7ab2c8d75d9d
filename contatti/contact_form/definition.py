"""The form of one page: standard questions in the editor's words, the editor's own, and the desks."""

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from contatti.availability import DeskAvailability
from contatti.contact_form.desk_choices import given_by_desk
from contatti.contact_form.question_types import NO_ANSWER, Choice, Question, QuestionGroup, QuestionType
from contatti.contact_form.questions import GROUPS
from contatti.sign_up.event import SignUp

HONEYPOT = "w"
TICKET = "t"

EXTRA_KINDS: Mapping[str, QuestionType] = {
    "singleline": QuestionType.LINE,
    "multiline": QuestionType.LINES,
    "dropdown": QuestionType.SELECT,
    "radio": QuestionType.RADIO,
    "checkboxes": QuestionType.BOXES,
}
"""Kinds of Wagtail's form builder that an editor may add; never a file."""


class Wording(Protocol):
    """An editor's words for one standard question, empty where the standard ones stay."""

    question: str
    label: str
    help_text: str


class Extra(Protocol):
    """A question that an editor added: the fields of Wagtail's AbstractFormField that we use."""

    pk: int | None
    label: str
    help_text: str
    required: bool
    field_type: str

    @property
    def offered(self) -> list[str]: ...


@dataclass(frozen=True, slots=True)
class FormDefinition:
    """Everything that the form shows, and the desk that it is for; None where that is not known or gone.

    `sign_up`: the event that it is for, None of a request.
    """

    groups: tuple[QuestionGroup, ...]
    desk: DeskAvailability | None
    sign_up: SignUp | None = None

    @property
    def questions(self) -> list[Question]:
        return [question for group in self.groups for question in group.questions]

    @property
    def is_open(self) -> bool:
        return self.desk is not None and self.desk.is_open


def definition_of(
    wordings: Iterable[Wording], extras: Iterable[Extra], desk: DeskAvailability | None, now: datetime
) -> FormDefinition:
    """Return the form for one desk at a moment (aware), as an editor arranged it.

    Fixed groups ignore wordings. What only a desk can offer is not asked where it has none.
    """
    changed = {wording.question: wording for wording in wordings}
    groups = [_given(group if group.fixed else _reworded(group, changed), desk, now) for group in GROUPS]
    own = tuple(_extra(index, extra) for index, extra in enumerate(extras))
    if own:
        groups.insert(-1, QuestionGroup("extra", _("Ancora una cosa"), _("Altre domande"), own))
    return FormDefinition(tuple(groups), desk)


def desk_language() -> AbstractContextManager[None]:
    """Translate, inside the block, into the language of the desks, whatever the page's language."""
    return translation.override(settings.LANGUAGE_CODE)


def _reworded(group: QuestionGroup, changed: Mapping[str, Wording]) -> QuestionGroup:
    questions = []
    for question in group.questions:
        wording = changed.get(question.code)
        if wording:
            question = replace(  # noqa: PLW2901
                question,
                label=wording.label or question.label,
                help=wording.help_text or question.help,
            )
        questions.append(question)
    return replace(group, questions=tuple(questions))


def _given(group: QuestionGroup, desk: DeskAvailability | None, now: datetime) -> QuestionGroup:
    questions = [given_by_desk(question, desk, now) for question in group.questions]
    asked = [question for question in questions if question.choices or not question.has_choices]
    return replace(group, questions=tuple(asked))


def _extra(index: int, extra: Extra) -> Question:
    kind = EXTRA_KINDS[extra.field_type]
    choices = tuple(Choice(str(number), label) for number, label in enumerate(extra.offered, 1))
    if kind is QuestionType.RADIO and not extra.required:
        choices = (NO_ANSWER, *choices)
    # A question in a preview has no primary key yet.
    name = f"x{index if extra.pk is None else extra.pk}"
    return Question(name, name, kind, extra.label, extra.label, extra.help_text, choices, extra.required)
