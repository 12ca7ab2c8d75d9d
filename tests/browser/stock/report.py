"""Measured traces as the tables in docs/traces.md."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.browser.stock.search import HOST, Trace

HEAD = """# What a visit leaves in the browser

Written by `make traces` (tests/browser/test_traces.py); do not edit by hand.

Each row is one visit with a new profile of a browser as it comes: first page, desks, a search, the pages about the
visit, an address that does not exist, a request written and sent, a second one written and not sent, then the
exit. The browser is closed, and every file of the profile is searched: databases row by row and page by page, compressed
files and cache entries decompressed, in UTF-8, UTF-16 and Latin-1. Looked for: words of the theme, headings and
titles of the pages, what was typed, the reference of the request, the name of the site with any path.

The test fails if anything but the addresses below is found. Nothing else was.

"""
FOOT = """
## What cannot be avoided

- The address by which she came, and the search that led her here, are in the browser's history. A private
  window or another device is the answer, and the pages say so.
- Without JavaScript a page cannot take its own entry out of the history: every page is an entry, with a path
  that says nothing and the brand as its title, and Back leads to it until the tab is closed.
- With JavaScript, but without discreet navigation, each help page is an entry. Its title is the brand and, for a
  desk, the name of a place. Back from the neutral site does not show it: the page empties itself and leaves.
- Browsers without the Navigation API (Firefox before 147, Safari before 26.2) do not tell a page where Back came
  from: there Back shows help pages that were opened one by one. Private pages are one entry there as well, and
  the exit replaces it.
- A browser that synchronizes its history shows the same entries on its other devices.
- The name of the site is known to whoever runs the network, and spyware sees everything.

The visits use plain http on localhost, which browsers treat as secure; over https they also write the name of the
host where they keep what they know about its certificates and protocols (TransportSecurity, SiteSecurityServiceState).
"""


@dataclass(frozen=True)
class Row:
    """What one visit in one browser left: what was found, and in which files of the profile."""

    browser: str
    journey: str
    places: dict[str, set[str]]

    @classmethod
    def of(cls, browser: str, journey: str, traces: Iterable[Trace]) -> "Row":
        places: dict[str, set[str]] = defaultdict(set)
        for trace in traces:
            places[trace.found].add(re.sub(r"_?\d{6,}", "", trace.place.removeprefix("Default/")))
        return cls(browser, journey, dict(places))

    def __str__(self) -> str:
        found = sorted(self.places.items())
        addresses = [f"`{path}` ({', '.join(sorted(places))})" for path, places in found if path != HOST]
        host = ", ".join(sorted(self.places.get(HOST, ())))
        return f"| {self.browser} | {self.journey} | {'<br>'.join(addresses)} | {host} |"


def write(path: Path, rows: Iterable[Row]) -> None:
    """Write the rows as the document."""
    lines = [
        "| Browser | Visit | Addresses of ours found, and where | The name of the site alone |",
        "|---|---|---|---|",
        *map(str, rows),
    ]
    path.parent.mkdir(exist_ok=True)
    path.write_text(HEAD + "\n".join(lines) + "\n" + FOOT)
