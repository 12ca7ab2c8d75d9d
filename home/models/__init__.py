from .base import BasePage, PageClass
from .discreet import InterruptionPage, ProofPage, SafeBrowsingPage
from .home_page import HomePage
from .site_settings import ExitDestination, ExitLabel, SiteSettings

__all__ = [
    "BasePage",
    "ExitDestination",
    "ExitLabel",
    "HomePage",
    "InterruptionPage",
    "PageClass",
    "ProofPage",
    "SafeBrowsingPage",
    "SiteSettings",
]
