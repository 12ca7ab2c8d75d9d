"""How the admin lays out the fields of a desk."""

from typing import Any

from django.forms import CheckboxSelectMultiple, Select
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    MultiFieldPanel,
    ObjectList,
    Panel,
    TabbedInterface,
)
from wagtail.models import Locale

from home.models import BasePage


class TranslationNote(HelpPanel):
    """Shown on translations only: their facts are those of the page in the main language."""

    class BoundPanel(HelpPanel.BoundPanel):
        def is_shown(self) -> bool:
            shown: bool = super().is_shown()
            locale_id = getattr(self.instance, "locale_id", None)
            return shown and locale_id not in {None, Locale.get_default().pk}


class FactPanel(FieldPanel):
    """A value that the form shows and never changes."""

    def __init__(self, field_name: str, **kwargs: Any) -> None:
        super().__init__(field_name, **{**kwargs, "read_only": True})

    def format_value_for_display(self, value: Any) -> str:
        return str(super().format_value_for_display(value)) if value else "—"


def desk_edit_handler() -> TabbedInterface:
    return TabbedInterface(
        [
            ObjectList(_who_and_where(), heading=_("Chi e dove")),
            ObjectList(_when(), heading=_("Orari e telefoni")),
            ObjectList(_what(), heading=_("Che cosa offre")),
            ObjectList(BasePage.promote_panels, heading=_("Indirizzo della pagina")),
        ]
    )


def _who_and_where() -> list[Panel | str]:
    return [
        *BasePage.content_panels,
        FieldPanel("kind"),
        FieldPanel("intro"),
        FieldRowPanel([FieldPanel("comune", widget=Select), FieldPanel("address")]),
        MultiFieldPanel(
            [FieldPanel("door"), FieldPanel("transport"), FieldPanel("steps")],
            heading=_("Per chi viene di persona"),
        ),
        FieldPanel("comuni_served", widget=CheckboxSelectMultiple),
    ]


def _when() -> list[Panel]:
    return [
        TranslationNote(
            content=_(
                "Questa pagina è una traduzione: gli orari e i telefoni sono quelli della pagina italiana, "
                "cambiali là. Qui traduci soltanto che telefono è e chi risponde."
            )
        ),
        FieldPanel("by_appointment"),
        FieldPanel("hours", heading=_("Orari, chiusure e aperture straordinarie")),
        FieldPanel("open_on_holidays"),
        FieldPanel("phones"),
        MultiFieldPanel(
            [FieldRowPanel([FactPanel("verified_on"), FactPanel("verified_by")])],
            heading=_("Ultima verifica (si rinnova dal menu in alto o dalla pagina iniziale)"),
        ),
    ]


def _what() -> list[Panel]:
    return [
        FieldPanel("services"),
        MultiFieldPanel(
            [FieldPanel("languages"), FieldPanel("spoken"), FieldPanel("interpreters")], heading=_("Lingue")
        ),
        FieldPanel("who"),
        FieldPanel("cost"),
    ]
