from .archive import ArchivePage
from .base import BasePage, PageClass
from .content import ContentPage
from .home_page import HomePage
from .information import HelpPage, InformationPage, PrivatePage, RightsPage
from .site_settings import ExitDestination, SiteSettings

__all__ = [
    "ArchivePage",
    "BasePage",
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
