"""Checks what was posted without JavaScript; static/js/answers.js applies the same rules in the browser."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _

from contatti.contact_form.definition import HONEYPOT, FormDefinition
from contatti.contact_form.desk_choices import gone_message, too_many_message
from contatti.contact_form.question_types import YOU_CHOOSE, Question, QuestionType
from contatti.contact_form.questions import DESK, TEXT, WISH
from contatti.contact_form.typed_text import tidy

MAX_TEXT_BYTES = 50_000
"""Bytes of UTF-8 in all answers together."""


class TypedField(forms.CharField):
    """Text that a person typed; its length counts a line break as one character, as browsers do."""

    def __init__(self, *, one_line: bool, **options: Any) -> None:
        self.one_line = one_line
        super().__init__(strip=False, **options)

    def to_python(self, value: Any) -> str:
        text = tidy(super().to_python(value) or "")
        return text.replace("\n", " ") if self.one_line else text


class LenientChoices(forms.MultipleChoiceField):
    """Takes what is no choice any more; the form tells her, if the question still matters."""

    def valid_value(self, value: Any) -> bool:
        return True


class RequestForm(forms.Form):
    """The answers to one definition's questions, keyed by the names of its fields."""

    def __init__(self, definition: FormDefinition, data: QueryDict | None = None) -> None:
        super().__init__(data, label_suffix="")
        self.posted = data if data is not None else QueryDict()
        self.definition = definition
        for question in (DESK, *definition.questions):
            self.fields[question.name] = _field(question)
        self.fields[HONEYPOT] = forms.CharField(required=False)

    def clean_b(self) -> str:
        """Refuse a desk that closed, or lost its keys, while she was writing. Raises ValidationError."""
        value: str = self.cleaned_data[DESK.name]
        desk = self.definition.desk
        if desk is None or str(desk.desk.pk) != value or not desk.is_open:
            raise ValidationError(closed_message(), code="closed")
        return value

    def clean_w(self) -> str:
        """Refuse programs that fill every field; a person never sees this one. Raises ValidationError."""
        if self.cleaned_data[HONEYPOT]:
            raise ValidationError(_("Lascia vuoto l’ultimo campo, poi invia di nuovo."), code="honeypot")
        return ""

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        asks = WISH.name in self.fields  # a sign-up does not
        untouched = asks and TEXT.name not in self.errors and WISH.name not in self.errors
        if untouched and not (data.get(WISH.name) or data.get(TEXT.name)):
            self.add_error(WISH.name, ValidationError(either_message(), code="either"))
        for question in self.definition.questions:
            if question.at_most and not question.is_void(data):
                self._check_number(question, data.get(question.name, []))
        if sum(len(str(value).encode()) for value in data.values()) > MAX_TEXT_BYTES:
            self.add_error(TEXT.name, ValidationError(too_long_message(), code="long"))
        return data

    def _check_number(self, question: Question, values: list[str]) -> None:
        offered = {choice.value for choice in question.choices}
        if not offered.issuperset(values):
            self.add_error(question.name, ValidationError(gone_message(), code="gone"))
        elif len({*values} - {YOU_CHOOSE.value}) > question.at_most:
            self.add_error(question.name, ValidationError(too_many_message(), code="many"))


def closed_message() -> str:
    """Return the words for a desk that takes no requests now."""
    return _("Questo sportello adesso non riceve messaggi da qui. Scegline un altro, oppure telefona.")


def either_message() -> str:
    """Return the words for a request that asks for nothing."""
    return _("Scegli che cosa ti serve. Se preferisci raccontare, scrivi qualche parola qui sotto.")


def too_long_message() -> str:
    """Return the words for a text above the limit."""
    return _("Il testo è troppo lungo: togli qualcosa. Il resto potrai dirlo a voce.")


def required_message(question: Question) -> str:
    """Return the words for an answer that is missing."""
    if question.kind is QuestionType.DESK:
        return _("Scegli uno sportello.")
    return _("Manca una risposta: «%(question)s».") % {"question": question.label}


def _field(question: Question) -> forms.Field:
    errors = {
        "required": required_message(question),
        "max_length": too_long_message(),
        "invalid_choice": required_message(question),
    }
    offered = [(choice.value, choice.label) for choice in question.choices]
    required = question.required
    match question.kind:
        case QuestionType.DESK:
            return forms.CharField(required=required, error_messages=errors, max_length=20)
        case QuestionType.RADIO | QuestionType.SELECT:
            return forms.ChoiceField(choices=offered, required=required, error_messages=errors)
        case QuestionType.BOXES if question.at_most:
            return LenientChoices(required=required, error_messages=errors)
        case QuestionType.BOXES:
            return forms.MultipleChoiceField(choices=offered, required=required, error_messages=errors)
        case QuestionType.LINE | QuestionType.LINES:
            return TypedField(
                one_line=question.kind is QuestionType.LINE,
                required=required,
                max_length=question.max_length,
                error_messages=errors,
            )
