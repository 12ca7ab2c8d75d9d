"""What the network offers in a place, as schema.org has it: only on pages with explicit titles."""

from collections.abc import Sequence
from datetime import date, time
from typing import Any

from servizi.desks.described import DescribedDesk
from servizi.desks.linked_data import place_facts
from servizi.directory import telephones
from servizi.hours import Calendar, WeeklySlot, weekly_specification

Json = dict[str, Any]
IN_SHORT = ("@type", "name", "url", "address")
ALWAYS = Calendar(tuple(WeeklySlot(time(0), time(0), day) for day in range(7)))


def service(name: str, desks: Sequence[DescribedDesk], owner: str, today: date) -> Json:
    """Return the service, who runs it, and each desk as a way to it: hours, telephones, languages.

    Of several desks the places are named: what else there is to say of each stands on its own page, and here
    they would be a twentieth of what a phone loads.
    """
    areas = {comune.name: None for desk in desks for comune in desk.source.comuni_served.all()}
    return {
        "@type": "GovernmentService",
        "name": name,
        "serviceType": sorted({str(desk.source.get_kind_display()) for desk in desks}),
        "provider": {"@type": "Organization", "name": owner or "Amaranta"},
        "areaServed": [{"@type": "City", "name": area} for area in sorted(areas)],
        "offers": {"@type": "Offer", "price": 0, "priceCurrency": "EUR"},
        "availableChannel": [_channel(desk, today, alone=len(desks) == 1) for desk in desks],
    }


def _channel(desk: DescribedDesk, today: date, *, alone: bool) -> Json:
    source, place = desk.source, place_facts(desk, today)
    return {
        "@type": "ServiceChannel",
        "name": desk.title,
        "serviceUrl": desk.full_url,
        "serviceLocation": place if alone else {name: place[name] for name in IN_SHORT if name in place},
        "servicePhone": [_phone(phone, desk, today) for phone in source.telephones],
        "availableLanguage": list(source.all_languages),
    }


def _phone(phone: Any, desk: DescribedDesk, today: date) -> Json:
    """Return a telephone with the hours in which somebody answers, so far as they are known and verified."""
    calendar = ALWAYS if phone["always_on"] else desk.calendar if phone["when_open"] else None
    known = calendar is not None and not desk.source.is_stale(today)
    return {
        "@type": "ContactPoint",
        "telephone": telephones.international(phone["number"]),
        "hoursAvailable": weekly_specification(calendar, today) if calendar and known else [],
    }
