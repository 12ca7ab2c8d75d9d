"""What the pages of rights share: two dates, and the words that no lawyer has read them yet."""

import datetime as dt
from zoneinfo import ZoneInfo

from home.models import RightsPage

from .markup import Block, Draft, callout

# Reckoned from the day of the build: a page that has expired is refused, and the demonstration must not age.
VERIFIED_ON = dt.datetime.now(tz=ZoneInfo("Europe/Rome")).date()
EXPIRES_ON = VERIFIED_ON + dt.timedelta(days=180)
# A page past its day may not be published: so the words say it. What was checked is in docs/content.md.
UNCHECKED = callout(
    "warn",
    "Questa pagina va ricontrollata",
    """<p>Il testo è un esempio e nessuna avvocata l’ha ancora riletto: la data di verifica in fondo è solo un
    esempio. Prima di decidere chiedi a uno sportello o a un’avvocata.</p>""",
)


def right(slug: str, title: str, intro: str, body: list[Block], *laws: str) -> Draft:
    """Return a page of a right as a draft, with the laws it relies on."""
    fields = {
        "law_reference": "\n".join(laws),
        "verified_on": VERIFIED_ON,
        "expires_on": EXPIRES_ON,
    }
    return Draft(RightsPage, slug, title, intro, [UNCHECKED, *body], fields)
