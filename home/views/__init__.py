from .documents import document
from .materials import MaterialFeed, material_file, materials_json
from .new_page import new_page
from .robots import robots
from .search import search
from .short_address import short_address
from .sitemap import sitemap

__all__ = [
    "MaterialFeed",
    "document",
    "material_file",
    "materials_json",
    "new_page",
    "robots",
    "search",
    "short_address",
    "sitemap",
]
