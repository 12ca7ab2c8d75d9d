"""The contact box: numbers, open desks, and the way to write."""

from typing import ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import BooleanBlock, CharBlock, StructBlock

from home.blocks.prose import HeadingBlock

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
