"""How the admin lays out the fields of a desk."""

from django.forms import CheckboxSelectMultiple
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
        FieldRowPanel(
            [FieldPanel("verified_on", read_only=True), FieldPanel("verified_by", read_only=True)],
        ),
        *BasePage.content_panels,
        FieldPanel("kind"),
        FieldPanel("intro"),
        FieldRowPanel([FieldPanel("comune"), FieldPanel("address")]),
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
                "cambiali là."
            )
        ),
        FieldPanel("by_appointment"),
        FieldPanel("hours", heading=_("Orari, chiusure e aperture straordinarie")),
        FieldPanel("open_on_holidays"),
        FieldPanel("phones"),
    ]


def _what() -> list[Panel]:
    return [
        FieldPanel("services"),
        MultiFieldPanel([FieldPanel("languages"), FieldPanel("interpreters")], heading=_("Lingue")),
        FieldPanel("who"),
        FieldPanel("cost"),
    ]
