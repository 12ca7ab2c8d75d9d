from servizi.models.comuni import Comune
from servizi.models.desk_index import DeskIndexPage
from servizi.models.desks import DeskKind, DeskPage
from servizi.models.doors import DoorPage
from servizi.models.figure_publications import FigurePublication
from servizi.models.figure_sheets import DeskOperators, FigureSheet
from servizi.models.figures_page import FiguresPage
from servizi.models.organizations import OrganizationPage
from servizi.models.partner_index import PartnerIndexPage, PartnerSectionPage
from servizi.models.partners import PartnerPage
from servizi.models.programmes import ProgrammeIndexPage, ProgrammePage
from servizi.models.shelters import ShelterPage
from servizi.models.verification import VerifiedMixin, stale_since

__all__ = [
    "Comune",
    "DeskIndexPage",
    "DeskKind",
    "DeskOperators",
    "DeskPage",
    "DoorPage",
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
