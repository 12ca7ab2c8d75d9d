from typing import ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, Panel

from servizi.hours import LocalHolidays, YearlyDay, capital_patron


class Comune(models.Model):
    """A municipality served by the network, with the patron saint on whose day its desks are closed."""

    name = models.CharField(_("nome"), max_length=60, unique=True)
    slug = models.SlugField(
        _("nome negli indirizzi"),
        max_length=60,
        unique=True,
        help_text=_("Minuscole e trattini. Per esempio: «cinisello-balsamo»."),
    )
    province = models.CharField(
        _("sigla della provincia"),
        max_length=2,
        default="MI",
        validators=[RegexValidator(r"^[A-Z]{2}$", _("Due lettere maiuscole, per esempio «MI»."))],
    )
    network = models.CharField(
        _("rete"),
        max_length=60,
        blank=True,
        help_text=_("Il progetto che riunisce i Comuni vicini. Per esempio: «Rete nord»."),
    )
    patron_day = models.CharField(
        _("giorno del santo patrono"),
        max_length=5,
        blank=True,
        help_text=_("Mese e giorno, nella forma MM-GG. Per esempio l’11 novembre è «11-11»."),
    )
    patron_name = models.CharField(
        _("festa del santo patrono"),
        max_length=60,
        blank=True,
        help_text=_("Come si legge sul sito nei giorni di chiusura. Per esempio: «San Martino»."),
    )
    is_capital = models.BooleanField(
        _("capoluogo di provincia"),
        default=False,
        help_text=_("Di un capoluogo il patrono è già noto: si scrive solo per correggerlo."),
    )

    panels: ClassVar[list[Panel]] = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("slug")]),
        FieldRowPanel([FieldPanel("province"), FieldPanel("network")]),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("patron_day"), FieldPanel("patron_name")]),
                FieldPanel("is_capital"),
            ],
            heading=_("Santo patrono: in quel giorno gli sportelli del Comune sono chiusi"),
        ),
    ]

    class Meta:
        verbose_name = _("Comune")
        verbose_name_plural = _("Comuni")
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        if self.patron_day and not self.patron_name:
            raise ValidationError({"patron_name": _("Scrivi anche il nome della festa.")})
        if self.patron_name and not self.patron_day:
            raise ValidationError({"patron_day": _("Scrivi anche il giorno della festa.")})
        try:
            self.patron  # noqa: B018
        except ValueError as error:
            raise ValidationError(
                {"patron_day": _("Questo giorno non esiste: scrivi mese e giorno, per esempio «11-11».")}
            ) from error

    @property
    def patron(self) -> YearlyDay | None:
        """Raises ValueError if `patron_day` is no day of the year."""
        return YearlyDay.parse(self.patron_day, self.patron_name) if self.patron_day else None

    @property
    def has_known_patron(self) -> bool:
        """True if the calendar knows the patron saint's day, written here or that of a chief town."""
        year = timezone.localdate().year
        return bool(self.patron_day or (self.is_capital and capital_patron(self.province, year, self.name)))

    @property
    def holidays(self) -> LocalHolidays:
        """Public holidays, the patron saint's day among them."""
        return LocalHolidays(self.patron, self.province if self.is_capital else "", town=self.name)
