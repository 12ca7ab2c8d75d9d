"""What the State-Regions agreement of 14 September 2022 asks of a centre, as far as a page can show it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from servizi.models import DeskPage

DAYS = 5


def missing_to_a_centre(desk: "DeskPage") -> list[str]:
    """Return, in words for the editor, what the desk lacks to be called an accredited centre.

    What the agreement asks for beyond hours and telephone, such as the staff, is on no page.
    """
    return list(_missing(desk))


def _missing(desk: "DeskPage") -> Iterator[str]:
    today = timezone.localdate()
    days = {slot.weekday for slot in desk.calendar.slots if slot.valid_on(today)}
    if len(days) < DAYS:
        yield _(
            "Un centro accreditato è aperto almeno cinque giorni alla settimana: qui sono %(days)s. Correggi "
            "gli orari, oppure scegli «Sportello di un centro antiviolenza»."
        ) % {"days": len(days)}
    if not any(row.value["always_on"] or row.value["every_day"] for row in desk.phones):
        yield _(
            "Un centro accreditato ha un telefono che risponde ogni giorno, anche di festa: se c’è, dillo "
            "nella riga del telefono."
        )
