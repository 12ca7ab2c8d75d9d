"""Blocks that lead on: the contact box and the doors of the home page."""

from typing import ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    BooleanBlock,
    CharBlock,
    PageChooserBlock,
    StructBlock,
    StructValue,
)

from home.blocks.text import HeadingBlock

CONTACT = _("Contatti")


class ContactBoxBlock(StructBlock):
    """Emergency numbers, open desks and the way to write; its facts come from settings and desks."""

    heading = HeadingBlock(required=True)
    text = CharBlock(label=_("Testo"), required=False, max_length=240)
    emergency = BooleanBlock(label=_("Mostra i numeri di emergenza"), required=False, default=True)
    desks = BooleanBlock(label=_("Mostra chi è aperto adesso"), required=False, default=True)
    write = BooleanBlock(label=_("Mostra il pulsante per scrivere"), required=False, default=True)

    class Meta:
        template = "blocks/contact_box.html"
        icon = "mail"
        group = CONTACT
        label = _("Contatti")
        description = _("Numeri, sportelli aperti e pulsante per scrivere: si aggiornano da soli.")
        preview_value: ClassVar = {
            "heading": _("Parla con qualcuno"),
            "text": _("È gratuito. Decidi tu che cosa dire."),
            "emergency": True,
            "desks": False,
            "write": False,
        }


class DoorValue(StructValue):
    @property
    def is_open(self) -> bool:
        """True when the page behind the door exists and is published."""
        return bool(self["page"] and self["page"].live)


class DoorBlock(StructBlock):
    """A question or a name, and the page that answers it."""

    title = CharBlock(label=_("Titolo"), max_length=60, help_text=_("Per esempio: «Per me»."))
    text = CharBlock(
        label=_("Spiegazione"), required=False, max_length=120, help_text=_("Poche parole sotto il titolo.")
    )
    page = PageChooserBlock(label=_("Pagina"))

    class Meta:
        template = "blocks/door.html"
        preview_template = "blocks/previews/door.html"
        icon = "link"
        group = CONTACT
        label = _("Porta")
        description = _("Un riquadro che porta a una pagina del sito.")
        value_class = DoorValue
