from .copy_page import copy_page
from .documents import document
from .look import look
from .materials import MaterialFeed, material_file, materials_json
from .new_page import new_page
from .once import answer, failed
from .robots import robots
from .search import search, search_answer
from .short_address import short_address
from .sitemap import sitemap

__all__ = [
    "MaterialFeed",
    "answer",
    "copy_page",
    "document",
    "failed",
    "look",
    "material_file",
    "materials_json",
    "new_page",
    "robots",
    "search",
    "search_answer",
    "short_address",
    "sitemap",
]
