"""The demonstration's directory: the bodies of 2012-15 without contacts, and visibly fictional ones."""

from typing import Any

from django.utils import timezone

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
from servizi.vocabulary import Audience, Language, PartnerKind

from .content_files import read_page, read_rows
from .desks import build_comuni
from .page_fields import fields_of

EVERYWHERE = "everywhere"


def build_partner_index(home: HomePage) -> PartnerIndexPage:
    """Return the index of partners below `home`, made if it is missing."""
    existing: PartnerIndexPage | None = PartnerIndexPage.objects.child_of(home).first()
    if existing is not None:
        return existing
    text = read_page("rete")
    index = PartnerIndexPage(slug=text.slug, **fields_of(text, PartnerIndexPage))
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
        "summary": "Una frase.",
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
    archive = read_rows("it/rete/projects-2012-2015.yaml")
    for row in archive["partners"]:
        summary = archive["summary"].format(project=row["project"])
        build_partner(
            sections[row["section"]], row["title"], kind=row["kind"], summary=summary, is_archive=True
        )
    samples = read_rows("it/rete/partners.yaml")
    for number, row in enumerate(samples["partners"], start=1):
        build_sample(sections[row["section"]], {**samples["every"], **row}, comuni, number)
    build_shelter(index)
    build_programmes(home, list(comuni.values()))
    return index


def build_sample(
    section: PartnerSectionPage, row: dict[str, Any], comuni: dict[str, Comune], number: int
) -> None:
    """Publish the invented partner of a row, with the contacts that its number gives it."""
    served = row.pop("comuni", [row["section"]])
    slugs = comuni if served == EVERYWHERE else served
    values: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in row.items()
    }
    address = values.pop("street_address").format(number=number, place=section.title)
    del values["section"]
    build_partner(
        section,
        values.pop("title"),
        comuni=[comuni[slug] for slug in slugs],
        phone=f"000 00001{number:02d}",
        email=f"ente{number}@example.org",
        website="https://www.example.org/",
        street_address=address,
        **{"languages": (Language.ITALIAN,), "audiences": (Audience.WOMEN,), **values},
    )


def build_shelter(index: PartnerIndexPage) -> ShelterPage:
    fields = fields_of(read_page("rete/casa-rifugio"), ShelterPage)
    shelter = ShelterPage(verified_on=timezone.localdate(), **fields)
    index.add_child(instance=shelter)
    return shelter


def build_programmes(home: HomePage, comuni: list[Comune]) -> ProgrammePage:
    text = read_page("percorsi")
    index = ProgrammeIndexPage(slug=text.slug, **fields_of(text, ProgrammeIndexPage))
    home.add_child(instance=index)
    fields = fields_of(read_page("percorsi/centro-per-uomini"), ProgrammePage)
    programme = ProgrammePage(comuni=comuni, verified_on=timezone.localdate(), **fields)
    index.add_child(instance=programme)
    return programme
