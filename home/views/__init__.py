from .robots import robots
from .search import search
from .short_address import short_address
from .sitemap import PagesSitemap

__all__ = ["PagesSitemap", "robots", "search", "short_address"]
