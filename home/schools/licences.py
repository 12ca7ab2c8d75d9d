"""The licences under which a material may be given away."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

TEXTS = Path(__file__).with_name("licence_texts")


@dataclass(frozen=True)
class Licence:
    """A licence by its SPDX identifier, with its short name, its page for people and what it allows."""

    code: str
    name: str
    address: str
    allows: str | Promise

    @cached_property
    def text(self) -> str:
        """Return the full legal text, in English; its Italian translation is at `address`."""
        return (TEXTS / f"{self.code}.txt").read_text()


LICENCES = {
    licence.code: licence
    for licence in (
        Licence(
            "CC-BY-4.0",
            "CC BY 4.0",
            "https://creativecommons.org/licenses/by/4.0/deed.it",
            _("Puoi copiarlo, cambiarlo e darlo ad altri, anche fuori dalla scuola: basta dire di chi è."),
        ),
        Licence(
            "CC-BY-SA-4.0",
            "CC BY-SA 4.0",
            "https://creativecommons.org/licenses/by-sa/4.0/deed.it",
            _("Puoi copiarlo e cambiarlo dicendo di chi è; quello che ne fai resta libero allo stesso modo."),
        ),
        Licence(
            "CC0-1.0",
            "CC0 1.0",
            "https://creativecommons.org/publicdomain/zero/1.0/deed.it",
            _("Puoi farne quello che vuoi, senza chiedere e senza citare."),
        ),
    )
}
DEFAULT = "CC-BY-4.0"
CHOICES = [(licence.code, licence.name) for licence in LICENCES.values()]
