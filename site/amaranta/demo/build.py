"""The order in which the demonstration content is made; each step does nothing when its work is done."""

from django.db import transaction

from .desks import build_desks
from .discreet import build_discreet_pages
from .figures import build_figures
from .home import build_home
from .pages import build_pages
from .partners import build_partners
from .roles import build_roles
from .staff import build_staff


@transaction.atomic
def build(port: int) -> None:
    """Make everything that `make run` shows, for a site at localhost and this port."""
    home = build_home(port=port)
    desks = build_desks(home)
    build_figures(home, desks)
    build_partners(home)
    build_discreet_pages(home)
    build_pages(home)
    build_roles(home)
    build_staff()
