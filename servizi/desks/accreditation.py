"""What the State-Regions agreement of 14 September 2022 asks of a centre, as far as a page can show it."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from servizi.hours import Calendar

DAYS = 5


def missing_to_a_centre(calendar: Calendar, phones: Iterable[Any]) -> list[str]:
    """Return, in words for the editor, what a desk lacks to be called an accredited centre.

    `phones`: the rows of its telephones.

    What the agreement asks for beyond hours and telephone, such as the staff, is on no page.
    """
    return list(_missing(calendar, phones))


def _missing(calendar: Calendar, phones: Iterable[Any]) -> Iterator[str]:
    today = timezone.localdate()
    days = {slot.weekday for slot in calendar.slots if slot.valid_on(today)}
    if len(days) < DAYS:
        yield _(
            "Un centro accreditato è aperto almeno cinque giorni alla settimana: qui sono %(days)s. Correggi "
            "gli orari, oppure scegli «Sportello di un centro antiviolenza»."
        ) % {"days": len(days)}
    if not any(row.value["always_on"] or row.value["every_day"] for row in phones):
        yield _(
            "Un centro accreditato ha un telefono che risponde ogni giorno, anche di festa: se c’è, dillo "
            "nella riga del telefono."
        )
