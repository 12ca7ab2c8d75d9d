"""The demonstration's directory: the bodies of 2012-15 without contacts, and visibly fictional ones."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from home.models import HomePage
from servizi.models import (
    Comune,
    PartnerIndexPage,
    PartnerPage,
    PartnerSectionPage,
    ProgrammeIndexPage,
    ProgrammePage,
    ShelterPage,
)
from servizi.vocabulary import Audience, Language, PartnerKind, Service

from .comuni import AL_TUO_FIANCO, build_comuni

PROTOCOL_SIGNED = date(2026, 3, 9)
EVERYWHERE = ("*",)


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


@dataclass(frozen=True)
class Historical:
    """A body that took part in the projects of 2012-15."""

    title: str
    kind: str
    section: str
    project: str = "Amaranta"


K, S = PartnerKind, Service
ARCHIVE = (
    Historical("Comune di Cinisello Balsamo", K.COMUNE, "cinisello-balsamo"),
    Historical("Comune di Bresso", K.COMUNE, "bresso"),
    Historical("Associazione Mittatron Bresso", K.ASSOCIATION, "bresso"),
    Historical(
        "Centro della Famiglia - Fondazione Edith Stein Cinisello Balsamo", K.ASSOCIATION, "cinisello-balsamo"
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
        "Una stanza riservata per chi vuole denunciare. In pericolo si chiama il 112.",
        (S.REPORT,),
        ("it", "en"),
        ("sesto-san-giovanni", "cinisello-balsamo", "bresso"),
        (Audience.EVERYONE,),
    ),
    Sample(
        "Stazione di Garbagnate (esempio)",
        K.POLICE,
        "garbagnate-milanese",
        "Si può chiedere di parlare con una donna.",
        (S.REPORT,),
        comuni=("garbagnate-milanese", "cesate", "solaro", "senago"),
        audiences=(Audience.EVERYONE,),
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
    ),
    Sample(
        "Ospedale di Bollate (esempio)",
        K.HOSPITAL,
        "bollate",
        "Pronto soccorso e ginecologia, con mediatrici su chiamata.",
        (S.HEALTH, S.MEDIATION),
        ("it", "ar", "zh"),
        ("bollate", "baranzate", "novate-milanese", "senago"),
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
        "Un’avvocata risponde il primo lunedì del mese, su appuntamento.",
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


def build_partners(home: HomePage) -> PartnerIndexPage:
    """Return the directory with 25 bodies: 8 of the archive, 16 fictional partners, 1 shelter."""
    existing: PartnerIndexPage | None = PartnerIndexPage.objects.first()
    if existing is not None:
        return existing
    comuni = build_comuni()
    index = PartnerIndexPage(
        title=_("Chi può aiutarti"),
        slug="rete",
        lead=_("Ospedali, consultori, associazioni, avvocate, uffici: chi fa che cosa, Comune per Comune."),
        show_in_menus=True,
    )
    home.add_child(instance=index)
    sections = {slug: add_section(index, comune) for slug, comune in comuni.items()}
    for body in ARCHIVE:
        add_historical(sections[body.section], body, comuni)
    for number, sample in enumerate(SAMPLES, start=1):
        add_sample(sections[sample.section], sample, comuni, number)
    add_shelter(index)
    build_programmes(home, comuni)
    return index


def publish(parent: Page, page: Page) -> Page:
    """Add the page with a first revision: the editors' history and moderation start from one."""
    parent.add_child(instance=page)
    page.save_revision().publish()
    return page


def add_section(index: PartnerIndexPage, comune: Comune) -> PartnerSectionPage:
    section = PartnerSectionPage(title=comune.name, slug=comune.slug, comune=comune)
    index.add_child(instance=section)
    return section


def add_historical(section: PartnerSectionPage, body: Historical, comuni: dict[str, Comune]) -> None:
    publish(
        section,
        PartnerPage(
            title=body.title,
            kind=body.kind,
            summary=_("Ha preso parte al progetto «%(project)s».") % {"project": body.project},
            is_archive=True,
            comuni=[comuni[body.section]],
            verified_on=timezone.localdate(),
        ),
    )


def add_sample(section: PartnerSectionPage, sample: Sample, comuni: dict[str, Comune], number: int) -> None:
    slugs = comuni if sample.comuni == EVERYWHERE else sample.comuni or (sample.section,)
    publish(
        section,
        PartnerPage(
            title=sample.title,
            kind=sample.kind,
            summary=sample.summary,
            description=_("Questo ente non esiste: serve a mostrare come funziona l’elenco."),
            services=sample.services,
            languages=sample.languages,
            audiences=sample.audiences,
            comuni=[comuni[slug] for slug in slugs],
            phone=f"000 00001{number:02d}",
            phone_hours=_("da lunedì a venerdì, 9-12"),
            email=f"ente{number}@example.org",
            website="https://www.example.org/",
            street_address=_("Via dell’Esempio %(number)s, %(place)s")
            % {"number": number, "place": section.title},
            access_notes=sample.access_notes,
            protocol_signed_on=PROTOCOL_SIGNED,
            verified_on=timezone.localdate(),
        ),
    )


def add_shelter(index: PartnerIndexPage) -> None:
    publish(
        index,
        ShelterPage(
            title=_("Casa rifugio della rete (esempio)"),
            summary=_("Un posto sicuro dove stare, anche con i figli, per il tempo che serve."),
            services=(S.HOUSING, S.LISTENING, S.CHILDREN),
            audiences=(Audience.WOMEN, Audience.MOTHERS),
            languages=(Language.ITALIAN, Language.ENGLISH, Language.ARABIC),
            phone="000 0000130",
            verified_on=timezone.localdate(),
        ),
    )


def build_programmes(home: HomePage, comuni: dict[str, Comune]) -> None:
    index = ProgrammeIndexPage(
        title=_("Per chi vuole cambiare"),
        slug="percorsi",
        lead=_(
            "Chi fa del male a chi ama può smettere. Qui c’è chi aiuta a farlo, senza giudicare la persona."
        ),
    )
    home.add_child(instance=index)
    publish(
        index,
        ProgrammePage(
            title=_("Centro per uomini (esempio)"),
            summary=_("Colloqui individuali e di gruppo per chi ha usato violenza e vuole smettere."),
            comuni=list(comuni.values()),
            phone="000 0000140",
            phone_hours=_("martedì e giovedì, 14-20"),
            street_address=_("Via dell’Esempio 40"),
            verified_on=timezone.localdate(),
        ),
    )
