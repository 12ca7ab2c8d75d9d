from .archive import ArchivePage
from .base import BasePage, PageClass
from .campaign_events import CampaignEvent
from .campaigns import CampaignIndexPage, CampaignPage
from .content import ContentPage
from .discreet import InterruptionPage, ProofPage, SafeBrowsingPage
from .home_page import HomePage
from .information import HelpPage, InformationPage, PrivatePage, Readers, RightsPage
from .reserved import ReservedPhrase
from .review import ReviewTask
from .schools import MaterialAsset, MaterialFile, MaterialIndexPage, MaterialPage
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
