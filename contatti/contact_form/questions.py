"""The questions of the form. Names in the page are single letters: a browser that stores them says nothing.

What is asked before anybody calls back follows the NNEDV's guidance on safe contact; what is never asked
(legal name, codice fiscale, date of birth, address) has no question here.
"""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from contatti.contact_form.question_types import NO_ANSWER, Choice, Question, QuestionGroup, QuestionType

SHE_CALLS = ("f", "1")
"""The answer "I will contact you": no number or address is then passed on."""
NO_MESSAGE = ("k", "1")
APPOINTMENT = ("c", "1")
"""The wish for an appointment: only then does she say when."""

READS = Question(
    "reads",
    "s",
    QuestionType.SELECT,
    _("In quale lingua leggi meglio?"),
    _("Legge meglio in"),
    _("Lo sportello lo vede per primo."),
)

SAFE = Question(
    "safe",
    "a",
    QuestionType.RADIO,
    _("Adesso sei in un posto sicuro?"),
    _("In un posto sicuro adesso"),
    choices=(
        NO_ANSWER,
        Choice("1", pgettext_lazy("al sicuro", "Sì")),
        Choice("2", pgettext_lazy("al sicuro", "No")),
    ),
)
DESK = Question(
    "desk",
    "b",
    QuestionType.DESK,
    _("A quale altro sportello vuoi scrivere?"),
    _("Sportello"),
    _("Puoi scegliere quello che vuoi, anche lontano da casa."),
    required=True,
)
"""Asked only when the desk of a form closed while she wrote; a form is for one desk otherwise."""
WISH = Question(
    "wish",
    "c",
    QuestionType.RADIO,
    _("Che cosa ti serve?"),
    _("Che cosa chiede"),
    choices=(
        Choice("", _("Preferisco raccontare")),
        Choice("1", _("Un appuntamento")),
        Choice("2", _("Essere richiamata")),
        Choice("3", _("Un’informazione")),
        Choice("4", _("Altro")),
    ),
)
WINDOWS = Question(
    "windows",
    "p",
    QuestionType.BOXES,
    _("Quando potresti venire?"),
    _("Orari possibili"),
    _("Fino a tre orari, se vuoi. Non sono prenotati: lo sportello ti dirà quale va bene."),
    only=APPOINTMENT,
    at_most=3,
)
"""Its choices are made from the hours of the desk (desk_choices.py); without any it is not asked."""
TEXT = Question(
    "text",
    "d",
    QuestionType.LINES,
    _("Se vuoi, raccontaci"),
    _("Messaggio"),
    _("Bastano poche parole. Puoi non dire il tuo nome, né quello di altri."),
)
NAME = Question(
    "name",
    "e",
    QuestionType.LINE,
    _("Come vuoi essere chiamata?"),
    _("Nome da usare"),
    _("Un nome inventato va benissimo."),
)
CHANNEL = Question(
    "channel",
    "f",
    QuestionType.RADIO,
    _("Come vuoi avere la risposta?"),
    _("Risposta"),
    choices=(
        Choice("1", _("Vi contatto io"), _("ci contatta lei: non cercarla")),
        Choice("2", _("Con una telefonata")),
        Choice("3", _("Con un SMS")),
        Choice("4", _("Con un’e-mail")),
    ),
)
REACH = (
    CHANNEL,
    Question(
        "address",
        "g",
        QuestionType.LINE,
        _("A quale numero o indirizzo?"),
        _("Numero o indirizzo"),
        _("Solo se lo controlli tu e nessun altro."),
        unless=(SHE_CALLS,),
    ),
    Question(
        "when",
        "h",
        QuestionType.LINE,
        _("In quali giorni e ore è sicuro?"),
        _("Giorni e ore sicuri"),
        _("Per esempio: martedì e giovedì mattina, mai dopo le 17."),
        unless=(SHE_CALLS,),
    ),
    Question(
        "others",
        "i",
        QuestionType.LINE,
        _("Chi altro potrebbe rispondere o leggere?"),
        _("Chi altro può rispondere o leggere"),
        _("Così sappiamo con chi non dobbiamo parlare di te."),
        unless=(SHE_CALLS,),
    ),
    Question(
        "hidden",
        "j",
        QuestionType.BOXES,
        _("Il nostro numero"),
        _("Numero di chi chiama"),
        choices=(Choice("1", _("Chiamatemi con il numero nascosto"), _("nascosto")),),
        unless=(SHE_CALLS,),
    ),
    Question(
        "message",
        "k",
        QuestionType.RADIO,
        _("Possiamo lasciare un messaggio?"),
        _("Lasciare un messaggio"),
        _("In segreteria, a chi risponde o per iscritto."),
        choices=(
            Choice("1", _("No, mai")),
            Choice("2", _("Sì, con le parole che scrivo qui sotto")),
        ),
        unless=(SHE_CALLS,),
    ),
    Question(
        "words",
        "l",
        QuestionType.LINE,
        _("Che cosa può dire il messaggio?"),
        _("Parole del messaggio"),
        _("Per esempio: «Ha chiamato la biblioteca, il libro è arrivato»."),
        unless=(SHE_CALLS, NO_MESSAGE),
    ),
    Question(
        "codeword",
        "m",
        QuestionType.LINE,
        _("Una parola d’intesa"),
        _("Parola d’intesa"),
        _("La scegli tu. Diremo questa parola, così sai che siamo davvero noi."),
    ),
)
LANGUAGE = (
    Question(
        "language",
        "n",
        QuestionType.LINE,
        _("In quale lingua preferisci parlare?"),
        _("Lingua"),
    ),
    Question(
        "interpreter",
        "o",
        QuestionType.BOXES,
        _("Ti serve un’interprete?"),
        _("Interprete"),
        choices=(
            Choice("1", _("Sì, per la mia lingua"), _("per la sua lingua")),
            Choice("2", _("Sì, per la lingua dei segni (LIS)"), _("lingua dei segni (LIS)")),
        ),
    ),
)

GROUPS = (
    QuestionGroup("now", _("Prima di tutto"), _("Adesso"), (SAFE,)),
    QuestionGroup("reads", _("La tua lingua"), _("Lingua"), (READS,), fixed=True),
    QuestionGroup(
        "request",
        _("La tua richiesta"),
        _("La richiesta"),
        (WISH, WINDOWS, TEXT, NAME),
    ),
    QuestionGroup(
        "reach",
        _("Come risponderti in modo sicuro"),
        _("Come risponderle in modo sicuro"),
        REACH,
        _("Useremo solo i modi che ci indichi. Se non ci dici niente, aspetteremo che sia tu a contattarci."),
        fixed=True,
    ),
    QuestionGroup("language", _("Lingua e interprete"), _("Lingua e interprete"), LANGUAGE, closed=True),
)


def rewordable() -> Iterator[Question]:
    """Yield the standard questions whose label and help an editor may change."""
    for group in GROUPS:
        if not group.fixed:
            yield from (question for question in group.questions if question is not WINDOWS)
