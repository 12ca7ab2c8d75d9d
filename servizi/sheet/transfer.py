"""The directory to a file, and a plan to the directory."""

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from servizi.models import PartnerPage, PartnerSectionPage

from .columns import COLUMNS, cells
from .files import parse, write
from .plan import Plan, Planner, Row, Status


def export() -> bytes:
    """Return the published partners as a sheet that may itself be published: no internal contacts."""
    main = {"locale__language_code": settings.LANGUAGE_CODE}
    sections = PartnerSectionPage.objects.filter(**main).select_related("comune")
    names = {section.path: section.comune.name for section in sections}
    pages = PartnerPage.objects.filter(**main).live().prefetch_related("comuni").order_by("path")
    rows = (cells(page, names[page.path[: -page.steplen]]).values() for page in pages)
    return write((column.header for column in COLUMNS), rows)


def plan_of(data: bytes) -> Plan:
    """Return what the file would change. Raises files.UnreadableError."""
    return Planner().plan(parse(data))


def carry_out(data: bytes, user: AbstractBaseUser) -> Plan:
    """Take in the whole file, or nothing if by now it has a problem; the plan returned says which.

    The index of references to Comuni and pictures is brought up to date afterwards, page by page, so that
    the transaction holds the database a third less long.
    """
    with disable_reference_index_auto_update(), transaction.atomic():
        plan = plan_of(data)
        if plan.problems:
            return plan
        for row in plan.having(Status.NEW):
            add(row, user)
        for row in plan.having(Status.CHANGED):
            update(row, user)
    for row in plan.rows:
        ReferenceIndex.create_or_update_for_object(row.page)
    return plan


def add(row: Row, user: AbstractBaseUser) -> None:
    now = timezone.now()
    row.page.first_published_at = row.page.last_published_at = now
    row.page.owner = user
    row.page.comuni = row.comuni
    row.section.add_child(instance=row.page)


def update(row: Row, user: AbstractBaseUser) -> None:
    """Publish the page as it is now. Publishing a revision would save it twice: twice the time.

    It still needs the revision: the editors' next draft would start from the old one and undo the import.
    """
    page = row.page
    page.draft_title = page.title
    page.last_published_at = timezone.now()
    page.live_revision = page.save_revision(user=user, clean=False)
    page.has_unpublished_changes = False
    page.save(clean=False)
    log(instance=page, action="wagtail.publish", user=user, revision=page.live_revision)
