"""Italian public holidays and the feast of each Comune's patron saint.

National ones come from the `holidays` library (law 260/1949 and its changes; 4 October again from 2026,
law 151/2025). Not the first Sunday of November: law 54/1977 moved the celebration of national unity there,
and law 27/2024, which made 4 November its day, gives neither the effects of a holiday. It closes no desk.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any, TypeAlias

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

Holidays: TypeAlias = Callable[[date], str | None]

LANGUAGE = "it_IT"
# The library names Italian holidays in Italian and in English only.
NAMES = (
    gettext_noop("Capodanno"),
    gettext_noop("Epifania"),
    gettext_noop("Pasqua"),
    gettext_noop("Lunedì dell’Angelo"),
    gettext_noop("Anniversario della Liberazione"),
    gettext_noop("Festa del Lavoro"),
    gettext_noop("Festa della Repubblica"),
    gettext_noop("Assunzione della Beata Vergine Maria"),
    gettext_noop("Festa nazionale di San Francesco d’Assisi, patrono d’Italia"),
    gettext_noop("Ognissanti"),
    gettext_noop("Immacolata Concezione"),
    gettext_noop("Natale"),
    gettext_noop("Santo Stefano"),
)
UNITY = "Giorno dell'unità nazionale"
# Where a province has several chief towns, or the library names several saints: whose feast is whose.
SAINTS = {
    "andria": "San Riccardo di Andria",
    "barletta": "San Ruggero",
    "cesena": "San Giovanni Battista",
    "forlì": "Madonna del Fuoco",
    "pesaro": "San Terenzio di Pesaro",
    "trani": "San Nicola Pellegrino",
    "urbino": "San Crescentino",
}


def _library() -> Any:
    """Late: four megabytes, and the worker asks for no day."""
    import holidays

    return holidays


@cache
def national(year: int) -> Mapping[date, str]:
    """Names of the public holidays of `year` in all Italy, by date."""
    found = _library().country_holidays("IT", years=year, language=LANGUAGE)
    names = {day: [name for name in told.split("; ") if name != UNITY] for day, told in found.items()}
    return {day: "; ".join(kept).replace("'", "’") for day, kept in names.items() if kept}


@cache
def capital_patron(province: str, year: int, town: str = "") -> Mapping[date, str]:
    """The patron saint's day of the chief town of `province` (such as "MI"); empty if the library knows none.

    It holds in the chief town alone: the other Comuni of the province keep their own saint. Of several saints
    only the one of `town` counts: a feast of the neighbours closes nothing here.
    """
    if province not in _library().country_holidays("IT").subdivisions:
        return {}
    here = _library().country_holidays("IT", subdiv=province, years=year, language=LANGUAGE)
    found = {day: name for day, name in here.items() if day not in national(year) and name != UNITY}
    if len(found) > 1 or town.casefold() in SAINTS:
        saint = SAINTS.get(town.casefold())
        return {day: name for day, name in found.items() if name == saint}
    return found


@dataclass(frozen=True, slots=True)
class YearlyDay:
    """The same day of every year. Raises ValueError if no year has it."""

    month: int
    day: int
    name: str

    def __post_init__(self) -> None:
        date(2000, self.month, self.day)

    @classmethod
    def parse(cls, text: str, name: str) -> "YearlyDay":
        """From "MM-DD". Raises ValueError for anything else."""
        month, _, day = text.partition("-")
        return cls(int(month), int(day), name)

    def falls_on(self, day: date) -> bool:
        return (day.month, day.day) == (self.month, self.day)


@dataclass(frozen=True)
class LocalHolidays:
    """Answers, for one Comune, with the name of the holiday on a date or with None.

    `capital_of` is the province code if the Comune is a chief town, `town` its name; `patron` wins over the
    library's.
    """

    patron: YearlyDay | None = None
    capital_of: str = ""
    extra: Mapping[date, str] = field(default_factory=dict)
    town: str = ""

    def __call__(self, day: date) -> str | None:
        name = national(day.year).get(day)
        return self.extra.get(day) or (_(name) if name else self._patron(day))

    def _patron(self, day: date) -> str | None:
        if self.patron:
            return self.patron.name if self.patron.falls_on(day) else None
        return capital_patron(self.capital_of, day.year, self.town).get(day) if self.capital_of else None


def no_holidays(day: date) -> str | None:
    """For a service that does not know holidays."""
    return None
