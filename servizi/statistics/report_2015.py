"""What survives of the project report of July 2015 ("Qualche dato"); never compared with later years.

Of its charts (type of violence, complaint, who the abuser is) only the titles survive: nothing can be shown.
"""

from dataclasses import dataclass
from decimal import Decimal

from servizi.statistics.monthly_means import format_mean, monthly_mean


@dataclass(frozen=True)
class ArchiveRow:
    """A centre of the project, with the months it had been open and the women it took in charge."""

    place: str
    months: int
    taken_in_charge: int

    @property
    def mean(self) -> Decimal:
        return monthly_mean(self.taken_in_charge, self.months)

    @property
    def printed_mean(self) -> str:
        return format_mean(self.mean)


REPORT_2015 = (ArchiveRow("Cinisello Balsamo", 8, 32), ArchiveRow("Bresso", 13, 73))
LOST_CHARTS = ("Tipo di violenza", "Presenza di denuncia", "Chi è il maltrattante")
COMPLAINTS_AFTER_ACCESS = 17
"""Women of Cinisello Balsamo who decided to file a complaint after they came to the centre."""


def network_row() -> ArchiveRow:
    """Both centres together: all women over all months, never the mean of the means."""
    months = sum(row.months for row in REPORT_2015)
    return ArchiveRow("", months, sum(row.taken_in_charge for row in REPORT_2015))
