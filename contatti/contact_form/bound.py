"""The form as a template draws it: each question with what she typed and what is wrong with it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from contatti import captcha
from contatti.availability import DeskAvailability
from contatti.contact_form.definition import HONEYPOT, FormDefinition
from contatti.contact_form.desk_choices import gone_message, too_many_message
from contatti.contact_form.languages import language_of_the_page
from contatti.contact_form.question_types import Question, QuestionType
from contatti.contact_form.questions import DESK, READS, WISH
from contatti.contact_form.validation import (
    MAX_TEXT_BYTES,
    RequestForm,
    either_message,
    required_message,
    too_long_message,
)
from contatti.sign_up.event import SignUp


class BoundChoice(NamedTuple):
    """One answer offered."""

    value: str
    label: str | Promise
    checked: bool
    availability: DeskAvailability | None = None
    group: str | Promise = ""


@dataclass(frozen=True)
class BoundQuestion:
    """A question on the page."""

    question: Question
    typed: list[str]
    errors: list[str]
    others: Sequence[DeskAvailability] = ()

    @property
    def value(self) -> str:
        """Return the typed text of a question without choices."""
        return self.typed[0] if self.typed else ""

    @property
    def unless(self) -> str:
        """Return the answers that make this one void, as words for a script and a style rule."""
        return " ".join(name + value for name, value in self.question.unless)

    @property
    def only(self) -> str:
        """Return the answer without which this one is void, as a word like those of `unless`."""
        return "".join(self.question.only or ())

    @property
    def many(self) -> str:
        """Return the words for more ticks than may be, empty where any number may."""
        return too_many_message() if self.question.at_most else ""

    @property
    def gone(self) -> str:
        """Return the words for a tick that can't be sent any more, empty where none can go."""
        return gone_message() if self.question.at_most else ""

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
            return _("(una scelta, o qualche parola sotto)")
        return _("(necessario)") if self.question.required else ""

    @property
    def either(self) -> str:
        """Return the words for the one question whose answer the free text can replace."""
        return either_message() if self.question.name == WISH.name else ""

    @property
    def choices(self) -> Iterator[BoundChoice]:
        if self.question.kind is QuestionType.DESK:
            for each in self.others:
                yield BoundChoice(str(each.desk.pk), each.page.title, False, each)
            return
        for choice in self.question.choices:
            checked = choice.value in (self.typed or [""])
            if checked or not choice.unlisted:
                yield BoundChoice(choice.value, choice.label, checked, group=choice.group)


class BoundGroup(NamedTuple):
    """Questions under one heading."""

    code: str
    label: str | Promise
    help: str | Promise
    closed: bool
    questions: list[BoundQuestion]


class BoundForm:
    """The form with a ticket; `form` holds what was posted, if anything was.

    `others` are the desks among which she chooses when the form's own takes no more requests.
    """

    honeypot = HONEYPOT
    max_bytes = MAX_TEXT_BYTES

    def __init__(
        self,
        definition: FormDefinition,
        token: str,
        form: RequestForm | None = None,
        *,
        captcha_key: str = "",
        others: Sequence[DeskAvailability] = (),
    ) -> None:
        self.definition = definition
        self.token = token
        self.form = form
        self.captcha_key = captcha_key
        self.captcha_needed = True
        self.others = others

    @property
    def groups(self) -> Iterator[BoundGroup]:
        for group in self.definition.groups:
            questions = [self._bound(question) for question in group.questions]
            yield BoundGroup(group.code, group.label, group.help, group.closed, questions)

    @property
    def is_open(self) -> bool:
        """Tell whether there is somebody to write to: the form's desk, or one to be chosen in its place."""
        return self.definition.is_open or any(each.is_open for each in self.others)

    @property
    def desk(self) -> DeskAvailability | None:
        return self.definition.desk if self.definition.is_open else None

    @property
    def sign_up(self) -> SignUp | None:
        """Return the event that the form is for, None of a request."""
        return self.definition.sign_up

    @property
    def desks(self) -> list[DeskAvailability]:
        """Return the desks whose telephones stand below the form."""
        own = self.definition.desk
        return [own] if own and not self.others else list(self.others)

    @property
    def desk_closed(self) -> bool:
        """Tell whether the form is for a desk that takes no requests now."""
        return self.definition.desk is not None and not self.definition.is_open

    @property
    def other_desk(self) -> BoundQuestion:
        """Return the question to which desk she writes instead."""
        return self._bound(DESK)

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

    def _bound(self, question: Question) -> BoundQuestion:
        if self.form is None:
            chosen = language_of_the_page() if question.code == READS.code else ""
            return BoundQuestion(question, [chosen] if chosen else [], [], self.others)
        typed = self.form.posted.getlist(question.name)
        errors = [str(words) for words in self.form.errors.get(question.name, [])]
        return BoundQuestion(question, typed, errors, self.others)
