from .documents import document
from .look import look
from .materials import MaterialFeed, material_file, materials_json
from .robots import robots
from .search import search
from .short_address import short_address
from .sitemap import sitemap

__all__ = [
    "MaterialFeed",
    "document",
    "look",
    "material_file",
    "materials_json",
    "robots",
    "search",
    "short_address",
    "sitemap",
]
