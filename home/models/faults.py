"""Faults of the site that visitors report: where, what, on which day, how often. No words, no data."""

import datetime as dt
from typing import ClassVar

from django.db import IntegrityError, models, transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

MOST = 999
"""Of one kind in a day: beyond it the number says nothing more."""


class FaultPlace(models.TextChoices):
    """Where a fault was met: no address, which would tell what she has read."""

    # Translators: read by visitors.
    HOME = "home", _("Pagina iniziale")
    # Translators: read by visitors.
    DESKS = "desks", _("Sportelli e orari")
    # Translators: read by visitors.
    FORM = "form", _("Modulo per scrivere")
    # Translators: read by visitors.
    FILE = "file", _("Un file da scaricare")
    # Translators: read by visitors.
    OTHER = "other", _("Un’altra pagina")


class FaultKind(models.TextChoices):
    """What does not work."""

    # Translators: read by visitors.
    BROKEN = "broken", _("Non si apre o non funziona")
    # Translators: read by visitors.
    UNUSABLE = "unusable", _("Non riesco a leggerla o a usarla")
    # Translators: read by visitors.
    WRONG = "wrong", _("C’è scritto qualcosa di sbagliato")
    # Translators: read by visitors.
    TRACE = "trace", _("Lascia una traccia che non mi aspettavo")


class FaultCountQuerySet(models.QuerySet["FaultCount"]):
    def report(self, place: str, kind: str, day: dt.date) -> None:
        """Count one report more."""
        row = self.filter(place=place, kind=kind, day=day)
        if row.filter(number__lt=MOST).update(number=F("number") + 1) or row.exists():
            return
        try:
            with transaction.atomic():
                self.create(place=place, kind=kind, day=day)
        except IntegrityError:  # somebody else's first of the day
            row.update(number=F("number") + 1)


class FaultCount(models.Model):
    """How often a fault was reported on a day."""

    place = models.CharField(_("dove"), max_length=10, choices=FaultPlace.choices)
    kind = models.CharField(_("che cosa"), max_length=10, choices=FaultKind.choices)
    day = models.DateField(_("giorno"))
    number = models.PositiveSmallIntegerField(_("quante volte"), default=1)

    objects: ClassVar[FaultCountQuerySet] = FaultCountQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["place", "kind", "day"], name="one_fault_count_a_day")
        ]
        ordering: ClassVar[list[str]] = ["-day", "place", "kind"]
        verbose_name = _("guasto segnalato")
        verbose_name_plural = _("guasti segnalati")
        default_permissions = ("delete",)

    def __str__(self) -> str:
        return f"{self.get_place_display()}: {self.get_kind_display()}"
