"""What a partner's page tells search engines, in the words of schema.org."""

import json
from typing import TYPE_CHECKING

from django.utils.safestring import SafeString, mark_safe

from servizi.vocabulary import PartnerKind

if TYPE_CHECKING:
    from servizi.models import OrganizationPage, PartnerPage

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


def of_organization(page: "OrganizationPage", url: str) -> Json:
    """Return what may be said of any body: how it answers, not where it is."""
    contact = {
        "@type": "ContactPoint",
        "telephone": page.phone,
        "email": page.email,
        "availableLanguage": list(page.languages),
    }
    return filled(
        {
            "@context": "https://schema.org",
            "@type": "NGO",
            "name": page.title,
            "url": url,
            "knowsAbout": page.service_labels,
            "contactPoint": contact if page.phone or page.email else None,
        }
    )


def of_partner(page: "PartnerPage", url: str) -> Json:
    """Return a partner with its place; nothing of a historical body, which answers no more."""
    if page.is_archive:
        return {}
    place: Json = {
        "@type": TYPES[page.kind],
        "address": page.street_address,
        "areaServed": [{"@type": "City", "name": comune.name} for comune in page.served],
        "sameAs": page.website,
    }
    return of_organization(page, url) | filled(place)


def filled(data: Json) -> Json:
    return {key: filled(value) if isinstance(value, dict) else value for key, value in data.items() if value}


def script(data: Json) -> SafeString:
    """Return `data` as a JSON-LD element: a data block, which no content security policy has to allow."""
    if not data:
        return SafeString("")
    text = json.dumps(data, ensure_ascii=False)
    for char in "<>&":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308
