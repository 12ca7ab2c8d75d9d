from .archive import ArchivePage
from .base import BasePage, PageClass
from .campaign_events import CampaignEvent
from .campaigns import CampaignIndexPage, CampaignPage
from .content import ContentPage
from .home_page import HomePage
from .information import HelpPage, InformationPage, PrivatePage, RightsPage
from .site_settings import ExitDestination, SiteSettings

__all__ = [
    "ArchivePage",
    "BasePage",
    "CampaignEvent",
    "CampaignIndexPage",
    "CampaignPage",
    "ContentPage",
    "ExitDestination",
    "HelpPage",
    "HomePage",
    "InformationPage",
    "PageClass",
    "PrivatePage",
    "RightsPage",
    "SiteSettings",
]
