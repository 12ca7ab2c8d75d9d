from .comuni import Comune
from .desks import DeskIndexPage, DeskKind, DeskPage
from .organizations import OrganizationPage
from .partner_index import PartnerIndexPage, PartnerSectionPage
from .partners import PartnerPage
from .programmes import ProgrammeIndexPage, ProgrammePage
from .shelters import ShelterPage
from .verification import VerifiedMixin, stale_since

__all__ = [
    "Comune",
    "DeskIndexPage",
    "DeskKind",
    "DeskPage",
    "OrganizationPage",
    "PartnerIndexPage",
    "PartnerPage",
    "PartnerSectionPage",
    "ProgrammeIndexPage",
    "ProgrammePage",
    "ShelterPage",
    "VerifiedMixin",
    "stale_since",
]
