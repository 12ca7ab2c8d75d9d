from .robots import robots
from .search import search
from .sitemap import PagesSitemap

__all__ = ["PagesSitemap", "robots", "search"]
