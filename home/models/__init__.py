from .archive import ArchivePage
from .base import BasePage, PageClass
from .content import ContentPage
from .discreet import InterruptionPage, ProofPage, SafeBrowsingPage
from .home_page import HomePage
from .information import HelpPage, InformationPage, PrivatePage, RightsPage
from .reserved import ReservedPhrase
from .site_settings import ExitDestination, ExitLabel, SiteSettings

__all__ = [
    "ArchivePage",
    "BasePage",
    "ContentPage",
    "ExitDestination",
    "ExitLabel",
    "HelpPage",
    "HomePage",
    "InformationPage",
    "InterruptionPage",
    "PageClass",
    "PrivatePage",
    "ProofPage",
    "ReservedPhrase",
    "RightsPage",
    "SafeBrowsingPage",
    "SiteSettings",
]
