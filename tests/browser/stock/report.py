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
visit, a search in the directory, an address that does not exist, a request sent without a desk (and, without
JavaScript, too early), then sent well, a second one written and not sent, then the exit. The browser is closed, and
every file of the profile is searched. Every field is given a word of its own, made up for this visit; it is looked
for as plain text, in the forms of addresses and posted fields, UTF-16, base64, JSON, HTML and quoted-printable,
inside gzip, zlib, deflate, brotli, zstd, LZ4 and Snappy, in rows, logs and freed pages of SQLite and LevelDB
(tests/browser/test_traces_search.py plants a word in each and finds it). Looked for besides: words of the theme,
headings and titles of the pages, the reference of the request, the name of the site with any path.

The test fails if a word that was typed is found anywhere, or anything of ours but the addresses below.

"""
WRITING = """
## While she writes

tests/browser/test_traces_writing.py looks at the disk of a browser that is open. A form of the test's own, which
allows what ours forbid, stands on the same page: once the browser has written down what is in it (Chromium after 2
seconds, Firefox after 15 to 30), what she wrote would be there, too. In both browsers, with JavaScript and without, no word
that she typed and no choice that she made is in any file: while she writes, after the browser is killed, after it
took up its pages again, after it is closed without the exit, and when it is killed a second after the exit.

Browsers do this only because each field asks for it: Firefox does not heed `autocomplete="off"` on a form. So the
server writes it into every field of every finished page (site/amaranta/unkept_fields.py).
"""
FOOT = """
## What cannot be avoided

- The address by which she came, and the search that led her here, are in the browser's history. A private
  window or another device is the answer, and the pages say so. That holds for the addresses of private pages that
  she types or opens from elsewhere (`/scrivi/`, `/per-me/piano/`): they stay like any other.
- Without JavaScript a page cannot take its own entry out of the history: every page is an entry, and Back leads to
  it until the tab is closed.
- With JavaScript, but without discreet navigation, each help page is an entry. Back from the neutral site does not
  show it: the page empties itself and leaves.
- The title of such an entry is the brand with a place, a neutral word or a number ("Amaranta · Pagina 12"); no
  subject. **Its address can tell the subject**: the words of the theme are refused in it, but the addresses of the
  demonstration's help pages name places of the site, such as `/per-me/diritti/questura/`. Discreet navigation leaves
  one neutral address instead.
- A choice in the directory's lists (Comune, service, language) that is made by a link stands in the address; words
  that are typed there never do.
- Public pages (campaigns, schools, network, figures, archive) may be kept for a minute, and so lie in the HTTP cache
  with their text until it needs the room: 80 places in Chromium, 87 in Firefox after one such visit. They are
  meant for everybody, and a school or a library reads them often; whoever must not be seen reading them needs a
  private window. Help and private pages are never stored there.
- What she downloads (a poster, a card, a lesson) is a file in her downloads, and a line in their list.
- Pages that a browser shows in a new tab (Top Sites) are made of its history: the name of the site can appear there
  after some visits. Both browsers note the names of sites that were visited or left at once, to protect from being
  followed (Chromium DIPS, Firefox bounce-tracking-protection); no path stands there.
- The keyboard of a telephone may learn words and offer them again. No page can forbid it; the pages say so.
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
    path.write_text(HEAD + "\n".join(lines) + "\n" + WRITING + FOOT)
