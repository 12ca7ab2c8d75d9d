from .campaign import MaterialBlocks, PartnerBlocks
from .fields import ContentField
from .guides import GuideBlock
from .lesson import LessonBlocks, PhasesValue
from .stream import ContentBlocks, DoorBlocks

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
