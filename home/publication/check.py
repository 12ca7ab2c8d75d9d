"""Asking every rule, and refusing."""

import logging
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.models import Page, Revision

from home.files.pictures import make_sizes
from home.publication.reading import content_of
from home.publication.reserved import Row
from home.publication.rules import RULES, Finding, Severity

logger = logging.getLogger(__name__)


class PublicationRefused(ValidationError):  # noqa: N818 - a refusal, as in `refusals`
    """A page that must not go out as it stands; `messages` say why, `page` is the draft."""

    def __init__(self, page: Page, reasons: list[Finding]) -> None:
        super().__init__([str(reason) for reason in reasons])
        self.page = page
        self.reasons = reasons


def findings(page: Page, reserved: list[Row] | None = None) -> list[Finding]:
    """Return what the rules find on `page` as it stands in memory, saved or not.

    Who asks about many pages gives the `reserved` phrases, read once.
    """
    content = content_of(page, reserved)
    return [Finding(rule, where, excerpt) for rule in RULES for where, excerpt in rule.find(content)]


def refusals(page: Page, reserved: list[Row] | None = None) -> list[Finding]:
    """Return only what forbids publication."""
    return [finding for finding in findings(page, reserved) if finding.rule.severity is Severity.BLOCK]


def make_pictures_ready(revision: Revision) -> None:
    """Make the sizes that a page's pictures lack, such as those of a size new in the code."""
    for picture in content_of(revision.as_object()).pictures:
        make_sizes(picture.image)


def may_publish(revision: Revision) -> bool:
    """True if the revision may go out; raises `PublicationRefused` if not.

    False for one whose scheduled hour has come: the command publishes many pages in a row, and an exception
    would hold back all that follow. It stays scheduled, and the dashboard names it.
    """
    page: Any = revision.as_object()
    reasons = refusals(page)
    if not reasons:
        return True
    if revision.approved_go_live_at and revision.approved_go_live_at <= timezone.now():
        codes = ", ".join(sorted({reason.rule.code for reason in reasons}))
        logger.error("Scheduled page %s was not published: %s", page.pk, codes)
        return False
    raise PublicationRefused(page, reasons)
