"""The order in which the demonstration content is made; each step does nothing when its work is done."""

from django.db import transaction

from .campaigns import build_campaigns
from .contact_page import build_contact_page
from .contatti import build_mailboxes
from .desks import build_desks
from .discreet import build_discreet_pages
from .english import build_english
from .figures import build_figures
from .home import build_home
from .pages import build_pages
from .partners import build_partners
from .roles import build_roles
from .schools import build_library
from .staff import build_staff


@transaction.atomic
def build(port: int) -> None:
    """Make everything that `make run` shows, for a site at localhost and this port."""
    home = build_home(port=port)
    desks = build_desks(home)
    build_discreet_pages(home)
    build_mailboxes(desks)
    build_contact_page(home)
    build_partners(home)
    build_figures(home, desks)
    build_pages(home)
    build_library(home)
    build_english(home)
    build_campaigns(home)
    build_roles(home)
    build_staff()
