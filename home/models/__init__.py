from .base import BasePage, PageClass
from .home_page import HomePage
from .site_settings import ExitDestination, SiteSettings

__all__ = ["BasePage", "ExitDestination", "HomePage", "PageClass", "SiteSettings"]
