from home.blocks.campaign import MaterialBlocks, PartnerBlocks
from home.blocks.guides import GuideBlock
from home.blocks.lesson import LessonBlocks, PhasesValue
from home.blocks.stream import ContentBlocks, DoorBlocks
from home.blocks.stream_field import ContentField

__all__ = [
    "ContentBlocks",
    "ContentField",
    "DoorBlocks",
    "GuideBlock",
    "LessonBlocks",
    "MaterialBlocks",
    "PartnerBlocks",
    "PhasesValue",
]
