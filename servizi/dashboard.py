"""What the dashboard asks for the people who look after desks and partners."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from home.admin.todos import Action, Item, Todo, provider
from home.templatetags.days import full_date
from servizi.desks.accreditation import missing_to_a_centre
from servizi.models import Comune, DeskKind, DeskPage, VerifiedMixin, stale_since


def stale_pages(user: AbstractBaseUser) -> list[Page]:
    """The published pages to verify that `user` may change, the longest unverified first."""
    today = timezone.localdate()
    classes: list[type[Page]] = [model for model in apps.get_models() if issubclass(model, VerifiedMixin)]
    main = Q(locale__language_code=settings.LANGUAGE_CODE)
    pages = [page for model in classes for page in model.objects.live().filter(main, stale_since(today))]
    mine = [page for page in pages if page.is_stale(today) and page.permissions_for_user(user).can_edit()]
    return sorted(mine, key=lambda page: (page.verified_on is not None, page.verified_on, page.title))


@provider
def unverified_facts(user: Any) -> Iterator[Todo]:
    """Yield the pages whose facts nobody has checked lately, each with one click that renews it."""
    yield Todo(
        _("Da verificare"),
        _(
            "Di queste pagine nessuno conferma orari e telefoni da più di 90 giorni: il sito lo dice a chi "
            "legge. Controlla, poi conferma."
        ),
        [_unverified(page) for page in stale_pages(user)],
    )


@provider
def centres_in_name(user: Any) -> Iterator[Todo]:
    """Yield the desks that are called an accredited centre and do not offer what one must."""
    main = DeskPage.objects.live().filter(kind=DeskKind.CENTRE, locale__language_code=settings.LANGUAGE_CODE)
    found = [
        (desk, missing_to_a_centre(desk.calendar, desk.phones))
        for desk in main.select_related("comune").order_by("title")
    ]
    yield Todo(
        _("Si chiamano «centro accreditato» e non lo sembrano"),
        _("L’intesa del 14 settembre 2022 chiede di più. Correggi che cosa è, o gli orari e il telefono."),
        [
            Item.of_page(desk, " ".join(missing))
            for desk, missing in found
            if missing and desk.permissions_for_user(user).can_edit()
        ],
    )


@provider
def missing_patrons(user: Any) -> Iterator[Todo]:
    """Yield the Comuni with a desk whose patron saint's day nobody has written: the site says it is open."""
    if user.has_perm("servizi.change_comune"):
        desks = DeskPage.objects.live().filter(locale__language_code=settings.LANGUAGE_CODE)
        comuni = Comune.objects.filter(pk__in=desks.values("comune"), patron_day="")
        yield Todo(
            _("Santo patrono da scrivere"),
            _(
                "In questi Comuni c’è uno sportello e manca la festa del patrono: quel giorno il sito dice "
                "che è aperto."
            ),
            [_without_patron(comune) for comune in comuni if not comune.has_known_patron],
        )


@provider
def empty_desks(user: Any) -> Iterator[Todo]:
    """Yield the desks on the site of which nobody learns how to reach them or when."""
    desks = DeskPage.objects.live().filter(locale__language_code=settings.LANGUAGE_CODE)
    yield Todo(
        _("Sportelli quasi vuoti"),
        _("Chi legge non sa come o quando trovarli. Scrivi che cosa manca, o toglili dal sito."),
        [
            Item.of_page(desk, missing)
            for desk in desks
            if (missing := what_is_missing(desk)) and desk.permissions_for_user(user).can_edit()
        ],
    )


def what_is_missing(desk: DeskPage) -> str:
    """Return in words what a desk lacks of telephone, hours and services; empty if nothing."""
    has_hours = bool(len(desk.hours)) or desk.by_appointment
    lacks = {
        _("il telefono"): not len(desk.phones),
        _("gli orari"): not has_hours,
        _("i servizi"): not desk.services,
    }
    words = [word for word, missing in lacks.items() if missing]
    return _("mancano: %(what)s") % {"what": ", ".join(words)} if words else ""


def _without_patron(comune: Comune) -> Item:
    return Item(comune.name, url=reverse("wagtailsnippets_servizi_comune:edit", args=[comune.pk]))


def _unverified(page: Any) -> Item:
    since = _("mai verificata")
    if page.verified_on:
        since = _("verificata il %(day)s") % {"day": full_date(page.verified_on)}
    renew = Action(
        reverse("servizi_verify", args=[page.pk]),
        _("È tutto giusto"),
        _("Conferma che «%(title)s» è giusta") % {"title": page.title},
    )
    return Item.of_page(page, since, action=renew)
