"""Programmes for perpetrators (CUAV), apart from everything made for women.

The agreement of 14 September 2022 wants them in separate and distant places, with other operators: they
have their own list, and no page of the directory can hold one.
"""

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, Panel

from home.models import BasePage, PageClass
from home.text.letters import by_name
from servizi.models.organizations import AnsweringPage, LocatedPage, OrganizationPage, tabs


class ProgrammeIndexPage(BasePage):
    """For those who use violence and want to stop."""

    page_class = PageClass.HELP
    in_search = False
    template = "pages/programme_index_page.html"

    lead = models.CharField(
        _("introduzione"),
        max_length=240,
        help_text=_("Per esempio: «Chi usa violenza può smettere. Qui c’è chi aiuta a farlo.»"),
    )

    content_panels: ClassVar[list[Panel]] = [*BasePage.content_panels, FieldPanel("lead")]
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["servizi.ProgrammePage"]
    max_count_per_parent = 1
    page_description = _("I programmi per uomini che usano violenza, separati dagli altri servizi.")

    class Meta:
        verbose_name = _("elenco dei programmi per chi usa violenza")

    @property
    def discreet_name(self) -> str:
        return str(_("Percorsi"))

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        programmes = ProgrammePage.objects.live().in_language(self.locale_id).prefetch_related("comuni")
        return {**context, "programmes": sorted(programmes, key=lambda each: by_name(each.title))}


class ProgrammePage(AnsweringPage, LocatedPage, OrganizationPage):
    """One programme for perpetrators."""

    template = "pages/programme_page.html"
    in_search = False

    content_panels: ClassVar[list[Panel]] = [
        *OrganizationPage.content_panels,
        FieldPanel("summary"),
        FieldPanel("description"),
    ]
    edit_handler = tabs(
        about=content_panels,
        contact=[
            *AnsweringPage.contact_panels,
            FieldPanel("website"),
            *LocatedPage.place_panels,
            FieldPanel("languages"),
        ],
        internal=OrganizationPage.internal_panels,
        settings=OrganizationPage.settings_panels,
    )
    parent_page_types: ClassVar[list[str]] = ["servizi.ProgrammeIndexPage"]
    page_description = _("Un centro per uomini autori di violenza (CUAV).")

    class Meta:
        verbose_name = _("programma per chi usa violenza")
        verbose_name_plural = _("programmi per chi usa violenza")

    @property
    def discreet_name(self) -> str:
        return str(_("Percorsi"))

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context(request, *args, **kwargs), "index_address": "../"}
