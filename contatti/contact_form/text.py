"""The text that an operator reads. static/js/answers.js writes the same from the same answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from contatti.contact_form.definition import FormDefinition, desk_language
from contatti.contact_form.question_types import Choice, Question, QuestionGroup, QuestionType
from contatti.sign_up.event import SignUp

FIRST = ("reads", "reach")
"""Groups that the desk reads first: its language for her, then how she may be reached."""

CHECKLIST = (
    gettext_lazy("Non confermare e non negare a nessuno che questa persona è conosciuta."),
    gettext_lazy(
        "Usare solo i modi, i giorni e le ore indicati, o la risposta sul sito. Se mancano, aspettare che "
        "sia lei."
    ),
    gettext_lazy("Al telefono, prima di parlare, dire la parola d’intesa; se manca, non dire chi siamo."),
    gettext_lazy("Non rispondere a questo messaggio e non inoltrarlo."),
    gettext_lazy(
        "Il portale non vede che cosa c’è nella busta: chiunque può scriverci qualunque cosa. Non aprire "
        "allegati o collegamenti, e non dare a nessuno la chiave o la sua password."
    ),
)

Answers = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around the answers: `opening` reference `head` answers `tail`, in the desk's language."""

    opening: str
    head: str
    tail: str


def frame(
    desk_name: str, now: datetime, *, after_answer: bool = False, sign_up: SignUp | None = None
) -> Frame:
    """Return the frame of a request to that desk; the time (aware) is told to the hour.

    `after_answer`: of a message by somebody who has read an answer of the desk. `sign_up`: of one that
    signs up for that event.
    """
    local = timezone.localtime(now)
    with desk_language():
        hours = _("tra le %(first)s e le %(last)s") % {"first": local.hour, "last": (local.hour + 1) % 24}
        heading = _("MESSAGGIO DA CHI HA UN NUMERO") if after_answer else _("RICHIESTA ARRIVATA DAL SITO")
        if sign_up:
            heading = _("ISCRIZIONE A UN APPUNTAMENTO")
        opening = [heading, f"{_('Riferimento')}: "]
        head = ["", f"{_('Ora')}: {local:%d/%m/%Y}, {hours}", f"{_('Sportello')}: {desk_name}"]
        if sign_up:
            head.append(f"{_('Appuntamento')}: {sign_up.told}")
        head.append("")
        tail = ["", title(_("Prima di rispondere")), *(f"[ ] {line}" for line in CHECKLIST), ""]
    return Frame("\n".join(opening), "\n".join(head), "\n".join(tail))


def title(words: object) -> str:
    """Return the line above a group of answers."""
    return f"— {words} —"


def answers_text(definition: FormDefinition, answers: Answers) -> str:
    """Return the groups that have answers; `answers` are the cleaned data of a RequestForm.

    What somebody typed never begins a line of the text, so it can't pass for a line of ours.
    """
    with desk_language():
        return "".join(_group_text(group, answers) for group in in_reading_order(definition))


def in_reading_order(definition: FormDefinition) -> list[QuestionGroup]:
    """Return the groups as the desk reads them: how she may be answered stands above what she tells."""
    return sorted(
        definition.groups, key=lambda group: FIRST.index(group.code) if group.code in FIRST else len(FIRST)
    )


def labels(definition: FormDefinition) -> dict[str, str]:
    """Return the words of answers_text() for a browser: by group's code, question's name, "name.value".

    Their order is the order of the groups in the text.
    """
    found = {}
    with desk_language():
        for group in in_reading_order(definition):
            found[group.code] = str(group.heading)
            for question in group.questions:
                found[question.name] = str(question.heading)
                for choice in question.choices:
                    found[f"{question.name}.{choice.value}"] = _chosen(choice)
    return found


def compose(around: Frame, reference: str, answers: str) -> str:
    """Return the whole text, with LF line breaks."""
    return f"{around.opening}{reference}{around.head}{answers}{around.tail}"


def _group_text(group: QuestionGroup, answers: Answers) -> str:
    lines = [line for question in group.questions if (line := _line(question, answers))]
    return "\n".join(["", title(group.heading), *lines, ""]) if lines else ""


def _line(question: Question, answers: Answers) -> str:
    answer = answers.get(question.name)
    if not answer or question.is_void(answers):
        return ""
    match question.kind:
        case QuestionType.LINES:
            return "\n".join([f"{question.heading}:", *(f"  | {line}" for line in answer.split("\n"))])
        case QuestionType.RADIO | QuestionType.SELECT | QuestionType.BOXES:
            values = [answer] if isinstance(answer, str) else answer
            chosen = [
                str(choice.heading or choice.label) for choice in question.choices if choice.value in values
            ]
            return f"{question.heading}: {'; '.join(chosen)}" if chosen else ""
        case _:
            return f"{question.heading}: {answer}"


def _chosen(choice: Choice) -> str:
    return str(choice.heading or choice.label)
