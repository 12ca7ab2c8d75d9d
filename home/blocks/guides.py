from typing import ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ListBlock, StructBlock


class GuideBlock(StructBlock):
    """Steps for one browser on one system."""

    browser = CharBlock(label=_("browser"), max_length=60, help_text=_("Per esempio: «Chrome su Android»."))
    private_window = ListBlock(
        CharBlock(label=_("passaggio"), max_length=160), label=_("aprire una finestra privata")
    )
    remove_entry = ListBlock(
        CharBlock(label=_("passaggio"), max_length=160), label=_("togliere una voce dalla cronologia")
    )

    class Meta:
        icon = "list-ol"
        label = _("browser")
        template = "blocks/guide.html"
        description = _("I passaggi per un browser: finestra privata e singola voce della cronologia.")
        preview_value: ClassVar[dict[str, object]] = {
            "browser": "Browser d’esempio",
            "private_window": [_("Tocca i tre puntini."), _("Tocca «Nuova scheda in incognito».")],
            "remove_entry": [_("Apri la cronologia."), _("Tocca la crocetta accanto alla voce.")],
        }
