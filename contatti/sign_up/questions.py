"""What a sign-up asks: no more than who prepares the chairs has to know. Names as in the contact form."""

from django.utils.translation import gettext_lazy as _

from contatti.availability import DeskAvailability
from contatti.contact_form.definition import FormDefinition
from contatti.contact_form.question_types import Choice, Question, QuestionGroup, QuestionType
from contatti.sign_up.event import SignUp

MOST_PEOPLE = 9

GROUP = QuestionGroup(
    "request",
    _("La tua iscrizione"),
    _("Iscrizione"),
    (
        Question(
            "name",
            "e",
            QuestionType.LINE,
            _("Con quale nome ti iscrivi?"),
            _("Nome da usare"),
            _("Un nome inventato va benissimo."),
            required=True,
        ),
        Question(
            "people",
            "r",
            QuestionType.SELECT,
            _("Quante persone siete?"),
            _("Persone"),
            choices=tuple(Choice(str(number), str(number)) for number in range(1, MOST_PEOPLE + 1)),
        ),
        Question(
            "needs",
            "i",
            QuestionType.BOXES,
            _("Che cosa ti aiuta a partecipare?"),
            _("Aiuta a partecipare"),
            choices=(
                Choice("1", _("Un’interprete per la mia lingua")),
                Choice("2", _("Un’interprete della lingua dei segni (LIS)")),
                Choice("3", _("Qualcuno che stia con i bambini")),
                Choice("4", _("Un ingresso senza gradini")),
            ),
        ),
        Question(
            "text",
            "d",
            QuestionType.LINES,
            _("C’è altro che ti aiuta?"),
            _("Altro"),
            _("Per esempio la tua lingua, o l’età dei bambini."),
        ),
        Question(
            "address",
            "g",
            QuestionType.LINE,
            _("Come possiamo avvisarti, se qualcosa cambia?"),
            _("Numero o indirizzo, solo se l’appuntamento cambia"),
            _("Se vuoi: un numero o un indirizzo che controlli solo tu. Non mandiamo conferme."),
        ),
    ),
)


def sign_up_definition(sign_up: SignUp, desk: DeskAvailability | None) -> FormDefinition:
    """Return the form for one event; closed with the event, with the desk, and without either."""
    return FormDefinition((GROUP,), desk if sign_up.is_open else desk and desk.closed(), sign_up)
