"""The demonstration's directory: the bodies of 2012-15 without contacts, and visibly fictional ones."""

from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from amaranta.demo.desks import build_comuni
from amaranta.demo.partner_samples import ARCHIVE, EVERYWHERE, SAMPLES, Historical, Sample
from home.models import HomePage
from servizi.editor_permissions import ADD_AND_CHANGE, give_to_editors
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

PROTOCOL_SIGNED = date(2026, 3, 9)


def build_partner_index(home: HomePage) -> PartnerIndexPage:
    """Return the index of partners below `home`, made if it is missing."""
    existing: PartnerIndexPage | None = PartnerIndexPage.objects.child_of(home).first()
    if existing is not None:
        return existing
    index = PartnerIndexPage(
        title=_("Chi può aiutarti"),
        slug="rete",
        lead=_("Ospedali, consultori, associazioni, avvocate, uffici: chi fa che cosa, Comune per Comune."),
        show_in_menus=True,
    )
    home.add_child(instance=index)
    return index


def build_section(index: PartnerIndexPage, comune: Comune) -> PartnerSectionPage:
    """Return the section of `comune`, made and given to its editors if it is missing."""
    existing: PartnerSectionPage | None = (
        PartnerSectionPage.objects.child_of(index).filter(comune=comune).first()
    )
    if existing is not None:
        return existing
    section = PartnerSectionPage(title=comune.name, comune=comune)
    index.add_child(instance=section)
    give_to_editors(section, comune, ADD_AND_CHANGE)
    return section


def build_partner(section: PartnerSectionPage, title: str, **values: Any) -> PartnerPage:
    """Return a published partner of `section`, verified today; `values` are fields of PartnerPage."""
    defaults = {
        "kind": PartnerKind.ASSOCIATION,
        "summary": _("Una frase."),
        "comuni": [section.comune],
        "verified_on": timezone.localdate(),
    }
    partner = PartnerPage(title=title, **{**defaults, **values})
    section.add_child(instance=partner)
    return partner


def build_partners(home: HomePage) -> PartnerIndexPage:
    """Return the directory with 25 bodies: 8 of the archive, 16 fictional partners, 1 shelter."""
    index = build_partner_index(home)
    if index.numchild:
        return index
    comuni = {comune.slug: comune for comune in build_comuni().values()}
    sections = {slug: build_section(index, comune) for slug, comune in comuni.items()}
    for body in ARCHIVE:
        build_historical(sections[body.section], body)
    for number, sample in enumerate(SAMPLES, start=1):
        build_sample(sections[sample.section], sample, comuni, number)
    build_shelter(index)
    build_programmes(home, list(comuni.values()))
    return index


def build_historical(section: PartnerSectionPage, body: Historical) -> None:
    summary = _("Ha preso parte al progetto «%(project)s».") % {"project": body.project}
    build_partner(section, body.title, kind=body.kind, summary=summary, is_archive=True)


def build_sample(section: PartnerSectionPage, sample: Sample, comuni: dict[str, Comune], number: int) -> None:
    slugs = comuni if sample.comuni == EVERYWHERE else sample.comuni or (sample.section,)
    build_partner(
        section,
        sample.title,
        kind=sample.kind,
        summary=sample.summary,
        description=_("Questo ente non esiste: serve a mostrare come funziona l’elenco."),
        services=sample.services,
        languages=sample.languages,
        audiences=sample.audiences,
        comuni=[comuni[slug] for slug in slugs],
        phone=f"000 00001{number:02d}",
        phone_hours=sample.phone_hours,
        email=f"ente{number}@example.org",
        website="https://www.example.org/",
        street_address=_("Via dell’Esempio %(number)s, %(place)s")
        % {"number": number, "place": section.title},
        access_notes=sample.access_notes,
        protocol_signed_on=PROTOCOL_SIGNED,
    )


def build_shelter(index: PartnerIndexPage) -> ShelterPage:
    shelter = ShelterPage(
        title=_("Casa rifugio della rete (esempio)"),
        summary=_("Un posto protetto dove stare per un periodo, anche con i figli."),
        services=(Service.HOUSING, Service.LISTENING, Service.CHILDREN),
        audiences=(Audience.WOMEN, Audience.MOTHERS),
        languages=(Language.ITALIAN, Language.ENGLISH, Language.ARABIC),
        verified_on=timezone.localdate(),
    )
    index.add_child(instance=shelter)
    return shelter


def build_programmes(home: HomePage, comuni: list[Comune]) -> ProgrammePage:
    index = ProgrammeIndexPage(
        title=_("Per chi vuole cambiare"),
        slug="percorsi",
        lead=_("Chi usa violenza può smettere. Qui c’è chi aiuta a farlo."),
    )
    home.add_child(instance=index)
    programme = ProgrammePage(
        title=_("Centro per uomini (esempio)"),
        summary=_("Colloqui individuali e di gruppo per chi ha usato violenza e vuole smettere."),
        comuni=comuni,
        phone="000 0000140",
        phone_hours=_("martedì e giovedì, dalle 14 alle 20"),
        street_address=_("Via dell’Esempio 40"),
        verified_on=timezone.localdate(),
    )
    index.add_child(instance=programme)
    return programme
