"""A desk as a schema.org Place, for search engines."""

from datetime import date
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from home import json_ld
from servizi.desks.described import DescribedDesk
from servizi.directory import telephones
from servizi.hours import special_specification, weekly_specification


def place(desk: DescribedDesk, today: date) -> SafeString:
    """The JSON-LD of `desk`, safe to write into a script element; it names no person and no theme."""
    return json_ld.written(place_facts(desk, today))


def place_facts(desk: DescribedDesk, today: date) -> dict[str, Any]:
    """What a machine may repeat of a desk.

    Hours stand in it only while they are verified and mean a door that opens: a search engine repeats them
    without the page's warning, and has no word for "by appointment".
    """
    source = desk.source
    data: dict[str, Any] = {
        "@type": "Place",
        "name": desk.title,
        "url": desk.full_url,
        "isAccessibleForFree": True,
        "address": _address(source),
        "telephone": [telephones.international(phone["number"]) for phone in source.telephones],
    }
    if source.by_appointment:
        data["description"] = _("Si viene solo su appuntamento.")
    elif not source.is_stale(today):
        data["openingHoursSpecification"] = weekly_specification(desk.calendar, today)
        data["specialOpeningHoursSpecification"] = special_specification(desk.calendar, today)
    return data


def _address(desk: DescribedDesk) -> dict[str, str]:
    return {
        "@type": "PostalAddress",
        "streetAddress": desk.address,
        "addressLocality": desk.comune.name,
        "addressRegion": desk.comune.province,
        "addressCountry": "IT",
    }
