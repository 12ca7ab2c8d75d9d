"""Campaigns: what the network says in public, for a time, and hands out on paper."""

import datetime as dt
from itertools import chain
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.forms import Textarea
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, Panel
from wagtail.blocks import StreamValue
from wagtail.contrib.routable_page.models import path
from wagtail.models import PageManager
from wagtail.query import PageQuerySet

from home.blocks import ContentField, MaterialBlocks, PartnerBlocks
from home.discreet.revealing_words import revealing_word_on_a_card
from home.forms import CampaignForm
from home.kit.drawings import DRAWINGS, fits
from home.models.base import BasePage, PageClass
from home.models.campaign_kit import KitPage
from home.models.events_on_page import EventsOnPage


class CampaignQuerySet(PageQuerySet):
    def on(self, day: dt.date) -> "CampaignQuerySet":
        """Return the published campaigns that run on a day, the one that ends first before the others."""
        running = self.live().filter(starts_on__lte=day, ends_on__gte=day)
        return running.order_by("ends_on", "starts_on")  # type: ignore[no-any-return]


class CampaignPage(EventsOnPage, KitPage):
    """A campaign: its words, its time, its meetings, its partners, and what it prints."""

    page_class = PageClass.PUBLIC
    base_form_class = CampaignForm
    editors_may_withdraw = True
    facts: ClassVar[frozenset[str]] = frozenset({"events/public_id"})
    template = "pages/campaign_page.html"
    parent_page_types: ClassVar[list[str]] = ["home.CampaignIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    page_description = _("Una campagna, con appuntamenti, locandine e cartoncini da stampare.")

    starts_on = models.DateField(_("dal"))
    ends_on = models.DateField(_("al"), help_text=_("Compreso. Dopo, la campagna resta tra quelle passate."))
    partners = ContentField(PartnerBlocks(), verbose_name=_("chi partecipa"), blank=True)
    materials = ContentField(MaterialBlocks(), verbose_name=_("materiali collegati"), blank=True)

    objects: ClassVar[Any] = PageManager.from_queryset(CampaignQuerySet)()

    content_panels: ClassVar[list[Panel]] = [
        *BasePage.content_panels,
        FieldPanel("slogan", widget=Textarea(attrs={"rows": 2})),
        FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")], heading=_("Periodo")),
        FieldPanel(
            "search_description",
            heading=_("Introduzione"),
            help_text=_("Una o due frasi semplici, sotto lo slogan e nelle ricerche."),
        ),
        FieldPanel("body", help_text=_("La storia della campagna. Tocca + per aggiungere testi e immagini.")),
        InlinePanel("events", heading=_("Appuntamenti"), label=_("Appuntamento")),
        FieldPanel("partners", help_text=_("Tocca + per scegliere chi ha una pagina qui, o scrivi il nome.")),
        FieldPanel("materials", help_text=_("Tocca + per aggiungere pagine del sito o file, se ce ne sono.")),
        MultiFieldPanel(
            [
                FieldPanel("drawing"),
                FieldPanel("poster_text"),
                FieldPanel("plain_line"),
                FieldPanel("card_outside"),
            ],
            heading=_("Locandine e cartoncini"),
            help_text=_(
                "Si fanno da soli, per ogni sportello. Per guardarli apri l’anteprima, il telefonino in alto "
                "a destra, e in fondo scegli quale."
            ),
        ),
    ]

    class Meta:
        verbose_name = _("campagna")
        verbose_name_plural = _("campagne")

    @property
    def slogan_line(self) -> str:
        """Return the slogan on one line."""
        return " ".join(self.slogan.split())

    @property
    def search_words(self) -> list[str]:
        return [*super().search_words, self.slogan_line, self.poster_text, self.plain_line]

    @property
    def share_image(self) -> str:
        """Return the address of the picture that goes with the page where it is shared."""
        return f"{self.full_url}kit/0/striscione/"

    def linked_ids(self) -> set[str]:
        rows = chain(self.partners.raw_data, self.materials.raw_data)
        return super().linked_ids() | {str(row["value"]) for row in rows if row["type"] == "page"}

    def shown(self, stream: StreamValue) -> list[dict[str, Any]]:
        """Return the rows of a list of partners or materials that a visitor may see, pages as pages."""
        pages = {page.pk: page for page in self.relatives}
        rows = [
            {"page": pages.get(row["value"])} if row["type"] == "page" else {row["type"]: stream[place].value}
            for place, row in enumerate(stream.raw_data)
        ]
        return [row for row in rows if any(row.values())]

    @property
    def shown_partners(self) -> list[dict[str, Any]]:
        return self.shown(self.partners)

    @property
    def shown_materials(self) -> list[dict[str, Any]]:
        return self.shown(self.materials)

    def runs_on(self, day: dt.date) -> bool:
        return self.starts_on <= day <= self.ends_on

    def clean(self) -> None:
        super().clean()
        errors = {}
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            errors["ends_on"] = _("Finisce prima di cominciare.")
        if revealing_word_on_a_card(self.card_outside, self.written_in):
            errors["card_outside"] = _("Chi vede il cartoncino capirebbe di che cosa si tratta.")
        if self.drawing in DRAWINGS and not fits(self.slogan, DRAWINGS[self.drawing], self.plain_line):
            errors["slogan"] = _("Non ci sta accanto al disegno: accorcia la frase o la parola più lunga.")
        if errors:
            raise ValidationError(errors)

    def structured_data(self, request: HttpRequest) -> dict[str, Any]:
        return {
            **super().structured_data(request),
            "alternativeHeadline": self.slogan_line,
            "mentions": self.public_events_data(),
        }

    @path("")
    def index_route(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.apply_class(super().index_route(request, *args, **kwargs))
