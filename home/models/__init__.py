from .base import BasePage, PageClass
from .home_page import HomePage
from .site_settings import ExitDestination, ExitLabel, SiteSettings

__all__ = ["BasePage", "ExitDestination", "ExitLabel", "HomePage", "PageClass", "SiteSettings"]
