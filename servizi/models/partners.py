"""Partners of the network: bodies with a public place that women, citizens and professionals can turn to."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, Panel
from wagtail.models import PageManager
from wagtail.search import index

from home import json_ld
from home.search.ranking import SearchRank, Standing
from servizi.directory import linked_data
from servizi.directory.catalogue import Entry
from servizi.models.organizations import (
    AnsweringPage,
    LocatedPage,
    OrganizationPage,
    OrganizationQuerySet,
    tabs,
)
from servizi.models.shelters import ShelterPage
from servizi.vocabulary import SHELTER, PartnerKind

_INDEXED_LATER: ContextVar[bool] = ContextVar("indexed_later", default=False)


@contextmanager
def indexed_later() -> Iterator[None]:
    """Keep partners that are saved meanwhile out of the search: whoever saves them brings them in."""
    before = _INDEXED_LATER.set(True)
    try:
        yield
    finally:
        _INDEXED_LATER.reset(before)


LIVE_CONTACTS = ("phone", "phone_hours", "email", "website", "street_address")


class PartnerQuerySet(OrganizationQuerySet):
    """Named questions about partners."""

    def entries(self, locale_id: int) -> list[Entry]:
        """Return the live partners and shelters as entries of the directory, in one query."""
        partners = self.live().in_language(locale_id).order_by()
        shelters = ShelterPage.objects.live().in_language(locale_id).order_by()
        nowhere = models.Value(None, output_field=models.SlugField())
        rows = plain(partners, "phone", "kind", "is_archive", "comuni__slug").union(
            plain(shelters, models.Value(""), models.Value(SHELTER), models.Value(False), nowhere), all=True
        )
        bodies: dict[int, tuple[Any, ...]] = {}
        comuni = defaultdict[int, list[str]](list)
        for row in rows:
            bodies[row[0]] = row
            if row[-1]:
                comuni[row[0]].append(row[-1])
        return [entry(body, frozenset(comuni[pk])) for pk, body in bodies.items()]


def plain(pages: OrganizationQuerySet, *columns: Any) -> Any:
    """Return the pages' columns, sets of words as they are stored: there are several rows to a page."""
    sets = (
        models.ExpressionWrapper(models.F(name), models.TextField()) for name in ("services", "languages")
    )
    return pages.values_list("pk", "title", "url_path", "summary", "search_text", *sets, *columns)


def entry(row: tuple[Any, ...], comuni: frozenset[str]) -> Entry:
    *texts, services, languages, phone, kind, is_archive, _comune = row
    words = (tuple(stored.strip(",").split(",")) if stored else () for stored in (services, languages))
    return Entry(*texts, *words, phone, kind, is_archive, comuni)  # type: ignore[call-arg]  # a row has no length


class PartnerPage(AnsweringPage, LocatedPage, OrganizationPage):
    """A body with a public place, or a historical one with no live contact at all."""

    editors_may_withdraw = True
    template = "pages/partner_page.html"
    loads_with = ("logo",)

    kind = models.CharField(_("tipo"), max_length=20, choices=PartnerKind.choices)
    is_archive = models.BooleanField(
        _("ente storico 2012-15"),
        default=False,
        help_text=_("Il nome resta nell’archivio dei progetti; nessun contatto viene pubblicato."),
    )

    logo = models.ForeignKey(
        "wagtailimages.Image",
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    objects: ClassVar[Any] = PageManager.from_queryset(PartnerQuerySet)()

    content_panels: ClassVar[list[Panel]] = [
        *OrganizationPage.content_panels,
        FieldRowPanel([FieldPanel("kind"), FieldPanel("is_archive")]),
        FieldPanel("summary"),
        FieldPanel("description"),
        FieldPanel("logo"),
    ]
    edit_handler = tabs(
        about=content_panels,
        offer=OrganizationPage.offer_panels,
        contact=[*AnsweringPage.contact_panels, FieldPanel("website"), *LocatedPage.place_panels],
        internal=OrganizationPage.internal_panels,
        settings=OrganizationPage.settings_panels,
    )
    parent_page_types: ClassVar[list[str]] = ["servizi.PartnerSectionPage"]
    page_description = _("Un ente della rete: Comune, ospedale, associazione, consultorio…")

    class Meta:
        verbose_name = _("ente della rete")
        verbose_name_plural = _("enti della rete")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            # No shelter and no programme for perpetrators in the table that has addresses.
            models.CheckConstraint(name="partner_kind_is_public", condition=Q(kind__in=PartnerKind.values)),
            models.CheckConstraint(
                name="partner_archive_has_no_contacts",
                condition=Q(is_archive=False) | Q(**dict.fromkeys(LIVE_CONTACTS, "")),
            ),
        ]

    def clean(self) -> None:
        super().clean()
        self.check_archive()

    def check_archive(self) -> None:
        """Raise ValidationError for each live contact of a historical body."""
        if self.is_archive:
            problem = _("Un ente storico non ha contatti: svuota questo campo.")
            found = {name: problem for name in LIVE_CONTACTS if getattr(self, name)}
            if found:
                raise ValidationError(found)

    def is_stale(self, today: date | None = None) -> bool:
        """False for a historical body: there is nothing left to check."""
        return not self.is_archive and super().is_stale(today)

    @property
    def discreet_name(self) -> str:
        """Return the Comune that the page stands below, or else the first served: a place, not a purpose."""
        section = self.url_path.split("/")[-3:-2]
        names = [comune.name for comune in self.served if [comune.slug] == section]
        return (names or [comune.name for comune in self.served] or [""])[0]

    def get_indexed_instance(self) -> Any:
        return None if _INDEXED_LATER.get() else super().get_indexed_instance()

    def save(self, *args: Any, **kwargs: Any) -> None:
        super().save(*args, **kwargs)
        # Wagtail indexed the page before the Comuni served were stored.
        index.insert_or_update_object(self)

    @property
    def search_words(self) -> list[str]:
        return [*super().search_words, *(comune.name for comune in self.comuni.all())]

    @classmethod
    def search_ranks(cls) -> frozenset[SearchRank]:
        return frozenset({cls.search_rank, SearchRank.PAST})

    @classmethod
    def search_standings(cls, keys: Collection[int]) -> dict[int, Standing]:
        past = Standing(SearchRank.PAST, _("Ente storico 2012-15"))
        historical = cls.objects.filter(pk__in=keys, is_archive=True)
        return dict.fromkeys(historical.values_list("pk", flat=True), past)

    @property
    def kind_label(self) -> str:
        return str(PartnerKind(self.kind).label)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        data = linked_data.of_partner(self, self.get_full_url(request) or "")
        return {**context, "index_address": "../../", "linked_data": json_ld.written(data)}
