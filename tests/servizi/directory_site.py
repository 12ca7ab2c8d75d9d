"""A small directory for tests, and the people who look after it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields, replace
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, User
from django.db import transaction
from django.utils import translation
from wagtail.models import Site

from amaranta.demo.desks import build_comuni
from amaranta.demo.home import build_home
from amaranta.demo.partners import build_partner, build_partner_index, build_section, build_shelter
from amaranta.demo.roles import COORDINATORS, MODERATORS, build_roles
from home.models import HomePage
from servizi.models import Comune, PartnerIndexPage, PartnerPage, PartnerSectionPage, ShelterPage
from servizi.vocabulary import PartnerKind, Service


@dataclass
class Directory:
    """Three partners, one of them historical, and a shelter; sections for Bresso and Bollate."""

    index: PartnerIndexPage
    comuni: dict[str, Comune]
    bresso: PartnerSectionPage
    bollate: PartnerSectionPage
    lawyers: PartnerPage
    hospital: PartnerPage
    historical: PartnerPage
    shelter: ShelterPage


def build_directory(home: HomePage) -> Directory:
    comuni = {comune.slug: comune for comune in build_comuni().values()}
    index = build_partner_index(home)
    bresso, bollate = (build_section(index, comuni[slug]) for slug in ("bresso", "bollate"))
    build_roles(home)
    lawyers = build_partner(
        bollate,
        "Avvocate in rete",
        kind=PartnerKind.LEGAL_AID,
        summary="Primo consiglio gratuito.",
        services=(Service.LEGAL,),
        languages=("it", "ar"),
        comuni=[comuni["bollate"], comuni["baranzate"]],
        phone="000 0000101",
        phone_hours="lun-ven 9-12",
        email="avvocate@example.org",
        website="https://www.example.org/",
        street_address="Via dell’Esempio 14, Bollate",
        internal_contact="Chiedere di Rosa, interno 99",
    )
    hospital = build_partner(
        bresso,
        "Ospedale dell’Esempio",
        kind=PartnerKind.HOSPITAL,
        summary="Sempre aperto.",
        services=(Service.HEALTH, Service.PSYCHOLOGICAL),
        languages=("it", "en"),
        phone="000 0000102",
    )
    historical = build_partner(bresso, "Associazione di allora", is_archive=True)
    return Directory(index, comuni, bresso, bollate, lawyers, hospital, historical, build_shelter(index))


@contextmanager
def standing_directory(unblock: Any) -> Iterator[Directory]:
    """Keep one directory for all tests of a module: each takes back what it writes."""
    with unblock(), transaction.atomic(), translation.override("it"):
        yield build_directory(build_home(hostname="testserver"))
        transaction.set_rollback(True)
    Site.clear_site_root_paths_cache()


def as_read_again(directory: Directory) -> Directory:
    """Return the same pages as the database has them: a test may change what it holds."""
    pages = {
        each.name: type(page).objects.get(pk=page.pk)
        for each in fields(directory)
        if each.name != "comuni" and (page := getattr(directory, each.name))
    }
    return replace(directory, **pages)


def member_of(group: str) -> User:
    user: User = get_user_model().objects.create_user(f"persona-{group}", password="x")
    user.groups.add(Group.objects.get(name=group))
    return user


__all__ = [
    "COORDINATORS",
    "MODERATORS",
    "Directory",
    "as_read_again",
    "build_directory",
    "member_of",
    "standing_directory",
]
