from .comuni import Comune
from .desk_index import DeskIndexPage
from .desks import DeskKind, DeskPage
from .figure_publications import FigurePublication
from .figure_sheets import DeskOperators, FigureSheet
from .figures_page import FiguresPage
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
    "DeskOperators",
    "DeskPage",
    "FigurePublication",
    "FigureSheet",
    "FiguresPage",
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
