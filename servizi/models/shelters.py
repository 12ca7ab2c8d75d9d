"""Shelters, whose place is secret by law (State-Regions agreement of 14 September 2022)."""

import re
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, Panel

from home.publication.place_names import PLACE_WORDS
from home.text.normalize import seen
from servizi.models.comuni import Comune
from servizi.models.organizations import OrganizationPage, tabs
from servizi.vocabulary import SHELTER_LABEL

CONTACT = re.compile(r"@|(?:\d[ ./()-]*){6,}")
"""A mailbox, or six digits and more: a telephone. {{antiviolenza}} has none."""
OURS = {"internal_contact"}
"""What the staff alone reads may say how they reach one another."""


def says_where(text: str, comuni: list[str]) -> bool:
    """True when `text` holds something like an address, or the name of one of `comuni`."""
    text = seen(text)
    return bool(PLACE_WORDS.search(text)) or any(
        re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE) for name in comuni
    )


class ShelterPage(OrganizationPage):
    """A shelter: that it exists, what it offers, and that the desks lead to it. No place, and no contact.

    It stands directly below the index, because the section of a Comune would tell where it is.
    """

    template = "pages/shelter_page.html"

    content_panels: ClassVar[list[Panel]] = [
        HelpPanel(
            content=_(
                "Di una casa rifugio non si scrive mai dove si trova né come contattarla: ci si arriva da "
                "uno sportello. Un testo che somiglia a un indirizzo o a un telefono viene rifiutato."
            )
        ),
        *OrganizationPage.content_panels,
        FieldPanel("summary"),
        FieldPanel("description"),
    ]
    edit_handler = tabs(
        about=content_panels,
        offer=OrganizationPage.offer_panels,
        internal=OrganizationPage.internal_panels,
        settings=OrganizationPage.settings_panels,
    )
    parent_page_types: ClassVar[list[str]] = ["servizi.PartnerIndexPage"]
    page_description = _("Una casa rifugio: senza indirizzo, per tutta la rete.")

    class Meta:
        verbose_name = _("casa rifugio")
        verbose_name_plural = _("case rifugio")

    @property
    def discreet_name(self) -> str:
        return str(_("Rete"))

    @property
    def kind_label(self) -> str:
        return str(SHELTER_LABEL)

    def clean(self) -> None:
        super().clean()
        texts = [
            field.name
            for field in self._meta.get_fields()
            if isinstance(field, models.CharField | models.TextField)
            and field.model is ShelterPage
            and field.editable
        ]
        place = _("Qui sembra esserci un luogo. Toglilo: dove si trova una casa rifugio è segreto.")
        contact = _("Qui sembra esserci un contatto. Toglilo: il recapito di una casa rifugio è segreto.")
        comuni = list(Comune.objects.values_list("name", flat=True))
        found = {}
        for name in ("title", *texts):
            text = str(getattr(self, name))
            if says_where(text, comuni):
                found[name] = place
            elif name not in OURS and CONTACT.search(seen(text)):
                found[name] = contact
        if found:
            raise ValidationError(found)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context(request, *args, **kwargs), "index_address": "../"}
