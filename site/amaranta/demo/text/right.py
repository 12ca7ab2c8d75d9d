"""What the pages of rights share: when they were compared with the sources, and until when that holds."""

import datetime as dt
from zoneinfo import ZoneInfo

from amaranta.demo.text.markup import Block, Draft
from home.models import RightsPage

# The day on which the texts were compared with the sources that docs/content.md names; no lawyer read them.
VERIFIED_ON = dt.date(2026, 11, 29)
# A page that has expired is refused, and the demonstration can be built in any year.
TODAY = dt.datetime.now(tz=ZoneInfo("Europe/Rome")).date()
EXPIRES_ON = max(VERIFIED_ON, TODAY) + dt.timedelta(days=180)


def right(slug: str, title: str, intro: str, body: list[Block], *laws: str) -> Draft:
    """Return a page of a right as a draft, with the laws it relies on."""
    fields = {
        "law_reference": "\n".join(laws),
        "verified_on": VERIFIED_ON,
        "expires_on": EXPIRES_ON,
    }
    return Draft(RightsPage, slug, title, intro, body, fields)
