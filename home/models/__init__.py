from .archive import ArchivePage
from .base import BasePage, PageClass
from .campaign_events import CampaignEvent
from .campaign_index import CampaignIndexPage
from .campaigns import CampaignPage
from .content import ContentPage
from .discreet import InterruptionPage, ProofPage, SafeBrowsingPage
from .home_page import HomePage
from .information import HelpPage, InformationPage, PrivatePage, Readers, RightsPage
from .material_files import MaterialAsset, MaterialFile
from .material_index import MaterialIndexPage
from .materials import MaterialPage
from .reserved import ReservedPhrase
from .review import ReviewTask
from .site_settings import ExitDestination, ExitLabel, SiteSettings

__all__ = [
    "ArchivePage",
    "BasePage",
    "CampaignEvent",
    "CampaignIndexPage",
    "CampaignPage",
    "ContentPage",
    "ExitDestination",
    "ExitLabel",
    "HelpPage",
    "HomePage",
    "InformationPage",
    "InterruptionPage",
    "MaterialAsset",
    "MaterialFile",
    "MaterialIndexPage",
    "MaterialPage",
    "PageClass",
    "PrivatePage",
    "ProofPage",
    "Readers",
    "ReservedPhrase",
    "ReviewTask",
    "RightsPage",
    "SafeBrowsingPage",
    "SiteSettings",
]
