"""Whole-number counts of one or more sheets: adding them up and checking that they agree."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from servizi.statistics.schema import BLOCKS, INDICATOR_BY_CODE, NOT_RECORDED, VOLUMES, Block, fields

Counts = Mapping[tuple[str, str], int]
"""(block, code) -> number of women or events; the keys are those of `scheda.fields()`."""


@dataclass(frozen=True)
class DeskFigures:
    """The counts of one desk over a period; `desk` is a key that stays the same from one year to the next."""

    desk: str
    months: int
    counts: Counts


@dataclass(frozen=True)
class SumError:
    """A disagreement inside a sheet, told at the field (`block`, `code`) where it shows."""

    block: str
    code: str
    message: str | Promise


def total(sheets: Iterable[Counts]) -> dict[tuple[str, str], int]:
    """The sum of several sheets, field by field; a field that a sheet lacks counts as zero."""
    result = dict.fromkeys(fields(), 0)
    for sheet in sheets:
        for key, number in sheet.items():
            result[key] += number
    return result


def check_sums(counts: Counts) -> list[SumError]:
    """What does not add up in a complete sheet, in the order of the sheet."""
    return [error for block in BLOCKS for error in _check_block(block, counts)]


def _check_block(block: Block, counts: Counts) -> Iterator[SumError]:
    base = counts[VOLUMES, block.base]
    if block.multiple:
        yield from _check_multiple(block, counts, base)
        return
    found = sum(counts[block.code, code] for code in block.codes)
    if found != base:
        yield SumError(
            block.code,
            block.codes[0],
            format_lazy(
                _("Qui la somma fa {found}, ma «{label}» è {base}: correggi una voce o usa «Non rilevato»."),
                found=found,
                label=INDICATOR_BY_CODE[block.base].label,
                base=base,
            ),
        )


def _check_multiple(block: Block, counts: Counts, base: int) -> Iterator[SumError]:
    missing = counts[block.code, NOT_RECORDED]
    label = INDICATOR_BY_CODE[block.base].label
    if missing > base:
        text = _("«Non rilevato» ({missing}) supera «{label}» ({base}): riduci «Non rilevato».")
        yield SumError(block.code, NOT_RECORDED, format_lazy(text, missing=missing, label=label, base=base))
        return
    known = base - missing
    for code in block.answers:
        if counts[block.code, code] > known:
            text = _(
                "Al massimo {known}: «{label}» ({base}) meno «Non rilevato» ({missing}). Riduci questa voce."
            )
            yield SumError(
                block.code, code, format_lazy(text, known=known, label=label, base=base, missing=missing)
            )
    found = sum(counts[block.code, code] for code in block.answers)
    if found < known:
        text = _(
            "Le risposte sono {found}, le donne {known}: ognuna ne ha almeno una. "
            "Aggiungi o usa «Non rilevato»."
        )
        yield SumError(block.code, block.codes[0], format_lazy(text, found=found, known=known))
