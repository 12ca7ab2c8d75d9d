"""The directory to a file, and a plan to the directory."""

from functools import partial

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import ReferenceIndex
from wagtail.search.backends import get_search_backend
from wagtail.signal_handlers import disable_reference_index_auto_update

from servizi.models import PartnerPage, PartnerSectionPage
from servizi.models.organizations import neutral_slug
from servizi.models.partners import indexed_later
from servizi.partner_import.columns import COLUMNS, cells
from servizi.partner_import.csv_files import parse, write
from servizi.partner_import.plan import Plan, Planner, Row, Status


def export() -> bytes:
    """Return the published partners as a sheet that may itself be published: no internal contacts."""
    main = {"locale__language_code": settings.LANGUAGE_CODE}
    sections = PartnerSectionPage.objects.filter(**main).select_related("comune")
    names = {section.path: section.comune.name for section in sections}
    pages = PartnerPage.objects.filter(**main).live().prefetch_related("comuni").order_by("path")
    rows = (cells(page, names[page.path[: -page.steplen]]).values() for page in pages)
    return write((column.header for column in COLUMNS), rows)


def plan_of(text: str) -> Plan:
    """Return what a sheet would change. Raises files.UnreadableError."""
    return Planner().plan(parse(text))


def carry_out(text: str, user: AbstractBaseUser) -> Plan:
    """Take in the whole sheet, or nothing if by now it has a problem; the plan returned says which.

    Search and the index of references to Comuni and pictures are brought up to date afterwards, so that the
    transaction holds the database half as long: meanwhile no woman's message could be taken in.
    """
    with disable_reference_index_auto_update(), indexed_later(), transaction.atomic():
        plan = plan_of(text)
        if plan.problems:
            return plan
        for row in plan.having(Status.NEW):
            add(row, user)
        for row in plan.having(Status.CHANGED):
            update(row, user)
    changed = [row.page for row in plan.rows if row.status != Status.UNCHANGED]
    for page in changed:
        ReferenceIndex.create_or_update_for_object(page)
    get_search_backend().add_bulk(PartnerPage, changed)
    return plan


def add(row: Row, user: AbstractBaseUser) -> None:
    now = timezone.now()
    row.page.first_published_at = row.page.last_published_at = now
    row.page.owner = user
    row.page.comuni = row.comuni
    row.page.slug, row.page.locale, row.page.draft_title = neutral_slug(), row.section.locale, row.page.title
    # The plan has judged every field; saving would do it once more.
    row.page.save = partial(row.page.save, clean=False)  # type: ignore[method-assign]
    row.section.add_child(instance=row.page)
    del row.page.save


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
