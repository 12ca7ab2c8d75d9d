"""Why a request was not taken, as data: what the server answers, and in which words."""

from dataclasses import dataclass
from enum import Enum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_NOT_SENT = _("Il messaggio NON è stato ricevuto")


@dataclass(frozen=True, slots=True)
class Answer:
    """An HTTP status, a heading and a sentence. `retry_after` in seconds, 0 when waiting does not help."""

    status: int
    heading: str | Promise
    words: str | Promise
    retry_after: int = 0


class Refusal(Enum):
    """Each way in which nothing was stored, and the one in which nobody knows."""

    FROM_ELSEWHERE = Answer(
        403,
        _NOT_SENT,
        _("L’invio non è partito da questo sito. Apri la pagina per scrivere e riprova da lì."),
    )
    WRONG_TYPE = Answer(
        415,
        _NOT_SENT,
        _("Il modulo è arrivato in una forma che non accettiamo. Non si possono inviare file."),
    )
    TOO_LARGE = Answer(413, _NOT_SENT, _("È troppo lungo. Accorcia il testo: il resto potrai dirlo a voce."))
    UNREADABLE = Answer(400, _NOT_SENT, _("È arrivato incompleto. Apri di nuovo la pagina per scrivere."))
    INCOMPLETE = Answer(
        400, _NOT_SENT, _("È arrivato incompleto. Controlla che ci sia tutto, poi premi di nuovo «Invia».")
    )
    USED = Answer(
        409,
        _NOT_SENT,
        _("Da questa pagina è già partito un messaggio. Per mandare anche questo, premi di nuovo «Invia»."),
        3,
    )
    EMPTY = Answer(400, _NOT_SENT, _("Il modulo è arrivato vuoto. Apri di nuovo la pagina per scrivere."))
    NOT_SEALED = Answer(
        400,
        _NOT_SENT,
        _("È arrivato senza la busta chiusa, o la busta è rovinata. Riprova, oppure telefona."),
    )
    TOO_FAST = Answer(
        429, _("Ancora un momento"), _("Aspetta qualche secondo, poi premi di nuovo «Invia»."), 3
    )
    STALE = Answer(409, _NOT_SENT, _("La pagina era aperta da troppo tempo. Premi di nuovo «Invia»."))
    KEYS_CHANGED = Answer(
        409, _NOT_SENT, _("Le chiavi dello sportello sono cambiate. Premi di nuovo «Invia».")
    )
    DESK_CLOSED = Answer(
        409,
        _NOT_SENT,
        _("Questo sportello adesso non riceve messaggi da qui. Scegline un altro, o telefona."),
    )
    SIGN_UP_CLOSED = Answer(
        409,
        _NOT_SENT,
        _("Le iscrizioni a questo appuntamento adesso sono chiuse. Se hai una domanda, telefona."),
    )
    SIGN_UP_FULL = Answer(
        409,
        _NOT_SENT,
        _("I posti per questo appuntamento sono esauriti. Se hai una domanda, telefona."),
    )
    UNVERIFIED = Answer(
        400, _NOT_SENT, _("La verifica non è riuscita. Rifalla e invia di nuovo, o telefona.")
    )
    FULL = Answer(
        503,
        _NOT_SENT,
        _("Adesso non c’è posto per altri messaggi. Telefona, oppure riprova tra qualche ora."),
        3600,
    )
    BUSY = Answer(
        503,
        _NOT_SENT,
        _("In questo momento troppe persone usano un numero. Aspetta un minuto e premi di nuovo «Invia»."),
        60,
    )
    NOT_STORED = Answer(
        503,
        _NOT_SENT,
        _("C’è un guasto, e non abbiamo conservato niente. Telefona, oppure riprova tra poco."),
        60,
    )
    UNSURE = Answer(
        503,
        _("Non sappiamo se il messaggio è arrivato"),
        _(
            "Il guasto è cominciato mentre lo conservavamo. Tra poco premi di nuovo «Invia», senza cambiare "
            "niente: se era già arrivato, allo sportello ne resta uno solo."
        ),
        60,
    )


class Problem(Exception):  # noqa: N818 - an answer to give her, not a fault to report
    """A request that is not taken. Carries no detail of the request; `words` replace the usual sentence."""

    def __init__(self, refusal: Refusal, words: str | Promise = "") -> None:
        super().__init__(refusal.name)
        self.refusal = refusal
        self.answer = refusal.value
        self.words = words or self.answer.words
