"""Words that describe desks and partners. Values are Italian: they are seen in addresses and in CSV files."""

from collections.abc import Iterable

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class PartnerKind(TextChoices):
    """What a partner with a public address is; shelters and programmes for perpetrators are apart."""

    COMUNE = "comune", _("Comune")
    POLICE = "polizia", _("Forze dell’ordine")
    HOSPITAL = "ospedale", _("Ospedale e pronto soccorso")
    CONSULTORIO = "consultorio", _("Consultorio familiare")
    ASSOCIATION = "associazione", _("Associazione e volontariato")
    LEGAL_AID = "avvocati", _("Tutela legale")
    SCHOOL_OFFICE = "scuola", _("Scuola e ufficio scolastico")


SHELTER = "rifugio"
SHELTER_LABEL = _("Casa rifugio")


class Service(TextChoices):
    LISTENING = "ascolto", _("Ascolto e accoglienza")
    PSYCHOLOGICAL = "psicologico", _("Sostegno psicologico")
    LEGAL = "legale", _("Consulenza legale")
    HEALTH = "sanitario", _("Cure e visite mediche")
    SOCIAL = "sociale", _("Servizio sociale")
    REPORT = "denuncia", _("Denuncia e protezione")
    HOUSING = "casa", _("Casa e ospitalità")
    WORK = "lavoro", _("Lavoro e autonomia economica")
    CHILDREN = "minori", _("Figlie e figli")
    GROUPS = "gruppi", _("Gruppi di incontro")
    MEDIATION = "mediazione", _("Mediazione linguistica")
    TRAINING = "formazione", _("Formazione e scuole")


class Audience(TextChoices):
    WOMEN = "donne", _("Donne")
    MOTHERS = "madri", _("Donne con figli")
    MINORS = "minori", _("Bambine, bambini e adolescenti")
    MIGRANTS = "migranti", _("Donne straniere, anche senza documenti")
    DISABILITY = "disabilita", _("Donne con disabilità")
    ELDERLY = "anziane", _("Donne anziane")
    RELATIVES = "familiari", _("Familiari e amici")
    PROFESSIONALS = "operatori", _("Operatori e scuole")
    EVERYONE = "tutti", _("Chiunque")


class Language(TextChoices):
    """Languages spoken, each named in itself so that its speakers recognise it (BCP 47 codes)."""

    ITALIAN = "it", "Italiano"
    ITALIAN_SIGN = "ise", _("LIS, lingua dei segni")
    ENGLISH = "en", "English"
    FRENCH = "fr", "Français"
    SPANISH = "es", "Español"
    PORTUGUESE = "pt", "Português"
    ROMANIAN = "ro", "Română"
    ALBANIAN = "sq", "Shqip"
    UKRAINIAN = "uk", "Українська"
    RUSSIAN = "ru", "Русский"
    ARABIC = "ar", "العربية"
    URDU = "ur", "اردو"
    BENGALI = "bn", "বাংলা"
    SINHALA = "si", "සිංහල"
    CHINESE = "zh", "中文"
    TAGALOG = "tl", "Tagalog"


# What people type instead of our words; compared after `searching.fold`.
SYNONYMS: dict[str, str] = {
    PartnerKind.COMUNE: "municipio assistente sociale",
    PartnerKind.POLICE: "polizia carabinieri questura vigili commissariato",
    PartnerKind.HOSPITAL: "medico dottore",
    PartnerKind.CONSULTORIO: "ginecologa ostetrica gravidanza",
    PartnerKind.LEGAL_AID: "avvocato avvocata patrocinio",
    PartnerKind.SCHOOL_OFFICE: "insegnanti docenti",
    SHELTER: "dormire scappare nascondersi",
    Service.PSYCHOLOGICAL: "psicologa psicologo psicoterapia",
    Service.LEGAL: "avvocato avvocata separazione divorzio affidamento patrocinio",
    Service.HEALTH: "medico referto ginecologa",
    Service.REPORT: "querela carabinieri polizia ammonimento",
    Service.HOUSING: "dormire alloggio affitto",
    Service.WORK: "soldi reddito stipendio",
    Service.CHILDREN: "bambini figli",
    Service.MEDIATION: "interprete traduttrice straniera",
    Language.ITALIAN: "italiano italian",
    Language.ITALIAN_SIGN: "sorde sign",
    Language.ENGLISH: "inglese",
    Language.FRENCH: "francese french",
    Language.SPANISH: "spagnolo spanish",
    Language.PORTUGUESE: "portoghese portuguese",
    Language.ROMANIAN: "rumeno romeno romanian",
    Language.ALBANIAN: "albanese albanian",
    Language.UKRAINIAN: "ucraino ukrainian",
    Language.RUSSIAN: "russo russian",
    Language.ARABIC: "arabo arabic",
    Language.URDU: "pakistano",
    Language.BENGALI: "bengalese bangla bengali",
    Language.SINHALA: "singalese sinhala",
    Language.CHINESE: "cinese mandarino chinese",
    Language.TAGALOG: "filippino filipino",
}


def spoken(languages: Iterable[str]) -> list[str]:
    """Return each language as it names itself and as others call it."""
    return [f"{Language(code).label} {SYNONYMS[code]}" for code in languages]
