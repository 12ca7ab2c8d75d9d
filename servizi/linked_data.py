"""A desk as a schema.org Place, for search engines."""

import json
from datetime import date
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from servizi.hours import special_specification, weekly_specification
from servizi.models import DeskPage

# HTML would end the script at these, wherever they stand in a JSON string.
ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def place(desk: DeskPage, today: date) -> SafeString:
    """The JSON-LD of `desk`, safe to write into a script element; it names no person and no theme."""
    source = desk.source
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Place",
        "name": desk.title,
        "url": desk.full_url,
        "isAccessibleForFree": True,
        "address": _address(source),
        "telephone": [phone["number"] for phone in source.telephones],
        "openingHoursSpecification": weekly_specification(desk.calendar, today),
        "specialOpeningHoursSpecification": special_specification(desk.calendar, today),
    }
    told = {name: value for name, value in data.items() if value}
    return mark_safe(json.dumps(told, ensure_ascii=False).translate(ESCAPES))  # noqa: S308


def _address(desk: DeskPage) -> dict[str, str]:
    address = {
        "@type": "PostalAddress",
        "streetAddress": desk.address,
        "addressLocality": desk.comune.name,
        "addressRegion": desk.comune.province,
        "addressCountry": "IT",
    }
    return {name: value for name, value in address.items() if value}
