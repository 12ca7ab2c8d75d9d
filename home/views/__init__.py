from home.views.copy_page import copy_page
from home.views.documents import document
from home.views.faults import faults, faults_answer
from home.views.file_preview import look
from home.views.leaflets import folded_leaflet, leaflet
from home.views.materials import MaterialFeed, material_file, materials_json
from home.views.new_page import new_page
from home.views.once import answer, failed
from home.views.press import press_kit
from home.views.robots import robots
from home.views.search import search, search_answer
from home.views.security import security_txt
from home.views.short_address import short_address
from home.views.sitemap import sitemap, sitemap_part

__all__ = [
    "MaterialFeed",
    "answer",
    "copy_page",
    "document",
    "failed",
    "faults",
    "faults_answer",
    "folded_leaflet",
    "leaflet",
    "look",
    "material_file",
    "materials_json",
    "new_page",
    "press_kit",
    "robots",
    "search",
    "search_answer",
    "security_txt",
    "short_address",
    "sitemap",
    "sitemap_part",
]
