"""The words by which a teacher looks for a material; their codes stand in addresses and in the database."""

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Level(TextChoices):
    """Orders of the Italian school system (d.lgs. 59/2004, d.lgs. 226/2005, d.P.R. 263/2012)."""

    INFANZIA = "infanzia", _("Infanzia")
    PRIMARIA = "primaria", _("Primaria")
    SECONDARIA_1 = "secondaria-1", _("Secondaria di primo grado")
    SECONDARIA_2 = "secondaria-2", _("Secondaria di secondo grado")
    ADULTI = "adulti", _("CPIA e adulti")


class Subject(TextChoices):
    CIVICS = "educazione-civica", _("Educazione civica")
    ITALIAN = "italiano", _("Italiano")
    HISTORY = "storia", _("Storia e geografia")
    ART = "arte", _("Arte e immagine")
    LAW = "diritto", _("Diritto ed economia")
    SCIENCE = "scienze", _("Scienze e tecnologia")
    ITALIAN_L2 = "italiano-l2", _("Italiano per chi lo impara")


SUBJECT_NAMES = {
    (Subject.ART, Level.SECONDARIA_2): _("Storia dell’arte"),
    (Subject.SCIENCE, Level.SECONDARIA_2): _("Scienze naturali"),
}
"""Where a subject has another name at one level (d.P.R. 89/2010; national guidelines of 2012)."""
NOT_TAUGHT = {
    (Subject.LAW, Level.INFANZIA),
    (Subject.LAW, Level.PRIMARIA),
    (Subject.LAW, Level.SECONDARIA_1),
}


def subject_name(subject: str, level: str) -> str:
    """Return how a subject is called at a level."""
    return str(SUBJECT_NAMES.get((Subject(subject), Level(level))) or Subject(subject).label)


class Nucleus(TextChoices):
    """Conceptual nuclei of civic education (d.M. 183/2024)."""

    CONSTITUTION = "costituzione", _("Costituzione")
    ECONOMY = "sostenibilita", _("Sviluppo economico e sostenibilità")
    DIGITAL = "digitale", _("Cittadinanza digitale")


class MaterialKind(TextChoices):
    LESSON = "lezione", _("Piano di lezione")
    SHEET = "scheda", _("Scheda di lavoro")
    POSTER = "cartellone", _("Cartellone")
    GAME = "attivita", _("Attività o gioco")
    SLIDES = "presentazione", _("Presentazione")
    VIDEO = "video", _("Video")
    LETTER = "lettera", _("Lettera e moduli")


class MaterialLanguage(TextChoices):
    """Languages of materials by their BCP 47 code, each in its own name."""

    IT = "it", "Italiano"
    EN = "en", "English"
    FR = "fr", "Français"
    ES = "es", "Español"
    RO = "ro", "Română"
    SQ = "sq", "Shqip"
    UK = "uk", "Українська"
    AR = "ar", "العربية"
    ZH = "zh", "中文"


@dataclass(frozen=True)
class AccessFeature:
    """Something that makes a material usable by more people.

    `field` is the model's boolean, `term` the schema.org accessibilityFeature, empty where it has none.
    """

    field: str
    code: str
    label: str | Promise
    term: str = ""


ACCESS_FEATURES = (
    AccessFeature("is_plain", "parole-semplici", _("Parole semplici"), "simplifiedLanguage"),
    AccessFeature("has_large_print", "caratteri-grandi", _("Caratteri grandi"), "largePrint"),
    AccessFeature("needs_no_reading", "senza-leggere", _("Si può fare senza leggere né scrivere")),
    AccessFeature("has_symbols", "simboli", _("Simboli (CAA)")),
    AccessFeature("has_captions", "sottotitoli", _("Sottotitoli"), "captions"),
    AccessFeature("has_sign_language", "lis", _("LIS"), "signLanguage"),
)


@dataclass(frozen=True)
class Span:
    """A range of whole numbers, both ends included; `until` None has no end."""

    code: str
    label: str | Promise
    since: int
    until: int | None = None

    def meets(self, since: int, until: int | None) -> bool:
        """Tell whether the two ranges have a number in common."""
        return (until is None or self.since <= until) and (self.until is None or since <= self.until)


AGES = (
    Span("5-7", _("5–7 anni"), 5, 7),
    Span("8-10", _("8–10 anni"), 8, 10),
    Span("11-13", _("11–13 anni"), 11, 13),
    Span("14-16", _("14–16 anni"), 14, 16),
    Span("17-19", _("17–19 anni"), 17, 19),
    Span("adulti", _("Adulti"), 20),
)
MINUTES = (
    Span("30", _("Fino a 30 minuti"), 0, 30),
    Span("60", _("Da 31 a 60 minuti"), 31, 60),
    Span("120", _("Da 61 a 120 minuti"), 61, 120),
    Span("oltre", _("Più di 120 minuti"), 121),
)
