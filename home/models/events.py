"""Dated meetings: of a campaign, or announced by a piece of news."""

import datetime as dt
import secrets
from collections.abc import Sequence
from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.forms import HiddenInput, Select
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, Panel

from home.sign_up import receivers


class EventQuerySet(models.QuerySet[Any]):
    def public(self) -> "EventQuerySet":
        """Return the events that may be put into anybody's calendar."""
        return self.filter(by_invitation=False)

    def coming(self, moment: dt.datetime) -> "EventQuerySet":
        """Return the events that have not ended at `moment`."""
        unended = models.Q(ends_at__gte=moment) | models.Q(ends_at=None, starts_at__gte=moment)
        return self.filter(unended)

    def published_below(self, index: Any) -> "EventQuerySet":
        """Return the events of the published pages below an index page."""
        below = self.filter(page__path__startswith=index.path, page__depth=index.depth + 1, page__live=True)
        return below.select_related("page")


PUBLIC_ID = RegexValidator(r"^[0-9a-f]{1,32}\Z")


def new_public_id() -> str:
    return secrets.token_hex(8)


class Event(models.Model):
    """Abstract: a meeting: what, where, when. Only a public one can be taken along as a calendar file.

    What inherits it has its page as `page`.
    """

    page: Any
    page_id: int
    # Publishing an older draft gives the row a new number: calendars need a name that stays.
    public_id = models.CharField(
        max_length=32, default=new_public_id, blank=True, validators=[PUBLIC_ID], verbose_name=_("sigla")
    )
    title = models.CharField(
        _("che cosa"), max_length=120, help_text=_("Per esempio: «Letture ad alta voce».")
    )
    place = models.CharField(
        _("dove"),
        max_length=160,
        help_text=_("Luogo, via e Comune. Per esempio: «Biblioteca, Via dell’Esempio 10, Bresso»."),
    )
    starts_at = models.DateTimeField(_("comincia"))
    ends_at = models.DateTimeField(_("finisce"), null=True, blank=True)
    description = models.TextField(
        _("spiegazione"),
        blank=True,
        help_text=_("Due frasi: che cosa succede, per chi, se bisogna iscriversi."),
    )
    by_invitation = models.BooleanField(
        _("su invito"),
        default=False,
        help_text=_("Si vede nella pagina, ma non si può mettere in calendario."),
    )
    is_cancelled = models.BooleanField(
        _("annullato"),
        default=False,
        help_text=_("Resta nella pagina, e chi l’ha in calendario lo viene a sapere."),
    )

    sign_up_at = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("iscrizioni a"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        limit_choices_to=receivers,
        help_text=_(
            "Lo sportello che riceve le iscrizioni, chiuse in una busta come le richieste. Senza uno "
            "sportello l’appuntamento non ha iscrizioni; finiscono da sole con il suo ultimo giorno."
        ),
    )

    places = models.PositiveSmallIntegerField(
        _("posti"), null=True, blank=True, help_text=_("Quanti ce ne sono. Vuoto: non c’è un limite.")
    )
    places_left = models.PositiveSmallIntegerField(
        _("posti ancora liberi"),
        null=True,
        blank=True,
        help_text=_(
            "Lo dice lo sportello, che è il solo ad aprire le iscrizioni. Con 0 la pagina dice «Posti "
            "esauriti» e non prende altre iscrizioni, in nessuna lingua. Vuoto: non si dice."
        ),
    )

    objects: ClassVar[Any] = EventQuerySet.as_manager()

    panels: ClassVar[list[Panel]] = [
        FieldPanel("title"),
        FieldPanel("place"),
        FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
        FieldPanel("description"),
        FieldRowPanel([FieldPanel("by_invitation"), FieldPanel("is_cancelled")]),
        FieldPanel("sign_up_at", widget=Select),
        FieldRowPanel([FieldPanel("places"), FieldPanel("places_left")]),
        # It goes out with the form and comes back: a row of a draft has nothing else to be known by.
        FieldPanel("public_id", widget=HiddenInput, classname="w-hidden"),
    ]

    class Meta:
        abstract = True
        ordering: ClassVar[list[str]] = ["starts_at"]
        verbose_name = _("appuntamento pubblico")
        verbose_name_plural = _("appuntamenti pubblici")

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        self.public_id = self.public_id or new_public_id()
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": _("Deve finire dopo che è cominciato.")})
        if self.places is not None and self.places_left is not None and self.places_left > self.places:
            raise ValidationError({"places_left": _("Sono più dei posti che ci sono.")})

    @property
    def is_full(self) -> bool:
        return self.places_left == 0

    @property
    def is_over(self) -> bool:
        return (self.ends_at or self.starts_at) < timezone.now()

    @property
    def takes_sign_ups(self) -> bool:
        """True through its last day in Italy: whoever comes late may still say what helps her."""
        last = timezone.localdate(self.ends_at or self.starts_at)
        offered = self.sign_up_at_id is not None and not self.is_cancelled and not self.is_full
        return offered and timezone.localdate() <= last

    @property
    def sign_up_key(self) -> str:
        """Return what the form knows it by: a copied page has events of the same public id."""
        return f"{self.page_id}-{self.public_id}"

    @property
    def sign_up_address(self) -> str:
        """Return where its form is, below the page for writing."""
        return f"{self.sign_up_at_id}/{self.sign_up_key}/"

    @property
    def ends_same_day(self) -> bool:
        """True when the end needs an hour only, in Italy's time."""
        if self.ends_at is None:
            return False
        return timezone.localdate(self.ends_at) == timezone.localdate(self.starts_at)

    @property
    def calendar_id(self) -> str:
        """Return what calendars know the meeting by; that of a copied page is another one."""
        # Before there were public ids, calendars were given the number of the row.
        return self.public_id if self.public_id.isdecimal() else f"{self.page_id}-{self.public_id}"

    def structured_data(self) -> dict[str, Any]:
        """Return the meeting as a schema.org Event."""
        state = "EventCancelled" if self.is_cancelled else "EventScheduled"
        data = {
            "@type": "Event",
            "name": self.title,
            "startDate": timezone.localtime(self.starts_at).isoformat(),
            "endDate": self.ends_at and timezone.localtime(self.ends_at).isoformat(),
            "eventStatus": f"https://schema.org/{state}",
            "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
            "location": {"@type": "Place", "name": self.place, "address": self.place},
            "description": self.description,
            "maximumAttendeeCapacity": self.places,
            "remainingAttendeeCapacity": self.places_left,
        }
        return {name: value for name, value in data.items() if value not in (None, "")}


def take_places_from_main(events: Sequence[Event], language: str) -> None:
    """Let events of a translation have the places of the same events in the main language; one query.

    A desk writes that once; a translation that fell behind must not go on taking sign-ups.
    """
    if language == settings.LANGUAGE_CODE or not events:
        return
    kind: Any = type(events[0])
    rows = kind.objects.filter(
        public_id__in=[event.public_id for event in events],
        page__translation_key__in={event.page.translation_key for event in events},
        page__locale__language_code=settings.LANGUAGE_CODE,
    ).values_list("page__translation_key", "public_id", "places", "places_left")
    known = {(key, public_id): told for key, public_id, *told in rows}
    for event in events:
        same = known.get((event.page.translation_key, event.public_id))
        if same:
            event.places, event.places_left = same
