from .materials import MaterialFeed, material_file, materials_json
from .robots import robots
from .search import search
from .sitemap import PagesSitemap

__all__ = ["MaterialFeed", "PagesSitemap", "material_file", "materials_json", "robots", "search"]
