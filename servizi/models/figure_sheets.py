"""The sheets that desks fill in: whole numbers for a desk and a period, nothing about a woman."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, ClassVar

from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from servizi.models.desks import DeskPage
from servizi.statistics.counts import DeskFigures, check_sums, total
from servizi.statistics.schema import fields

EMPTY = (None, "")


def field_name(block: str, code: str) -> str:
    """The name of a count in forms and in the stored sheet."""
    return f"{block}-{code}"


class DeskOperators(models.Model):
    """The accounts that fill in the sheets of a desk: the members of its group."""

    desk = models.OneToOneField(DeskPage, on_delete=models.CASCADE, related_name="+")
    group = models.OneToOneField(Group, on_delete=models.CASCADE, related_name="+")

    class Meta:
        verbose_name = _("operatrici di uno sportello")
        verbose_name_plural = _("operatrici degli sportelli")


class FigureSheetQuerySet(models.QuerySet["FigureSheet"]):
    def overlapping(self, first: date, last: date) -> "FigureSheetQuerySet":
        """Sheets with at least one day in the period, both ends included."""
        return self.filter(first__lte=last, last__gte=first)

    def of_desks(self, desks: Iterable[DeskPage]) -> "FigureSheetQuerySet":
        return self.filter(desk__in=desks)


class FigureSheet(models.Model):
    """One desk over one declared period. A draft may have gaps; a complete sheet adds up."""

    desk = models.ForeignKey(
        DeskPage, verbose_name=_("sportello"), on_delete=models.PROTECT, related_name="figure_sheets"
    )
    first = models.DateField(_("dal"), help_text=_("Primo giorno del periodo. Di solito il primo del mese."))
    last = models.DateField(_("al"), help_text=_("Ultimo giorno del periodo, compreso."))
    months = models.PositiveSmallIntegerField(
        _("mesi dichiarati"),
        default=1,
        validators=[MinValueValidator(1)],
        help_text=_("Mesi di attività nel periodo: le medie si dividono per questo numero."),
    )
    hours = models.PositiveIntegerField(
        _("ore di apertura"),
        null=True,
        blank=True,
        help_text=_("Ore in cui lo sportello è stato davvero aperto, in numeri interi."),
    )
    counts = models.JSONField(default=dict, editable=False)
    complete = models.BooleanField(_("completa"), default=False, editable=False)
    saved_at = models.DateTimeField(_("salvata"), auto_now=True)

    objects: ClassVar[Any] = FigureSheetQuerySet.as_manager()

    class Meta:
        verbose_name = _("scheda di rilevazione")
        verbose_name_plural = _("schede di rilevazione")
        ordering: ClassVar[list[str]] = ["-first", "desk__title"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["desk", "first"], name="one_sheet_per_desk_and_first_day"),
            models.CheckConstraint(condition=models.Q(last__gte=models.F("first")), name="sheet_ends_after"),
        ]

    def __str__(self) -> str:
        return f"{self.desk.title}: {self.period}"

    @property
    def period(self) -> str:
        first, last = (date_format(day, "d/m/Y") for day in (self.first, self.last))
        return f"{first} - {last}"

    def next_one(self) -> "FigureSheet":
        """Return a new sheet, not saved, for the period after this one, as long as it in months.

        A question that nobody answered last time begins at zero; every other number must be written anew.
        """
        first = self.last + timedelta(days=1)
        year, month = divmod(first.month - 1 + max(self.months, 1), 12)
        last = date(first.year + year, month + 1, min(first.day, 28)) - timedelta(days=1)
        zeros = {name: 0 for name, number in self.counts.items() if number == 0}
        return FigureSheet(desk=self.desk, first=first, last=last, months=self.months, counts=zeros)

    @property
    def filled(self) -> int:
        """How many of the counts of the sheet have a number."""
        return sum(self.counts.get(field_name(*key)) not in EMPTY for key in fields())

    @property
    def progress(self) -> str:
        return f"{self.filled}/{len(list(fields()))}"

    @property
    def figures(self) -> DeskFigures:
        """The counts of a complete sheet; KeyError or TypeError on a draft, never a guess."""
        counts = {key: int(self.counts[field_name(*key)]) for key in fields()}
        return DeskFigures(str(self.desk_id), self.months, counts)

    def clean(self) -> None:
        if self.first is None or self.last is None:
            return
        if self.last < self.first:
            raise ValidationError({"last": _("Il periodo finisce prima di cominciare: correggi «al».")})
        if self.desk_id is None:
            return
        others = FigureSheet.objects.filter(desk_id=self.desk_id).exclude(pk=self.pk)
        clash = others.overlapping(self.first, self.last).first()
        if clash is not None:
            text = _("Questo periodo è già in una scheda dello sportello (%(period)s): apri quella.")
            raise ValidationError({"first": ValidationError(text, params={"period": clash.period})})
        if self.complete:
            self._check_complete()

    def _check_complete(self) -> None:
        if self.filled < len(list(fields())):
            raise ValidationError(_("Una scheda completa ha un numero in ogni voce."))
        errors = check_sums(self.figures.counts)
        if errors:
            raise ValidationError([str(error.message) for error in errors])


def add_up(sheets: Iterable[FigureSheet]) -> DeskFigures:
    """The figures of several sheets of one desk together. Raises ValueError if there is none."""
    figures = [sheet.figures for sheet in sheets]
    if not figures:
        raise ValueError("No sheet to add up.")
    counts = total(part.counts for part in figures)
    return DeskFigures(figures[0].desk, sum(part.months for part in figures), counts)
