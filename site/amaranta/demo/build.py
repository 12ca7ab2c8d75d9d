"""The order in which the demonstration content is made; each step does nothing when its work is done."""

from django.db import transaction

from .desks import build_desks
from .discreet import build_discreet_pages
from .home import build_home
from .pages import build_pages
from .schools import build_library
from .staff import build_staff


@transaction.atomic
def build(port: int) -> None:
    """Make everything that `make run` shows, for a site at localhost and this port."""
    home = build_home(port=port)
    build_desks(home)
    build_discreet_pages(home)
    build_pages(home, build_library(home))
    build_staff()
