"""Private pages about the visit itself: before it goes on, how to make it safer, what it left with us."""

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, Panel
from wagtail.blocks import CharBlock
from wagtail.fields import RichTextField
from wagtail.models import Page, get_page_models

from home.blocks import ContentField, GuideBlock
from home.models.base import BasePage, PageClass
from home.search.ranking import SearchRank

RICH = ["h2", "h3", "bold", "ol", "ul", "link"]

SENT = {
    # Translators: read by visitors.
    "Host": _("il nome di questo sito"),
    # Translators: read by visitors.
    "User-Agent": _("quale browser e quale sistema usi"),
    # Translators: read by visitors.
    "Accept-Language": _("le lingue che preferisci"),
    # Translators: read by visitors.
    "Accept": _("i tipi di file che il browser sa leggere"),
    # Translators: read by visitors.
    "Accept-Encoding": _("come il browser sa comprimere i dati"),
}
"""Headers that browsers send everywhere (RFC 9110, 10.1 and 12.5), in words; the others are shown by name."""


def private_models() -> list[type[BasePage]]:
    """Return the page models of the private class."""
    return [
        model
        for model in get_page_models()
        if issubclass(model, BasePage) and model.page_class is PageClass.PRIVATE
    ]


class VisitPage(BasePage):
    """What the pages about the visit have in common."""

    page_class = PageClass.PRIVATE
    search_rank = SearchRank.SITE
    headline = models.CharField(_("titolo grande"), max_length=80)

    content_panels: ClassVar[list[Panel]] = [*BasePage.content_panels, FieldPanel("headline")]
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[type[Page]]] = []
    max_count_per_parent = 1

    class Meta:
        abstract = True


class InterruptionPage(VisitPage):
    """Stands before the first private page of a visit; its address is the one all of them are read under.

    Whether the exit erases the history is answered by the template: no editor can lose that sentence.
    """

    template = "pages/interruption_page.html"
    sentences = ContentField(
        [("sentence", CharBlock(label=_("frase"), max_length=180, icon="pilcrow"))],
        verbose_name=_("frasi"),
        block_counts={"sentence": {"min_num": 1, "max_num": 6}},
        help_text=_("Frasi brevi: cosa fa l’uscita, come usare un altro telefono, come tornare indietro."),
    )

    content_panels: ClassVar[list[Panel]] = [*VisitPage.content_panels, FieldPanel("sentences")]
    page_description = _("Si legge una volta, prima della prima pagina riservata della visita.")

    class Meta:
        verbose_name = _("pagina prima di continuare")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        pages = self.get_parent().get_descendants().not_page(self).live().type(*private_models())
        context["onward"] = pages
        return context


class SafeBrowsingPage(VisitPage):
    """How to leave fewer traces, browser by browser, and what no page can do."""

    template = "pages/safe_browsing_page.html"
    intro = RichTextField(_("introduzione"), features=RICH)
    guides = ContentField(
        [("guide", GuideBlock())],
        verbose_name=_("browser"),
        help_text=_("Una voce per ogni browser e sistema. Provate i passaggi su un telefono vero."),
    )
    verified_on = models.DateField(
        _("passaggi provati il"), help_text=_("I browser cambiano: riprovate ogni sei mesi.")
    )

    content_panels: ClassVar[list[Panel]] = [
        *VisitPage.content_panels,
        FieldPanel("intro"),
        FieldPanel("guides"),
        FieldPanel("verified_on"),
    ]
    page_description = _("I passaggi per lasciare meno tracce, per ogni browser.")

    class Meta:
        verbose_name = _("navigare con più sicurezza")


class ProofPage(VisitPage):
    """What this site knows about whoever reads it: counted in the browser, live, in plain words.

    The words are the template's: they describe what the program does, which no editor can change.
    """

    template = "pages/proof_page.html"
    same_for_all = False
    intro = RichTextField(_("introduzione"), features=["bold", "link"])

    content_panels: ClassVar[list[Panel]] = [*VisitPage.content_panels, FieldPanel("intro")]
    page_description = _("Mostra dal vivo cosa resta nel browser e cosa sa il server.")

    class Meta:
        verbose_name = _("cosa sa di te questo sito")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        # Not the two that a server adds to a request without a body (PEP 3333).
        names = sorted({*request.headers} - {"Content-Length", "Content-Type"})
        context["sent"] = [(name, SENT[name]) for name in names if name in SENT]
        context["technical"] = [name for name in names if name not in SENT]
        context["cookies"] = len(request.COOKIES)
        return context
