"""A table made of plain texts, so that every cell can be translated and read aloud."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.blocks import CharBlock, ListBlock, StructBlock, StructBlockValidationError
from wagtail.blocks.list_block import ListBlockValidationError

from home.blocks.prose import TEXT


class TableBlock(StructBlock):
    """Rows under named columns; the first cell of each row names the row."""

    caption = CharBlock(
        label=gettext_lazy("Titolo della tabella"),
        max_length=160,
        help_text=gettext_lazy("Dice che cosa contiene. Per esempio: «A chi rivolgersi, e per che cosa»."),
    )
    columns = ListBlock(
        CharBlock(max_length=60, label=gettext_lazy("Colonna")),
        label=gettext_lazy("Colonne"),
        default=["", ""],
        min_num=2,
        max_num=5,
    )
    rows = ListBlock(
        ListBlock(
            CharBlock(max_length=300, required=False, label=gettext_lazy("Cella")),
            label=gettext_lazy("Riga"),
        ),
        label=gettext_lazy("Righe"),
        default=[["", ""]],
        min_num=1,
        help_text=gettext_lazy("Una cella per ogni colonna. La prima cella dà il nome alla riga."),
    )

    class Meta:
        template = "blocks/table.html"
        icon = "table"
        group = TEXT
        label = gettext_lazy("Tabella")
        description = gettext_lazy("Righe e colonne di testo, leggibili anche ad alta voce.")
        preview_value: ClassVar = {
            "caption": gettext_lazy("A chi rivolgersi"),
            "columns": [gettext_lazy("Che cosa serve"), gettext_lazy("A chi")],
            "rows": [
                [gettext_lazy("Parlare"), gettext_lazy("Uno sportello")],
                [gettext_lazy("Un medico"), gettext_lazy("Il pronto soccorso")],
            ],
        }

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        width = len(cleaned["columns"])
        uneven = {
            position: ValidationError(
                _("Questa riga ha %(cells)d celle, ma le colonne sono %(columns)d.")
                % {"cells": len(row), "columns": width}
            )
            for position, row in enumerate(cleaned["rows"])
            if len(row) != width
        }
        if uneven:
            rows = ListBlockValidationError(block_errors=uneven)
            raise StructBlockValidationError(block_errors={"rows": rows})
        return cleaned
