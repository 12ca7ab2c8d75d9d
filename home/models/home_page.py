from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, Panel
from wagtail.models import Site

from home.blocks import ContentField, DoorBlocks
from home.kept_lookups import looked_up
from home.models.base import BasePage, PageClass
from home.models.campaigns import CampaignPage
from home.search.ranking import SearchRank


class HomePage(BasePage):
    """First screen: am I in danger, who is open, how do I write."""

    page_class = PageClass.HELP
    search_rank = SearchRank.HERSELF
    template = "pages/home_page.html"

    headline = models.CharField(
        _("titolo grande"),
        max_length=80,
        help_text=_("La prima frase che si legge. Per esempio: «Non sei sola.»"),
    )
    lead = models.CharField(
        _("introduzione"),
        max_length=240,
        help_text=_("Una o due frasi semplici: chi siamo, e che il servizio è gratuito e riservato."),
    )
    doors = ContentField(
        DoorBlocks(),
        verbose_name=_("porte"),
        blank=True,
        help_text=_("I riquadri sotto la prima schermata: ognuno porta a una pagina."),
    )
    featured = ContentField(
        DoorBlocks(),
        verbose_name=_("in evidenza"),
        blank=True,
        max_num=1,
        help_text=_("La campagna o la notizia del momento. Vuoto: la campagna in corso, se c’è."),
    )

    content_panels: ClassVar[list[Panel]] = [
        *BasePage.content_panels,
        FieldPanel("headline"),
        FieldPanel("lead"),
        FieldPanel("doors"),
        FieldPanel("featured"),
    ]
    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    page_description = _("La pagina iniziale del sito.")

    class Meta:
        verbose_name = _("pagina iniziale")
        verbose_name_plural = _("pagine iniziali")

    @property
    def search_words(self) -> list[str]:
        return [*super().search_words, self.headline, self.lead]

    def route(self, request: HttpRequest, path_components: list[str]) -> Any:
        if not path_components and (found := self._below([self.url_path], request)) is not None:
            _page, self.loaded = found
        return super().route(request, path_components)

    @classmethod
    def of_request(cls, request: HttpRequest) -> "HomePage | None":
        """Return the home page of the active language with its translations and its menu, in one query.

        Of itself it has its key and its locale: it is for what is no page and shows a menu all the same.
        None where the language has no published home page.
        """
        site = Site.find_for_request(request)
        for root in Site.get_site_root_paths():
            if site and root.site_id == site.pk and root.language_code == get_language():
                home = cls(url_path=root.root_path)
                if (found := home._below([root.root_path], request)) is not None:
                    page, home.loaded = found
                    home.pk, home.locale = page.pk, page.locale
                    return home
        return None

    def campaign(self) -> CampaignPage | None:
        """Return the campaign that runs today in the page's language; of several, the one that ends first."""
        today = timezone.localdate()
        running = CampaignPage.objects.on(today).filter(locale_id=self.locale_id)
        found = looked_up(("campaign", self.locale_id, today), lambda: list(running[:1]))
        return next(iter(found), None)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["doors"] = [door.value for door in self.doors if door.value.is_open]
        context["featured"] = [door.value for door in self.featured if door.value.is_open]
        context["campaign"] = None if context["featured"] else self.campaign()
        return context
