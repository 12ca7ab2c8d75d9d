from .fields import ContentField
from .guides import GuideBlock
from .stream import ContentBlocks, DoorBlocks

__all__ = ["ContentBlocks", "ContentField", "DoorBlocks", "GuideBlock"]
