from home.models.archive import ArchivePage
from home.models.base import BasePage, PageClass
from home.models.campaign_events import CampaignEvent
from home.models.campaign_index import CampaignIndexPage
from home.models.campaigns import CampaignPage
from home.models.content import ContentPage
from home.models.discreet import InterruptionPage, ProofPage, SafeBrowsingPage
from home.models.exit_choices import ExitDestination, ExitLabel
from home.models.faults import FaultCount, FaultKind, FaultPlace
from home.models.home_page import HomePage
from home.models.information import HelpPage, InformationPage, PrivatePage, Readers, RightsPage
from home.models.legal import LegalPage
from home.models.made_files import MadeFile
from home.models.material_files import MaterialAsset, MaterialFile
from home.models.material_index import MaterialIndexPage
from home.models.materials import MaterialPage
from home.models.news import NewsIndexPage, NewsKind, NewsPage
from home.models.news_events import NewsEvent
from home.models.reserved_phrase import ReservedPhrase
from home.models.review import ReviewTask
from home.models.site_language import SiteLanguage
from home.models.site_settings import SiteSettings

__all__ = [
    "ArchivePage",
    "BasePage",
    "CampaignEvent",
    "CampaignIndexPage",
    "CampaignPage",
    "ContentPage",
    "ExitDestination",
    "ExitLabel",
    "FaultCount",
    "FaultKind",
    "FaultPlace",
    "HelpPage",
    "HomePage",
    "InformationPage",
    "InterruptionPage",
    "LegalPage",
    "MadeFile",
    "MaterialAsset",
    "MaterialFile",
    "MaterialIndexPage",
    "MaterialPage",
    "NewsEvent",
    "NewsIndexPage",
    "NewsKind",
    "NewsPage",
    "PageClass",
    "PrivatePage",
    "ProofPage",
    "Readers",
    "ReservedPhrase",
    "ReviewTask",
    "RightsPage",
    "SafeBrowsingPage",
    "SiteLanguage",
    "SiteSettings",
]
