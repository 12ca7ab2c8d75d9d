"""The order in which the demonstration content is made; each step does nothing when its work is done."""

from django.db import transaction

from amaranta.demo.campaigns import build_campaigns
from amaranta.demo.console import build_model_answers
from amaranta.demo.contact_page import build_contact_page
from amaranta.demo.contatti import build_body_mailbox, build_mailboxes, give_keys_to_operators
from amaranta.demo.desks import build_desks
from amaranta.demo.discreet import build_discreet_pages
from amaranta.demo.doors import build_doors
from amaranta.demo.figures import build_figures
from amaranta.demo.home import build_home
from amaranta.demo.news import build_news
from amaranta.demo.owner import build_owner
from amaranta.demo.pages import build_pages
from amaranta.demo.partners import build_partners
from amaranta.demo.roles import build_roles
from amaranta.demo.schools import build_library
from amaranta.demo.staff import build_staff
from amaranta.demo.translations import build_translations
from servizi.models import ShelterPage


@transaction.atomic
def build(port: int) -> None:
    """Make everything that `make run` shows, for a site at localhost and this port."""
    home = build_home(port=port)
    build_owner()
    desks = build_desks(home)
    build_discreet_pages(home)
    build_mailboxes(desks)
    build_contact_page(home)
    build_model_answers()
    build_partners(home)
    build_body_mailbox(ShelterPage.objects.live().order_by("path")[0])
    build_figures(home, desks)
    build_pages(home)
    build_doors(home)
    build_library(home)
    build_news(home)
    build_translations(home)
    build_campaigns(home)
    build_roles(home)
    build_staff()
    give_keys_to_operators()
