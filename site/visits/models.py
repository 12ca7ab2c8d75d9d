"""What is kept of visits: a page, a day, a number."""

import datetime as dt
from collections.abc import Mapping
from typing import ClassVar

from django.db import IntegrityError, models, transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from home.models import PageClass


class VisitCountQuerySet(models.QuerySet["VisitCount"]):
    def add(self, page: int, day: dt.date, page_class: str, number: int) -> None:
        """Add to a count, made if there is none: another process may make it at the same moment."""
        row = self.filter(page=page, day=day)
        if row.update(number=F("number") + number):
            return
        try:
            with transaction.atomic():
                self.create(page=page, day=day, page_class=page_class, number=number)
        except IntegrityError:
            row.update(number=F("number") + number)

    def add_all(self, counted: Mapping[tuple[int, dt.date, str], int]) -> None:
        """Add many counts, all or none."""
        with transaction.atomic():
            for (page, day, page_class), number in counted.items():
                self.add(page, day, page_class, number)


class VisitCount(models.Model):
    """How often a page was visited on a day; a help page on any day of a month, which the first stands for.

    A number, not a foreign key: the month's total stays right when a page is deleted.
    """

    page = models.PositiveBigIntegerField(_("pagina"))
    page_class = models.CharField(max_length=10, choices=[(each.value, each.value) for each in PageClass])
    day = models.DateField(_("giorno"), db_index=True)
    number = models.PositiveIntegerField(_("visite"))

    objects: ClassVar[VisitCountQuerySet] = VisitCountQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["page", "day"], name="one_count_a_page_and_day")
        ]
        verbose_name = _("visite di una pagina")
        verbose_name_plural = _("visite")
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"{self.page}, {self.day}: {self.number}"
