"""What a partner's page tells search engines, in the words of schema.org."""

from collections.abc import Iterable
from typing import Any, Protocol

from servizi.directory import telephones
from servizi.vocabulary import PartnerKind

TYPES: dict[str, str] = {
    PartnerKind.COMUNE: "GovernmentOffice",
    PartnerKind.POLICE: "PoliceStation",
    PartnerKind.HOSPITAL: "Hospital",
    PartnerKind.CONSULTORIO: "MedicalClinic",
    PartnerKind.ASSOCIATION: "NGO",
    PartnerKind.LEGAL_AID: "LegalService",
    PartnerKind.SCHOOL_OFFICE: "GovernmentOffice",
}
Json = dict[str, object]


class DescribedPartner(Protocol):
    """What is said of a partner (servizi.models.PartnerPage)."""

    title: Any
    kind: Any
    phone: Any
    email: Any
    languages: Any
    website: Any
    is_archive: Any

    @property
    def service_labels(self) -> Any: ...
    @property
    def street_address(self) -> Any: ...
    @property
    def served(self) -> Iterable[Any]: ...


def of_partner(page: DescribedPartner, url: str) -> Json:
    """Return a partner, how it answers and its place; nothing of a historical body, which answers no more."""
    if page.is_archive:
        return {}
    return {
        "@type": TYPES[page.kind],
        "name": page.title,
        "url": url,
        "knowsAbout": page.service_labels,
        "contactPoint": {
            "@type": "ContactPoint",
            "telephone": telephones.international(page.phone),
            "email": page.email,
            "availableLanguage": list(page.languages),
        },
        "address": page.street_address,
        "areaServed": [{"@type": "City", "name": comune.name} for comune in page.served],
        "sameAs": page.website,
    }
