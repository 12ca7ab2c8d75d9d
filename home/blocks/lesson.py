"""Blocks of school materials: the minutes of a lesson, and sheets for pupils."""

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    CharBlock,
    ChoiceBlock,
    IntegerBlock,
    ListBlock,
    RichTextBlock,
    StreamBlock,
    StructBlock,
    StructValue,
)

from home.blocks.media import DownloadsBlock
from home.blocks.prose import (
    PARAGRAPHS,
    CalloutBlock,
    ChecklistBlock,
    HeadingBlock,
    ProseBlock,
    QuestionsBlock,
    QuotationBlock,
)
from home.blocks.table import TableBlock

LESSON = _("In classe")


class PhaseBlock(StructBlock):
    minutes = IntegerBlock(label=_("Minuti"), min_value=1, max_value=240)
    title = CharBlock(label=_("Che cosa si fa"), max_length=120)
    text = RichTextBlock(
        label=_("Come"),
        features=PARAGRAPHS,
        help_text=_("Anche le parole da dire: chi insegna deve poter cominciare domani."),
    )


class PhasesValue(StructValue):
    @property
    def minutes(self) -> int:
        """Return how long all phases take, in minutes."""
        return sum(phase["minutes"] for phase in self["phases"])

    @property
    def timed(self) -> list[dict[str, Any]]:
        """Return each phase with the minutes from the start at which it begins and ends."""
        clock = 0
        timed = []
        for phase in self["phases"]:
            timed.append({**phase, "begins": clock, "ends": clock + phase["minutes"]})
            clock += phase["minutes"]
        return timed


class PhasesBlock(StructBlock):
    """What happens in a lesson, minute by minute."""

    heading = HeadingBlock(required=True)
    phases = ListBlock(PhaseBlock(), label=_("Fasi"), min_num=1)

    class Meta:
        template = "blocks/phases.html"
        icon = "time"
        group = LESSON
        label = _("Svolgimento")
        description = _("Le fasi della lezione con i minuti: l’orologio si calcola da solo.")
        value_class = PhasesValue
        preview_value: ClassVar = {
            "heading": _("Svolgimento"),
            "phases": [
                {"minutes": 10, "title": _("Apertura"), "text": _("<p>In cerchio, una parola a testa.</p>")},
                {"minutes": 30, "title": _("A gruppi"), "text": _("<p>Ogni gruppo legge una storia.</p>")},
            ],
        }


class SheetSize:
    """How a sheet is set: as text to work on, or large, to be hung on a wall."""

    PAGE = "page"
    POSTER = "poster"
    CHOICES = ((PAGE, _("Scheda")), (POSTER, _("Cartellone")))


class SheetValue(StructValue):
    @property
    def blank_lines(self) -> range:
        return range(self["lines"] or 0)


class SheetBlock(StructBlock):
    """A page of its own on paper, to be copied for pupils or hung up."""

    heading = HeadingBlock(required=True)
    size = ChoiceBlock(label=_("Formato"), choices=SheetSize.CHOICES, default=SheetSize.PAGE)
    text = RichTextBlock(label=_("Testo"), features=["h3", *PARAGRAPHS])
    lines = IntegerBlock(label=_("Righe per scrivere"), required=False, default=0, min_value=0, max_value=30)

    class Meta:
        template = "blocks/sheet.html"
        icon = "doc-full"
        group = LESSON
        label = _("Scheda o cartellone")
        description = _("Una pagina da fotocopiare o da appendere: sulla carta comincia a foglio nuovo.")
        value_class = SheetValue
        preview_value: ClassVar = {
            "heading": _("Scheda 1"),
            "size": SheetSize.PAGE,
            "text": _("<p>Leggi la storia e rispondi.</p>"),
            "lines": 3,
        }


class LessonBlocks(StreamBlock):
    """The body of a school material: only what can also stand on paper and in an editable file."""

    text = ProseBlock()
    phases = PhasesBlock()
    sheet = SheetBlock()
    checklist = ChecklistBlock()
    callout = CalloutBlock()
    table = TableBlock()
    questions = QuestionsBlock()
    quotation = QuotationBlock()
    downloads = DownloadsBlock()
