"""What a failed attempt means, and in which words staff are told. Codes are kept, a server's text never is.

A server's text may hold addresses and names; the reply code (RFC 5321, 4.2) and the enhanced status code
(RFC 3463) say the same without them.
"""

import re
import smtplib
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ENHANCED = re.compile(r"(?<![\d.])([245])\.(\d{1,3})\.(\d{1,3})(?![\d.])")
NOT_ABOUT_THE_MESSAGE = frozenset({530, 534, 535, 538})
"""The account or its encryption is refused: the mailbox never heard of the message."""
UNANSWERED = frozenset({"ReadTimeoutError", "ConnectionClosedError"})
"""Of Amazon's library: the request went out and no answer came."""


class Verdict(Enum):
    """TEMPORARY: surely not taken, try again. PERMANENT: refused for good. UNCERTAIN: perhaps taken."""

    TEMPORARY = auto()
    PERMANENT = auto()
    UNCERTAIN = auto()


@dataclass(frozen=True, slots=True)
class Outcome:
    """`error` is the name of the exception's class; `code` like "550 5.1.1", empty where none was given."""

    verdict: Verdict
    error: str
    code: str = ""


def judge(error: Exception, *, dot_sent: bool) -> Outcome:
    """Return what an attempt's failure means for its message."""
    name, code = type(error).__name__, code_of(error)
    number = int(code[:3] or 0)
    if _is_uncertain(error, number, dot_sent=dot_sent):
        return Outcome(Verdict.UNCERTAIN, name)
    about_the_message = isinstance(
        error, smtplib.SMTPRecipientsRefused | smtplib.SMTPSenderRefused | smtplib.SMTPDataError
    )
    if about_the_message and 500 <= number < 600 and number not in NOT_ABOUT_THE_MESSAGE:
        return Outcome(Verdict.PERMANENT, name, code)
    return Outcome(Verdict.TEMPORARY, name, code)


def _is_uncertain(error: Exception, number: int, *, dot_sent: bool) -> bool:
    if dot_sent:
        return not (isinstance(error, smtplib.SMTPDataError) and 400 <= number < 600)
    return type(error.__cause__).__name__ in UNANSWERED


def code_of(error: Exception) -> str:
    """Return reply code and enhanced status code of an answer, empty if the server gave none."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return joined(*next(iter(error.recipients.values()), (0, b"")))
    if isinstance(error, smtplib.SMTPResponseException):
        return joined(error.smtp_code, error.smtp_error)
    return ""


def joined(number: Any, text: Any) -> str:
    """Return "550 5.1.1", "550", or nothing of a number that is no reply code."""
    if not (isinstance(number, int) and 200 <= number < 600):
        return ""
    words = text.decode("ascii", "replace") if isinstance(text, bytes) else str(text)
    found = ENHANCED.match(words.lstrip())
    # The class repeats the first digit of the reply code (RFC 2034, 4); another one is a slip of the server.
    # X.0.0 says no more than the reply code.
    if found and found[1] == str(number)[0] and found.groups()[1:] != ("0", "0"):
        return f"{number} {found[0]}"
    return str(number)


REASONS: tuple[tuple[str, str | Promise], ...] = (
    (r"53[0458]|5\.7\.8|4\.7\.8", _("utente o password del portale rifiutati")),
    (r"\d\.1\.8|\d\.1\.7", _("il mittente del portale è rifiutato")),
    (r"\d\.1\.(2|10)", _("il dominio dell’indirizzo non esiste o non riceve posta")),
    (r"\d\.2\.1", _("la casella è chiusa")),
    (r"\d\.2\.2", _("la casella è piena: liberate spazio")),
    (r"\d\.(2\.3|3\.4)", _("il messaggio è troppo grande: alzate il limite")),
    (r"\d\.3\.1", _("il server della casella è pieno")),
    (r"\d\.4\.\d+", _("il server della casella non è raggiungibile")),
    (r"\d\.7\.\d+", _("vietato da una regola o da un filtro del server: fatelo ammettere")),
    (r"\d\.1\.\d+", _("la casella non esiste: controllate l’indirizzo")),
    (r"45[01]", _("il server chiede di aspettare")),
    (r"452", _("la casella o il server è pieno: liberate spazio")),
    (r"421", _("il server è occupato")),
    (r"55[013]", _("la casella non esiste o non riceve posta: controllate l’indirizzo")),
    (r"552", _("la casella è piena, o il messaggio è troppo grande")),
    (r"554", _("vietato da una regola o da un filtro del server: fatelo ammettere")),
    (r"SSLCertVerificationError", _("il certificato del server di posta non vale per il suo nome")),
    (r"NoMailbox", _("la casella non ha più un indirizzo")),
    (r"ConnectionRefusedError|gaierror|TimeoutError|SMTPConnectError", _("il server di posta non risponde")),
)
"""The first that fits the enhanced code, else the reply code, else the error's name."""


def reason(code: str, error: str) -> str:
    """Return in brackets the code and what it says to staff, empty where nothing is known."""
    number, _space, enhanced = code.partition(" ")
    for known in filter(None, (enhanced, number, error)):
        for pattern, words in REASONS:
            if re.fullmatch(pattern, known):
                return f"{code}: {words}" if code else str(words)
    return code
