"""What was published and when: frozen, because every later table is judged against it."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from home.text.dates import dated
from servizi.models.figure_sheets import FigureSheet, add_up, field_name
from servizi.statistics.cell_suppression import DEFAULT_THRESHOLD, MINIMUM_THRESHOLD
from servizi.statistics.counts import DeskFigures
from servizi.statistics.editions import Edition, EditionRefused, prepare
from servizi.statistics.network_flow import CellKey
from servizi.statistics.schema import fields

# Nobody should find the week of an event in a table: figures come out when the period is well over.
DELAY = timedelta(days=30)


class FigurePublicationQuerySet(models.QuerySet["FigurePublication"]):
    def latest_editions(self) -> list["FigurePublication"]:
        """The last edition of each period, newest period first."""
        last = {(row.first, row.last): row for row in self.order_by("pk")}
        return sorted(last.values(), key=lambda row: (row.last, row.first), reverse=True)

    def latest_edition(self, slug: str) -> "FigurePublication | None":
        """The last edition of the period that `slug` names, if it names one."""
        try:
            first, last = map(date.fromisoformat, slug.split("_"))
        except ValueError:
            return None
        return self.filter(first=first, last=last).order_by("-pk").first()


class FigurePublication(models.Model):
    """An edition of a period: the figures as they were, and which of them are hidden."""

    first = models.DateField(_("dal"))
    last = models.DateField(_("al"))
    threshold = models.PositiveSmallIntegerField(
        _("soglia"),
        default=DEFAULT_THRESHOLD,
        validators=[MinValueValidator(MINIMUM_THRESHOLD)],
        help_text=_("I numeri più piccoli di questo restano nascosti. Mai meno di 3."),
    )
    is_example = models.BooleanField(_("dati di esempio"), default=False, editable=False)
    published_at = models.DateTimeField(_("pubblicata"), auto_now_add=True)
    desks = models.JSONField(default=list, editable=False)
    hidden = models.JSONField(default=list, editable=False)

    objects: ClassVar[Any] = FigurePublicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("pubblicazione dei dati")
        verbose_name_plural = _("pubblicazioni dei dati")
        ordering: ClassVar[list[str]] = ["-last", "-pk"]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        if self.first == date(self.first.year, 1, 1) and self.last == date(self.first.year, 12, 31):
            return gettext("Anno %(year)s") % {"year": self.first.year}
        pattern = pgettext("giorno, mese e anno", "j F Y")
        first, last = (dated(day, pattern) for day in (self.first, self.last))
        return gettext("Dal %(first)s al %(last)s") % {"first": first, "last": last}

    @property
    def slug(self) -> str:
        """The period as two ISO 8601 dates: the part of the address that names it."""
        return f"{self.first.isoformat()}_{self.last.isoformat()}"

    @property
    def names(self) -> dict[str, str]:
        """Names of the desks as they were, by key."""
        return {desk["key"]: desk["name"] for desk in self.desks}

    @property
    def edition(self) -> Edition:
        desks = tuple(
            DeskFigures(
                desk["key"], desk["months"], {key: desk["counts"][field_name(*key)] for key in fields()}
            )
            for desk in self.desks
        )
        return Edition(self.first, self.last, desks, frozenset(CellKey(*key) for key in self.hidden))

    def clean(self) -> None:
        if self.first is None or self.last is None:
            return
        if self.last < self.first:
            raise ValidationError({"last": _("Il periodo finisce prima di cominciare: correggi «al».")})
        if self.last + DELAY > timezone.localdate():
            text = _("Aspetta: un periodo si pubblica almeno %(days)s giorni dopo la sua fine.")
            raise ValidationError({"last": ValidationError(text, params={"days": DELAY.days})})
        if self.threshold is not None and self.threshold >= MINIMUM_THRESHOLD:
            self.fill()

    def fill(self) -> None:
        """Take the complete sheets of the period and decide what to hide.

        Raises ValidationError, in words for the coordinator, if the sheets or earlier editions forbid it.
        """
        sheets = _sheets_within(self.first, self.last)
        self.desks = [_frozen(list(group)) for _, group in groupby(sheets, key=lambda sheet: sheet.desk_id)]
        earlier = [row.edition for row in FigurePublication.objects.order_by("pk")]
        try:
            edition = prepare(self.first, self.last, self.edition.desks, earlier, self.threshold)
        except EditionRefused as refusal:
            raise ValidationError(str(refusal.message)) from refusal
        self.hidden = sorted(list(key) for key in edition.hidden)

    def publish(self) -> None:
        """Check once more and store for good. Raises ValidationError as `clean` does."""
        with transaction.atomic():
            list(FigurePublication.objects.select_for_update().values_list("pk"))
            self.full_clean()
            self.save(force_insert=True)


def _sheets_within(first: date, last: date) -> list[FigureSheet]:
    sheets = list(
        FigureSheet.objects.overlapping(first, last).select_related("desk").order_by("desk_id", "first")
    )
    problems = list(_problems(sheets, first, last))
    if problems:
        raise ValidationError(problems)
    return sheets


def _problems(sheets: list[FigureSheet], first: date, last: date) -> Iterator[str]:
    if not sheets:
        yield gettext("Nessuna scheda in questo periodo: scegli altre date, o fai compilare le schede.")
    for sheet in sheets:
        if not sheet.complete:
            yield gettext("La scheda «%(sheet)s» è ancora una bozza: va completata.") % {"sheet": sheet}
        if sheet.first < first or sheet.last > last:
            text = gettext("La scheda «%(sheet)s» esce dal periodo: scegli date che la contengano.")
            yield text % {"sheet": sheet}


def _frozen(sheets: list[FigureSheet]) -> dict[str, Any]:
    figures = add_up(sheets)
    hours = [sheet.hours for sheet in sheets]
    return {
        "key": figures.desk,
        "name": sheets[0].desk.title,
        "months": figures.months,
        "hours": None if None in hours else sum(hour for hour in hours if hour is not None),
        "counts": {field_name(*key): number for key, number in figures.counts.items()},
    }
