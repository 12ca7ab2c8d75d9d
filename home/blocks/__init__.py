from .campaign import MaterialBlocks, PartnerBlocks
from .fields import ContentField
from .stream import ContentBlocks, DoorBlocks

__all__ = ["ContentBlocks", "ContentField", "DoorBlocks", "MaterialBlocks", "PartnerBlocks"]
