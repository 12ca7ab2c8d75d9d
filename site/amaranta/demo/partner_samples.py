"""Who is in the demonstration's directory: the bodies of 2012-15, and visibly fictional ones."""

from dataclasses import dataclass

from servizi.vocabulary import Audience, PartnerKind, Service

AMARANTA = "Amaranta"
AL_TUO_FIANCO = "Al tuo fianco"
EVERYWHERE = ("*",)
ALWAYS = "a ogni ora"


@dataclass(frozen=True)
class Sample:
    """A fictional partner: `section` is the Comune that edits it, `comuni` those that it serves."""

    title: str
    kind: str
    section: str
    summary: str
    services: tuple[str, ...]
    languages: tuple[str, ...] = ("it",)
    comuni: tuple[str, ...] = ()
    audiences: tuple[str, ...] = (Audience.WOMEN,)
    access_notes: str = ""
    phone_hours: str = "da lunedì a venerdì, dalle 9 alle 12"


@dataclass(frozen=True)
class Historical:
    """A body that took part in the projects of 2012-15."""

    title: str
    kind: str
    section: str
    project: str = AMARANTA


K, S = PartnerKind, Service
ARCHIVE = (
    Historical("Comune di Cinisello Balsamo", K.COMUNE, "cinisello-balsamo"),
    Historical("Comune di Bresso", K.COMUNE, "bresso"),
    Historical("Associazione Mittatron Bresso", K.ASSOCIATION, "bresso"),
    Historical(
        "Centro della Famiglia – Fondazione Edith Stein Cinisello Balsamo", K.ASSOCIATION, "cinisello-balsamo"
    ),
    Historical("Gruppi di Volontariato Vincenziano Cinisello Balsamo", K.ASSOCIATION, "cinisello-balsamo"),
    Historical("Associazione Amici casa dell’Accoglienza", K.ASSOCIATION, "cinisello-balsamo"),
    Historical("Fondazione Guzzetti Milano", K.ASSOCIATION, "cinisello-balsamo"),
    Historical("Comuni Insieme", K.COMUNE, "garbagnate-milanese", AL_TUO_FIANCO),
)
SAMPLES = (
    Sample(
        "Servizio sociale di Bresso (esempio)",
        K.COMUNE,
        "bresso",
        "L’assistente sociale riceve su appuntamento e conosce i servizi della zona.",
        (S.SOCIAL, S.LISTENING, S.HOUSING),
        audiences=(Audience.WOMEN, Audience.MOTHERS, Audience.ELDERLY),
        access_notes="Ingresso a livello della strada. Ascensore.",
    ),
    Sample(
        "Servizio sociale di Cinisello Balsamo (esempio)",
        K.COMUNE,
        "cinisello-balsamo",
        "Primo colloquio senza impegno, anche per telefono.",
        (S.SOCIAL, S.WORK),
        ("it", "es"),
    ),
    Sample(
        "Servizio sociale di Bollate (esempio)",
        K.COMUNE,
        "bollate",
        "Aiuti economici, casa, accompagnamento agli altri servizi.",
        (S.SOCIAL, S.HOUSING),
        ("it", "ro"),
    ),
    Sample(
        "Sportello casa di Solaro (esempio)",
        K.COMUNE,
        "solaro",
        "Alloggi temporanei per chi deve lasciare casa in fretta.",
        (S.HOUSING,),
        comuni=("solaro", "cesate"),
    ),
    Sample(
        "Comando di zona di Sesto (esempio)",
        K.POLICE,
        "sesto-san-giovanni",
        "Una stanza riservata per chi vuole denunciare. In pericolo si chiama il {{emergenza}}.",
        (S.REPORT,),
        ("it", "en"),
        ("sesto-san-giovanni", "cinisello-balsamo", "bresso"),
        (Audience.EVERYONE,),
        phone_hours=ALWAYS,
    ),
    Sample(
        "Stazione di Garbagnate (esempio)",
        K.POLICE,
        "garbagnate-milanese",
        "Si può chiedere di parlare con una donna.",
        (S.REPORT,),
        comuni=("garbagnate-milanese", "cesate", "solaro", "senago"),
        audiences=(Audience.EVERYONE,),
        phone_hours=ALWAYS,
    ),
    Sample(
        "Pronto soccorso di Cinisello (esempio)",
        K.HOSPITAL,
        "cinisello-balsamo",
        "Sempre aperto. Percorso riservato: basta dirlo a chi accoglie.",
        (S.HEALTH, S.PSYCHOLOGICAL),
        ("it", "en", "ar", "es"),
        ("cinisello-balsamo", "bresso", "cusano-milanino", "cormano", "sesto-san-giovanni"),
        (Audience.WOMEN, Audience.MINORS),
        "Parcheggio per persone con disabilità, nessun gradino.",
        ALWAYS,
    ),
    Sample(
        "Ospedale di Bollate (esempio)",
        K.HOSPITAL,
        "bollate",
        "Pronto soccorso e ginecologia, con mediatrici su chiamata.",
        (S.HEALTH, S.MEDIATION),
        ("it", "ar", "zh"),
        ("bollate", "baranzate", "novate-milanese", "senago"),
        phone_hours=ALWAYS,
    ),
    Sample(
        "Consultorio di Paderno (esempio)",
        K.CONSULTORIO,
        "paderno-dugnano",
        "Visite, colloqui, sostegno in gravidanza. Gratis, anche senza documenti.",
        (S.HEALTH, S.PSYCHOLOGICAL, S.LISTENING),
        ("it", "es", "uk"),
        ("paderno-dugnano", "senago", "cormano"),
        (Audience.WOMEN, Audience.MOTHERS, Audience.MIGRANTS),
    ),
    Sample(
        "Consultorio di Cormano (esempio)",
        K.CONSULTORIO,
        "cormano",
        "Uno spazio per donne e ragazze, con psicologa e ostetrica.",
        (S.HEALTH, S.PSYCHOLOGICAL),
        ("it", "sq"),
        ("cormano", "cusano-milanino", "bresso"),
    ),
    Sample(
        "Associazione La Finestra (esempio)",
        K.ASSOCIATION,
        "cusano-milanino",
        "Gruppi di incontro il giovedì sera; si può venire con i bambini.",
        (S.LISTENING, S.GROUPS, S.CHILDREN),
        ("it", "ise"),
        EVERYWHERE,
        (Audience.WOMEN, Audience.DISABILITY),
    ),
    Sample(
        "Associazione Passaparola (esempio)",
        K.ASSOCIATION,
        "baranzate",
        "Mediatrici che accompagnano agli uffici e alle visite.",
        (S.MEDIATION, S.LISTENING, S.WORK),
        ("it", "ar", "ur", "bn", "fr"),
        ("baranzate", "bollate", "novate-milanese"),
        (Audience.MIGRANTS,),
    ),
    Sample(
        "Associazione Nuovi Giorni (esempio)",
        K.ASSOCIATION,
        "novate-milanese",
        "Aiuto a scrivere un curriculum e a cercare lavoro.",
        (S.WORK, S.GROUPS),
        ("it", "pt", "es"),
        EVERYWHERE,
    ),
    Sample(
        "Avvocate in rete (esempio)",
        K.LEGAL_AID,
        "bollate",
        "Primo consiglio legale gratuito: separazione, figli, denuncia, patrocinio a spese dello Stato.",
        (S.LEGAL,),
        ("it", "ar", "en"),
        ("bollate", "baranzate", "novate-milanese", "garbagnate-milanese", "paderno-dugnano"),
    ),
    Sample(
        "Sportello legale di Bresso (esempio)",
        K.LEGAL_AID,
        "bresso",
        "Un’avvocata riceve il primo lunedì del mese, su appuntamento.",
        (S.LEGAL, S.REPORT),
        ("it", "fr"),
        ("bresso", "cormano", "cusano-milanino"),
    ),
    Sample(
        "Ufficio scuole della rete (esempio)",
        K.SCHOOL_OFFICE,
        "senago",
        "Incontri in classe e materiali per insegnanti.",
        (S.TRAINING, S.CHILDREN),
        comuni=EVERYWHERE,
        audiences=(Audience.PROFESSIONALS, Audience.MINORS),
    ),
)
