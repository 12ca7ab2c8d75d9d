"""The figures' public pages and downloads; FiguresPage, the `page` here, names their addresses."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from home import json_ld
from servizi.statistics import report_2015
from servizi.statistics.charts import Bar, bar_chart
from servizi.statistics.editions import Edition
from servizi.statistics.exports import (
    ATTRIBUTION,
    LICENCE_URL,
    archive_csv,
    codebook_csv,
    release_csv,
    release_json,
)
from servizi.statistics.monthly_means import SCREEN_PLACES, format_mean
from servizi.statistics.release import DeskLine, Line, Release, blocks_with_answers
from servizi.statistics.schema import INDICATOR_BY_CODE, INDICATORS, Block


class Published(Protocol):
    """An edition of a period, as it was published (a row of `servizi.models.figure_publications`)."""

    @property
    def first(self) -> date: ...

    @property
    def last(self) -> date: ...

    @property
    def threshold(self) -> int: ...

    @property
    def is_example(self) -> bool: ...

    @property
    def title(self) -> str: ...

    @property
    def slug(self) -> str: ...

    @property
    def names(self) -> Mapping[str, str]: ...

    @property
    def edition(self) -> Edition: ...


CSV = "text/csv; charset=utf-8"
JSON = "application/json"
ARCHIVE = "2015"
CODEBOOK = "codebook"


@dataclass(frozen=True)
class BlockView:
    """A block ready to show: its table and the chart of the network's figures."""

    block: Block
    base_label: str
    lines: tuple[Line, ...]
    chart: SafeString

    @property
    def has_shares(self) -> bool:
        return any(line.share is not None for line in self.lines)


def index(request: HttpRequest, page: Any, editions: Iterable[Published]) -> HttpResponse:
    bars = [Bar(row.place, row.taken_in_charge) for row in report_2015.REPORT_2015]
    beside = _("Gli stessi numeri sono nella tabella accanto.")
    context: dict[str, Any] = {
        "editions": [(row, _last_line(row)) for row in editions],
        "archive": report_2015.REPORT_2015,
        "archive_network": report_2015.network_row(),
        "archive_chart": bar_chart("archivio", _("Donne prese in carico"), beside, bars),
        "lost_charts": report_2015.LOST_CHARTS,
        "complaints_after_access": report_2015.COMPLAINTS_AFTER_ACCESS,
        "licence_url": LICENCE_URL,
    }
    response: HttpResponse = page.render(request, context_overrides=context)
    return response


def publication(request: HttpRequest, page: Any, row: Published | None) -> HttpResponse:
    """Answer with the tables of an edition. Raises Http404 for none."""
    row = _found(row)
    release = release_of(row)
    context: dict[str, Any] = {
        "publication": row,
        **tables(release),
        "hides_something": release.hides_something,
        "licence_url": LICENCE_URL,
        "linked_data": _dataset(row, page),
    }
    response: HttpResponse = page.render(
        request, context_overrides=context, template="pages/figures_publication.html"
    )
    return response


def tables(release: Release) -> dict[str, Any]:
    """Return what the tables of a publication show, for its page and for the preview before it."""
    return {
        "names": [release.names[desk.desk] for desk in release.edition.desks],
        "indicators": [indicator for indicator in INDICATORS if indicator.published],
        "totals": [(line, _short_mean(line)) for line in release.totals()],
        "blocks": [_block_view(block, release) for block in blocks_with_answers(release)],
    }


def download(slug: str, name: str, find: Callable[[str], Published | None]) -> HttpResponse:
    """A file by the name of what it is about and of its format. Raises Http404."""
    fixed = {(ARCHIVE, "csv"): archive_csv, (CODEBOOK, "csv"): codebook_csv}
    if (slug, name) in fixed:
        return _file(fixed[slug, name](), CSV, f"{slug}.csv")
    if name not in {"csv", "json"}:
        raise Http404
    row = _found(find(slug))
    if name == "csv":
        return _file(release_csv(release_of(row)), CSV, f"{slug}.csv")
    data = release_json(release_of(row), row.title, row.threshold, is_example=row.is_example)
    return _file(json.dumps(data, ensure_ascii=False, indent=1), JSON, f"{slug}.json")


def release_of(row: Published) -> Release:
    return Release(row.edition, row.names)


def _found(row: Published | None) -> Published:
    if row is None:
        raise Http404
    return row


def _last_line(row: Published) -> tuple[DeskLine, str]:
    line = list(release_of(row).totals())[-1]
    return line, _short_mean(line)


def _short_mean(line: DeskLine) -> str:
    return "" if line.mean is None else format_mean(line.mean, SCREEN_PLACES)


def _block_view(block: Block, release: Release) -> BlockView:
    lines = tuple(release.lines(block))
    bars = [Bar(line.label, line.network) for line in lines if not line.is_group]
    chart = bar_chart(
        block.code,
        _("%(question)s, tutta la rete") % {"question": block.label},
        _("Barre orizzontali. Gli stessi numeri sono nella tabella accanto."),
        bars,
    )
    return BlockView(block, str(INDICATOR_BY_CODE[block.base].label), lines, chart)


def _dataset(row: Published, page: Any) -> SafeString:
    """The publication as a schema.org Dataset, safe to write into a script element."""
    address = f"{page.full_url}{row.slug}/"
    files = (("csv", "text/csv"), ("json", JSON))
    data = {
        "@type": "Dataset",
        "name": f"{page.title}: {row.title}",
        "description": page.search_description or page.intro,
        "url": address,
        "license": LICENCE_URL,
        "creator": {"@type": "Organization", "name": ATTRIBUTION},
        "isAccessibleForFree": True,
        "temporalCoverage": f"{row.first.isoformat()}/{row.last.isoformat()}",
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": kind, "contentUrl": f"{address}{name}/"}
            for name, kind in files
        ],
    }
    return json_ld.written(data)


def _file(content: bytes | str, kind: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="amaranta-{name}"'
    return response
