from .comuni import Comune
from .desks import DeskIndexPage, DeskPage
from .organizations import OrganizationPage
from .partner_index import PartnerIndexPage, PartnerSectionPage
from .partners import PartnerPage
from .programmes import ProgrammeIndexPage, ProgrammePage
from .shelters import ShelterPage
from .verification import VerifiedMixin

__all__ = [
    "Comune",
    "DeskIndexPage",
    "DeskPage",
    "OrganizationPage",
    "PartnerIndexPage",
    "PartnerPage",
    "PartnerSectionPage",
    "ProgrammeIndexPage",
    "ProgrammePage",
    "ShelterPage",
    "VerifiedMixin",
]
