"""Which pages on the site a rule would refuse today: they went out before a word was reserved."""

from hashlib import sha256
from time import time
from typing import Any

from django.core.cache import cache
from django.utils.translation import get_language
from wagtail.models import Page

from home.publication.refusals import refusals
from home.publication.reserved_phrases import ReservedPhrases

HOUR = 3600
"""Every hour all pages are read again: files in them may have got another name meanwhile."""
ELSEWHERE = {"rights-expired", "half-translated"}
"""Rules whose findings are told elsewhere; the second would read the Italian page of every translation."""

Known = dict[int, tuple[Any, tuple[str, ...]]]
"""Of each page the moment of its publication, and what would stop it."""


def refused_pages() -> dict[int, tuple[str, ...]]:
    """Return the reasons by page id; only pages published since the last time are read again.

    Reading a page costs some milliseconds and a few queries, and the dashboard asks at every visit.
    """
    phrases = ReservedPhrases.load()
    # Under another SECRET_KEY every page would be named; that has a task of its own.
    if not phrases.is_readable:
        return {}
    key = f"refused-pages-{_fingerprint(phrases)}"
    known: Known = cache.get(key) or {}
    published = dict(Page.objects.live().filter(depth__gt=1).values_list("pk", "last_published_at"))
    changed = [pk for pk, moment in published.items() if known.get(pk, (..., ()))[0] != moment]
    if changed or known.keys() - published.keys():
        known = {pk: found for pk, found in known.items() if pk in published}
        for page in Page.objects.filter(pk__in=changed).specific():
            known[page.pk] = (published[page.pk], _reasons(page, phrases))
        cache.set(key, known, HOUR)
    return {pk: reasons for pk, (_moment, reasons) in known.items() if reasons}


def _fingerprint(phrases: ReservedPhrases) -> str:
    held = "".join([f"{get_language()} {time() // HOUR}", *sorted(phrases.digests)])
    return sha256(held.encode()).hexdigest()


def _reasons(page: Page, phrases: ReservedPhrases) -> tuple[str, ...]:
    return tuple(str(found) for found in refusals(page, phrases, ELSEWHERE))
