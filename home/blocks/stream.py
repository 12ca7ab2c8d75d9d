"""What an editor may put on a page, in the order of the block picker."""

from typing import ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import StreamBlock

from home.blocks.contact import ContactBoxBlock
from home.blocks.door import DoorBlock
from home.blocks.listening import SignedBlock, SoundBlock
from home.blocks.media import DownloadsBlock, FigureBlock, VideoBlock
from home.blocks.press import PressKitBlock
from home.blocks.prose import (
    CalloutBlock,
    ChecklistBlock,
    ProseBlock,
    QuestionsBlock,
    QuotationBlock,
    StepsBlock,
)
from home.blocks.table import TableBlock


class ContentBlocks(StreamBlock):
    """The body of every page that editors write. No raw HTML and no embeds: nothing foreign gets in."""

    text = ProseBlock()
    callout = CalloutBlock()
    quotation = QuotationBlock()
    table = TableBlock()
    steps = StepsBlock()
    questions = QuestionsBlock()
    checklist = ChecklistBlock()
    figure = FigureBlock()
    downloads = DownloadsBlock()
    video = VideoBlock()
    sound = SoundBlock()
    signed = SignedBlock()
    contact = ContactBoxBlock()
    press_kit = PressKitBlock()

    class Meta:
        block_counts: ClassVar[dict[str, dict[str, int]]] = {
            "sound": {"max_num": 1},
            "signed": {"max_num": 1},
            "press_kit": {"max_num": 1},
        }


class DoorBlocks(StreamBlock):
    """The ways on from the home page."""

    door = DoorBlock()

    class Meta:
        label = _("Porte")
