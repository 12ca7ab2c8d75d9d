"""The doors of the home page: a drawing, a few words, and where they lead."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ChoiceBlock, PageChooserBlock, StructBlock, StructValue

from home.blocks.contact import CONTACT

DOOR_ICONS = (
    ("porta", _("Una porta")),
    ("persona", _("Una persona")),
    ("persone", _("Due persone")),
    ("lavoro", _("Una borsa da lavoro")),
    ("libro", _("Un libro")),
    ("rete", _("Una rete")),
    ("bilancia", _("Una bilancia")),
    ("svolta", _("Una svolta")),
)
"""What may stand beside a door; templates in `icons/doors`."""


class DoorValue(StructValue):
    @property
    def is_open(self) -> bool:
        """True when the page behind the door exists and is published."""
        return bool(self["page"] and self["page"].live)

    @property
    def icon_template(self) -> str:
        """Return the drawing of the door; a plain one where the editor chose none, or one that is no more."""
        chosen = self.get("icon")
        return f"icons/doors/{chosen if chosen in dict(DOOR_ICONS) else DOOR_ICONS[0][0]}.svg"


class DoorBlock(StructBlock):
    """A question or a name, and the page that answers it."""

    icon = ChoiceBlock(
        label=_("Disegno"),
        choices=DOOR_ICONS,
        default=DOOR_ICONS[0][0],
        required=False,
        help_text=_("Piccolo, accanto al titolo. Senza: una porta."),
    )
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
