"""A month of visits as it may be shown: each number rounded, a small one not told."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Sum
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from home.models import PageClass
from servizi.partner_import.csv_files import write
from visits.models import VisitCount

STEP = 10
"""Numbers are told in tens: from two of them nobody can work out the visit of one person."""
CLASSES = {PageClass.PUBLIC: gettext_lazy("pubblica"), PageClass.HELP: gettext_lazy("di aiuto")}
COLUMNS = ("giorno_o_mese", "pagina", "indirizzo", "lingua", "tipo", "visite")


@dataclass(frozen=True, slots=True)
class PageVisits:
    """A page in a list: `words` is its number as it may be told."""

    title: str
    address: str
    language: str
    kind: str
    words: str
    order: int


def told(number: int) -> str:
    """Return a number as it may be told: in tens, and nothing below ten."""
    return str(round(number / STEP) * STEP) if number >= STEP else _("meno di %(n)d") % {"n": STEP}


def months() -> list[dt.date]:
    """Return the first days of the months that have counts, latest first."""
    return list(VisitCount.objects.dates("day", "month", order="DESC"))


def month_words(first: dt.date) -> str:
    return date_format(first, "F Y").lower()


def pages_of(first: dt.date) -> list[PageVisits]:
    """Return the pages that were visited in a month, the most visited first, the alike by title."""
    rows = list(_of(first).order_by().values("page", "page_class").annotate(sum=Sum("number")))
    known = Page.objects.select_related("locale").in_bulk([row["page"] for row in rows])
    found = [_page(known.get(row["page"]), row["page_class"], row["sum"]) for row in rows]
    return sorted(found, key=lambda each: (-each.order, each.title))


def days_of(first: dt.date) -> list[tuple[dt.date, str]]:
    """Return the days of a month with the visits of all public pages together."""
    rows = _of(first).filter(page_class=PageClass.PUBLIC).order_by("day").values("day")
    return [(row["day"], told(row["sum"])) for row in rows.annotate(sum=Sum("number"))]


def total_of(first: dt.date, page_class: str) -> str:
    """Return the visits of all pages of a class in a month."""
    found = _of(first).filter(page_class=page_class).aggregate(sum=Sum("number"))["sum"]
    return told(found or 0)


def csv_of(first: dt.date) -> bytes:
    """Return a month as a table: public pages by day, help pages once."""
    return write(COLUMNS, _lines(first))


def _lines(first: dt.date) -> Iterator[tuple[str, ...]]:
    rows = list(_of(first).values_list("day", "page", "page_class", "number"))
    known = Page.objects.select_related("locale").in_bulk({row[1] for row in rows})
    for day, number, page_class, count in rows:
        page = _page(known.get(number), page_class, count)
        period = day.isoformat() if page_class == PageClass.PUBLIC else f"{day:%Y-%m}"
        yield period, page.title, page.address, page.language, page.kind, page.words


def _of(first: dt.date) -> Any:
    found = VisitCount.objects.filter(day__year=first.year, day__month=first.month)
    return found.order_by("day", "page")


def _page(page: Page | None, page_class: str, number: int) -> PageVisits:
    return PageVisits(
        title=page.title if page else _("una pagina che non c’è più"),
        address=(page.get_url() or "") if page else "",
        language=page.locale.language_code if page else "",
        kind=str(CLASSES.get(PageClass(page_class), "")),
        words=told(number),
        # The order tells no more than the number that is shown.
        order=round(number / STEP) if number >= STEP else 0,
    )
