"""Partners of the network: bodies with a public place that women, citizens and professionals can turn to."""

from collections import defaultdict
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, Panel
from wagtail.models import PageManager

from servizi.directory import linked_data
from servizi.directory.catalogue import Entry
from servizi.vocabulary import SHELTER, PartnerKind

from .organizations import LocatedPage, OrganizationPage, OrganizationQuerySet, tabs
from .shelters import ShelterPage

LIVE_CONTACTS = ("phone", "phone_hours", "email", "website", "street_address")
ENTRY_COLUMNS = ("pk", "title", "url_path", "summary", "phone", "services", "languages", "search_text")


class PartnerQuerySet(OrganizationQuerySet):
    """Named questions about partners."""

    def entries(self, locale_id: int) -> list[Entry]:
        """Return the live partners and shelters as entries of the directory, in one query."""
        partners = self.live().in_language(locale_id).order_by()
        shelters = ShelterPage.objects.live().in_language(locale_id).order_by()
        nowhere = models.Value(None, output_field=models.SlugField())
        rows = partners.values_list(*ENTRY_COLUMNS, "kind", "is_archive", "comuni__slug").union(
            shelters.values_list(*ENTRY_COLUMNS, models.Value(SHELTER), models.Value(False), nowhere),
            all=True,
        )
        bodies: dict[int, dict[str, Any]] = {}
        comuni = defaultdict[int, set[str]](set)
        for *body, comune in rows:
            bodies[body[0]] = dict(zip((*ENTRY_COLUMNS, "kind", "is_archive"), body, strict=True))
            comuni[body[0]] |= {comune} if comune else set()
        return [Entry(**body, comuni=frozenset(comuni[pk])) for pk, body in bodies.items()]


class PartnerPage(LocatedPage, OrganizationPage):
    """A body with a public place, or a historical one with no live contact at all."""

    template = "pages/partner_page.html"
    loads_with = ("logo",)

    kind = models.CharField(_("tipo"), max_length=20, choices=PartnerKind.choices)
    is_archive = models.BooleanField(
        _("ente storico 2012-15"),
        default=False,
        help_text=_("Il nome resta nell’archivio dei progetti; nessun contatto viene pubblicato."),
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
        contact=[*OrganizationPage.contact_panels, FieldPanel("website"), *LocatedPage.place_panels],
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

    @property
    def discreet_name(self) -> str:
        """Return the first Comune served: a place, not a purpose."""
        return self.served[0].name if self.served else ""

    @property
    def kind_label(self) -> str:
        return str(PartnerKind(self.kind).label)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        data = linked_data.of_partner(self, self.get_full_url(request) or "")
        return {**context, "index_address": "../../", "linked_data": linked_data.script(data)}
