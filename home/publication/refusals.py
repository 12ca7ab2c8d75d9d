"""Asking every rule, and refusing."""

import logging
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.models import Page, Revision

from home.files.pictures import make_sizes
from home.publication.reading import Content, content_of
from home.publication.reserved_phrases import ReservedPhrases
from home.publication.rules import RULES, Finding, Rule, Severity

logger = logging.getLogger(__name__)


class PublicationRefused(ValidationError):  # noqa: N818 - a refusal, as in `refusals`
    """A page that must not go out as it stands; `messages` say why, `page` is the draft."""

    def __init__(self, page: Page, reasons: list[Finding]) -> None:
        super().__init__([str(reason) for reason in reasons])
        self.page = page
        self.reasons = reasons


def findings(page: Page) -> list[Finding]:
    """Return what the rules find on `page` as it stands in memory, saved or not."""
    return _ask(RULES, content_of(page))


def refusals(
    page: Page, phrases: ReservedPhrases | None = None, besides: Iterable[str] = ()
) -> list[Finding]:
    """Return only what forbids publication, by rules that are not `besides`.

    Of many pages, each is given the same `phrases`.
    """
    blocking = (rule for rule in RULES if rule.severity is Severity.BLOCK and rule.code not in besides)
    return _ask(blocking, content_of(page, phrases))


def doubts(page: Page) -> list[Finding]:
    """Return what a person has to say yes to before `page` goes out."""
    return _ask((rule for rule in RULES if rule.severity is Severity.ASK), content_of(page))


def _ask(rules: Iterable[Rule], content: Content) -> list[Finding]:
    # Rules read straight apostrophes; people are shown those of print.
    return [
        Finding(rule, where, excerpt.replace("'", "’"))
        for rule in rules
        for where, excerpt in rule.find(content)
    ]


def make_pictures_ready(revision: Revision) -> None:
    """Make the sizes that a page's pictures lack, such as those of a size new in the code."""
    for picture in content_of(revision.as_object()).pictures:
        make_sizes(picture.image)


def is_due(revision: Revision) -> bool:
    """True for a scheduled revision whose hour has come."""
    return bool(revision.approved_go_live_at and revision.approved_go_live_at <= timezone.now())


def may_publish(revision: Revision) -> bool:
    """True if the revision may go out; raises `PublicationRefused` if not.

    False for one whose scheduled hour has come: the command publishes many pages in a row, and an exception
    would hold back all that follow. It stays scheduled, and the dashboard names it.
    """
    page: Any = revision.as_object()
    reasons = refusals(page)
    if not reasons:
        return True
    if is_due(revision):
        codes = ", ".join(sorted({reason.rule.code for reason in reasons}))
        logger.error("Scheduled page %s was not published: %s", page.pk, codes)
        return False
    raise PublicationRefused(page, reasons)
