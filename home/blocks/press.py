"""The press kit on a page: the network's facts, and one archive to take away."""

from typing import ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StructBlock

from home.blocks.media import FILES
from home.blocks.prose import HeadingBlock


class PressKitBlock(StructBlock):
    """Facts come from settings and desks, rules from the page's own text: the archive holds both."""

    heading = HeadingBlock(required=True)
    text = CharBlock(label=_("Testo"), required=False, max_length=240)

    class Meta:
        template = "blocks/press_kit.html"
        icon = "folder-open-inverse"
        group = FILES
        label = _("Cartella stampa")
        description = _(
            "I fatti della rete in una pagina, il marchio e questa pagina, in un file solo: si fa da sé. "
            "Solo nelle pagine pubbliche."
        )
        preview_value: ClassVar = {"heading": _("Cartella stampa"), "text": ""}
