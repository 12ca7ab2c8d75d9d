"""In which order the site's own search shows what it finds: by whom a page is for."""

from dataclasses import dataclass
from enum import IntEnum

from django.utils.functional import Promise


class SearchRank(IntEnum):
    """Whom a page answers. Pages of the same ten are sorted by how well they fit the words."""

    DANGER = 10
    DESKS = 11
    WRITE = 12
    GUIDE = 13
    HERSELF = 14
    OTHERS = 20
    NETWORK = 30
    PUBLIC = 40
    WORKERS = 50
    SITE = 60
    SCHOOLS = 70
    PAST = 80
    # Shown to those alone who speak of their own violence.
    OWN_VIOLENCE = 90

    @property
    def tier(self) -> int:
        return self // 10


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a result stands, and what is said beside its title."""

    rank: SearchRank
    note: str | Promise = ""
