"""What only whoever runs the site can say: who reads, who answers for it, where to write.

Each is a field of the site's settings and a token in the editors' texts; until somebody fills the field in,
the pages say a sentence that is true of a site not yet open, and the dashboard asks for it.
"""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

EXAMPLE = "(esempio)"
"""Marks what a demonstration says: on its pages it stands for the answer, for the list of gaps it is none."""
SiteFacts = Any
"""A site's settings (home.models.SiteSettings): the numbers, and a field for each word below."""


@dataclass(frozen=True, slots=True)
class SiteWord:
    """`token` stands for it in texts, `field` holds it in the settings, `until_set` is said meanwhile."""

    token: str
    field: str
    until_set: str | Promise


WORDS = (
    SiteWord("ente", "owner", _("Chi gestisce questo sito")),
    SiteWord(
        "chi-legge", "who_reads", _("Le operatrici dello sportello che hai scelto, e nessun’altra persona.")
    ),
    SiteWord("quando-rispondono", "answer_time", _("Nei giorni in cui lo sportello è aperto.")),
    SiteWord(
        "titolare",
        "controller",
        _(
            "L’ente che gestisce questo sito. Nome, indirizzo e contatti saranno scritti qui prima che il "
            "sito apra al pubblico."
        ),
    ),
    SiteWord(
        "dpo",
        "data_protection_officer",
        _("I contatti saranno scritti qui prima che il sito apra al pubblico."),
    ),
    SiteWord(
        "base-giuridica",
        "legal_basis",
        _(
            "Il compito pubblico di ascoltare e aiutare chi lo chiede. Gli articoli di legge saranno scritti "
            "qui prima che il sito apra al pubblico."
        ),
    ),
    SiteWord("fornitori", "processors", _("Chi gestisce il server o la posta non può aprirla.")),
    SiteWord(
        "luogo-dei-dati",
        "storage",
        _(
            "Il luogo del server e i tempi delle copie saranno scritti qui prima che il sito apra al "
            "pubblico."
        ),
    ),
    SiteWord(
        "conformita",
        "accessibility_status",
        _("La verifica completa non è ancora stata fatta: questo sito non è ancora aperto al pubblico."),
    ),
    SiteWord(
        "segnalazioni",
        "accessibility_contact",
        _("Un contatto sarà scritto qui prima che il sito apra al pubblico."),
    ),
    SiteWord(
        "dichiarazione",
        "accessibility_declaration",
        _("La dichiarazione ufficiale si compila sul sito di AgID, prima che il sito apra al pubblico."),
    ),
    SiteWord(
        "stampa",
        "press_contact",
        _("Telefono e posta saranno scritti qui prima che il sito apra al pubblico."),
    ),
)
BY_TOKEN = {word.token: word for word in WORDS}
# A word stands in markup, addresses and JSON: nothing of it may mean something there.
HARMLESS = str.maketrans({"<": "‹", ">": "›", '"': "”", "\\": "/", "{": "(", "}": ")"})


def word(token: str, site_settings: SiteFacts) -> str:
    """Return what `token` stands for in the active language, without a sign that markup or JSON knows."""
    known = BY_TOKEN[token]
    said = str(getattr(site_settings, known.field) or known.until_set)
    return said.strip().translate(HARMLESS)


def is_foreign(token: str, site_settings: SiteFacts) -> bool:
    """Tell whether the word was written in the main language and is read in another."""
    is_main = get_language() in {None, settings.LANGUAGE_CODE}
    return not is_main and bool(getattr(site_settings, BY_TOKEN[token].field))


def unset(site_settings: SiteFacts) -> list[SiteWord]:
    """Return the words that nobody has said yet, in the order of the form; an example says nothing."""
    said = ((known, str(getattr(site_settings, known.field))) for known in WORDS)
    return [known for known, text in said if not text or is_example(text)]


def is_example(text: str) -> bool:
    """Tell whether a text is a demonstration's, to be replaced before the site opens."""
    return EXAMPLE in text
