"""Ways into the administration for who looks after desks and partners."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from home.admin.quick_links import QuickLink, adds_below, quick_link_provider
from servizi.models import DeskPage, PartnerPage, PartnerSectionPage

# The tab "Orari e telefoni" of a desk, as Wagtail names it in addresses.
HOURS_TAB = "#tab-orari_e_telefoni"
SHOWN_DESKS = 3
"""Who looks after more than these finds them in the list of pages."""


@quick_link_provider
def desks(user: Any) -> Iterator[QuickLink]:
    """Yield the desks whose hours this user may change, or their list when they are many."""
    mine = [
        desk
        for desk in DeskPage.objects.live().originals(comuni_served=False).order_by("path")
        if desk.permissions_for_user(user).can_edit()
    ]
    note = _("Anche una chiusura o un giorno con orario speciale.")
    if len(mine) > SHOWN_DESKS:
        parent = mine[0].get_parent()
        url = reverse("wagtailadmin_explore", args=[parent.pk])
        yield QuickLink(_("Cambia orari e telefoni"), note, url, "time")
        return
    for desk in mine:
        words = _("Cambia orari e telefoni: %(desk)s") % {"desk": desk.title}
        yield QuickLink(words, note, reverse("wagtailadmin_pages:edit", args=[desk.pk]) + HOURS_TAB, "time")


@quick_link_provider
def partners(user: Any) -> Iterator[QuickLink]:
    """Yield the way to add a partner: at once in the only section that lets this user, else by choosing."""
    sections = [
        section
        for section in PartnerSectionPage.objects.live().order_by("path")
        if section.permissions_for_user(user).can_add_subpage()
    ]
    note = _("Un’associazione, un consultorio, un ufficio che può aiutare.")
    if len(sections) == 1:
        yield QuickLink(_("Aggiungi un ente"), note, adds_below(user, sections, PartnerPage), "group")
    elif sections:
        url = reverse("wagtailadmin_explore", args=[sections[0].get_parent().pk])
        yield QuickLink(_("Aggiungi un ente"), _("Scegli prima il suo Comune."), url, "group")


@quick_link_provider
def sheets(user: Any) -> Iterator[QuickLink]:
    """Yield the way to a new sheet of figures."""
    if user.has_perm("servizi.add_figuresheet"):
        note = _("I numeri del periodo, senza nomi.")
        yield QuickLink(_("Compila una scheda"), note, reverse("figure_sheets:add"), "list-ul")
