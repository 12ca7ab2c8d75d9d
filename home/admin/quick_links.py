"""What a person comes to the administration to do: one list of ways in, which every app adds to."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from wagtail.models import Page

from home.models import CampaignIndexPage, CampaignPage, MaterialIndexPage, MaterialPage


@dataclass(frozen=True, slots=True)
class QuickLink:
    """One way in: what it is called, a line of explanation, and the address where it begins."""

    text: str | Promise
    note: str | Promise
    url: str
    icon: str


Starter = Callable[[Any], Iterator[QuickLink]]
"""Yields the ways that one user may take, none that would answer "not allowed"."""

STARTERS: list[Starter] = []


def quick_link_provider(ways: Starter) -> Starter:
    """Add ways in to the first screen; each app does so when its hooks are loaded."""
    STARTERS.append(ways)
    return ways


def quick_links_for(user: Any) -> list[QuickLink]:
    """Return every way that `user` may take, in the order in which the apps added them."""
    return [start for ways in STARTERS for start in ways(user)]


def adds_below(user: Any, indexes: list[Page], kind: type[Page]) -> str:
    """Return the address that adds a page of `kind` below the first index that lets this user, or ""."""
    for index in indexes:
        if index.permissions_for_user(user).can_add_subpage():
            names = (kind._meta.app_label, kind._meta.model_name, index.pk)
            return reverse("wagtailadmin_pages:add", args=names)
    return ""


@quick_link_provider
def writing(user: Any) -> Iterator[QuickLink]:
    """Yield what people write: campaigns, and materials for schools."""
    campaign = adds_below(user, list(CampaignIndexPage.objects.live().order_by("path")), CampaignPage)
    if campaign:
        note = _("Con il periodo, gli appuntamenti, le locandine e i cartoncini da stampare.")
        yield QuickLink(_("Scrivi una campagna"), note, campaign, "pick")
    material = adds_below(user, list(MaterialIndexPage.objects.live().order_by("path")), MaterialPage)
    if material:
        note = _("Una lezione, una scheda o un cartellone: i file si fanno da soli.")
        yield QuickLink(_("Aggiungi un materiale per le scuole"), note, material, "doc-full-inverse")
