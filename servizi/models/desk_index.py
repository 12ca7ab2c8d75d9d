from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from home.models import BasePage, PageClass
from home.search.ranking import SearchRank
from servizi.desks.listing import listing
from servizi.desks.published import published_desks


class DeskIndexPage(BasePage):
    """All desks of the network and when they are open."""

    page_class = PageClass.HELP
    search_rank = SearchRank.DESKS
    template = "pages/desk_index_page.html"
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["servizi.DeskPage"]
    page_description = _("L’elenco degli sportelli, con gli orari di tutti insieme.")
    max_count_per_parent = 1
    address_choices = frozenset({"comune", "servizio", "lingua"})

    class Meta:
        verbose_name = _("elenco degli sportelli")
        verbose_name_plural = _("elenchi degli sportelli")

    @property
    def discreet_name(self) -> str:
        return str(_("Orari"))

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["listing"] = listing(published_desks(), request.GET, timezone.now())
        return context
