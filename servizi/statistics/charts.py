"""Bar charts as SVG written by the server: no script, no inline style, colours from the page.

Every chart stands beside a table with the same numbers; its description says so to who cannot see it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

WIDTH = 320
ROW = 38
LONGEST = 270
Text = str | Promise


@dataclass(frozen=True)
class Bar:
    """A label and its number; None is a hidden number, drawn as a word and never as a length."""

    label: Text
    value: int | None


def bar_chart(ident: str, title: Text, description: Text, bars: Sequence[Bar]) -> SafeString:
    """Horizontal bars from zero, all to one scale, growing as lines of text do.

    `ident` makes the element ids unique in the page.
    """
    longest = max((bar.value or 0 for bar in bars), default=0) or 1
    rows = format_html_join("", "{}", ((_row(bar, index, longest),) for index, bar in enumerate(bars)))
    return format_html(
        '<svg class="chart" viewBox="0 0 {} {}" role="img" aria-labelledby="{}-t {}-d">'
        '<title id="{}-t">{}</title><desc id="{}-d">{}</desc>{}</svg>',
        WIDTH,
        len(bars) * ROW,
        *(ident, ident, ident, title, ident, description),
        rows,
    )


def _row(bar: Bar, index: int, longest: int) -> SafeString:
    top = index * ROW
    length = round(LONGEST * (bar.value or 0) / longest)
    number: Text = _("nascosto") if bar.value is None else str(bar.value)
    return format_html(
        '<text x="{}" y="{}">{}</text><rect x="{}" y="{}" width="{}" height="14"/>'
        '<text x="{}" y="{}" class="{}">{}</text>',
        _across(0),
        top + 13,
        bar.label,
        min(_across(0), _across(length)),
        top + 18,
        length,
        _across(length + 6 if length else 0),
        top + 30,
        "none" if bar.value is None else "value",
        number,
    )


def _across(distance: int) -> int:
    """Return the place at a distance from the edge at which lines of text begin."""
    return WIDTH - distance if get_language_bidi() else distance
