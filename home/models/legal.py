"""Legal notes: the one page whose licence stands in words that a law's guidelines prescribe."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, Panel

from home.models.base import PageClass
from home.models.information import HelpContent
from home.search.ranking import SearchRank


class LegalPage(HelpContent):
    """Linked from the foot of every page, so as discreet as they are."""

    page_class = PageClass.HELP
    search_rank = SearchRank.SITE
    template = "pages/legal_page.html"
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = []
    max_count_per_parent = 1
    page_description = _("Le note legali, con la licenza dei contenuti nelle parole di AgID.")

    is_open = models.BooleanField(
        _("contenuti con licenza CC BY 4.0"),
        default=True,
        help_text=_(
            "La pagina comincia con la frase che le linee guida chiedono alle pubbliche amministrazioni. "
            "Toglila se i contenuti non sono vostri."
        ),
    )

    content_panels: ClassVar[list[Panel]] = [*HelpContent.content_panels, FieldPanel("is_open")]

    class Meta:
        verbose_name = _("note legali")
        verbose_name_plural = _("note legali")
