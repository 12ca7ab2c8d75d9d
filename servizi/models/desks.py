from typing import ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from home.models import BasePage, PageClass


class DeskIndexPage(BasePage):
    """All desks of the network and when they are open."""

    page_class = PageClass.HELP
    template = "pages/desk_index_page.html"
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["servizi.DeskPage"]
    max_count = 1

    class Meta:
        verbose_name = _("elenco degli sportelli")


class DeskPage(BasePage):
    """One place where a woman is listened to."""

    page_class = PageClass.HELP
    template = "pages/desk_page.html"
    parent_page_types: ClassVar[list[str]] = ["servizi.DeskIndexPage"]
    subpage_types: ClassVar[list[type[Page]]] = []

    class Meta:
        verbose_name = _("sportello")
        verbose_name_plural = _("sportelli")
