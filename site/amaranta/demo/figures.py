"""An invented year of figures for the desks of the demonstration, marked as such, and its page."""

import random
from collections.abc import Sequence
from datetime import date

from home.models import HomePage
from servizi.models import DeskPage, FigurePublication, FigureSheet, FiguresPage
from servizi.models.figure_sheets import field_name
from servizi.statistics.counts import Counts
from servizi.statistics.schema import BLOCKS, NOT_RECORDED, VOLUMES, fields
from servizi.statistics_permissions import operators_of

from .content_files import read_page
from .page_fields import fields_of

# No network counted women in this year: whoever sees it knows that it is an example.
YEAR = 2000
QUARTERS = ((1, 3, 31), (4, 6, 30), (7, 9, 30), (10, 12, 31))
SHARES = {
    "contatti": 3.0,
    "accessi": 2.0,
    "nuove": 1.2,
    "prese_in_carico": 1.0,
    "in_corso": 0.5,
    "conclusi": 0.3,
}


def invented_counts(women: int, source: random.Random, evenness: float = 0.3) -> Counts:
    """Counts that add up, for a period in which `women` were taken in charge.

    `evenness` from 0 (nearly everybody gives one answer) to 1 (answers about equally common).
    """
    counts = dict.fromkeys(fields(), 0)
    for code, share in SHARES.items():
        counts[VOLUMES, code] = round(women * share)
    for block in BLOCKS:
        weights = [source.random() ** (1 / max(evenness, 0.05)) for _ in block.codes]
        base = counts[VOLUMES, block.base]
        if not block.multiple:
            for code in source.choices(block.codes, weights, k=base):
                counts[block.code, code] += 1
            continue
        missing = counts[block.code, NOT_RECORDED] = source.randint(0, base // 6)
        for _ in range(base - missing):
            for code in set(source.choices(block.answers, weights[:-1], k=source.randint(1, 4))):
                counts[block.code, code] += 1
    return counts


def build_sheet(desk: DeskPage, first: date, last: date, counts: Counts, months: int = 1) -> FigureSheet:
    """Return a complete sheet, checked like one from the admin."""
    named = {field_name(*key): number for key, number in counts.items()}
    sheet = FigureSheet(
        desk=desk, first=first, last=last, months=months, hours=40 * months, counts=named, complete=True
    )
    sheet.full_clean()
    sheet.save()
    return sheet


def build_figures_page(home: HomePage) -> FiguresPage:
    """Return the page of the figures, made below `home` if it is missing."""
    existing: FiguresPage | None = FiguresPage.objects.child_of(home).first()
    if existing is not None:
        return existing
    text = read_page("numeri")
    page = FiguresPage(slug=text.slug, **fields_of(text, FiguresPage))
    home.add_child(instance=page)
    return page


def build_figures(home: HomePage, desks: Sequence[DeskPage]) -> FiguresPage:
    """Return the page, with the sheets and the publication of an invented year if there are none."""
    page = build_figures_page(home)
    for desk in desks:
        operators_of(desk)
    if FigurePublication.objects.exists():
        return page
    source = random.Random(YEAR)  # noqa: S311 - invented data, the same every time
    for desk, women in zip(desks, (22, 16, 7), strict=False):
        for start, end, day in QUARTERS:
            counts = invented_counts(women, source)
            build_sheet(desk, date(YEAR, start, 1), date(YEAR, end, day), counts, months=3)
    FigurePublication(first=date(YEAR, 1, 1), last=date(YEAR, 12, 31), is_example=True).publish()
    return page
