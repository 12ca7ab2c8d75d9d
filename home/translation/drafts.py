"""Drafts of translations: begun below translated parents, saved, and sent for approval as every page is."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.actions.copy_for_translation import CopyPageForTranslationAction
from wagtail.models import Locale, Page, WorkflowState

from home.publication.refusals import doubts, refusals

TRANSLATE = "simple_translation.submit_translation"


def may_begin(user: Any, original: Page) -> bool:
    """Tell whether somebody may have a page translated: Wagtail's own two conditions."""
    return bool(user.has_perm(TRANSLATE) and original.permissions_for_user(user).can_edit())


@transaction.atomic
def begin(original: Page, locale: Locale, user: Any) -> Page:
    """Return the translation, a draft if it is new; pages above that have none get one first, as drafts.

    Wagtail would make aliases of them, which are on the site at once, in Italian.
    """
    above = [page for page in original.get_ancestors(inclusive=True) if not page.is_root()]
    for page in above:
        if not page.has_translation(locale):
            action = CopyPageForTranslationAction(page=page.specific, locale=locale, user=user)
            action.execute(skip_permission_checks=True)
    found: Page = original.get_translation(locale)
    return found


def save(draft: Any, user: Any) -> None:
    """Save a draft; what is on the site stays as it is. Raises ValidationError for what no draft may have."""
    draft.minimal_clean()
    draft.save_revision(user=user, log_action=True, clean=False)


def reasons_to_wait(draft: Any) -> list[str]:
    """Return why a draft cannot be sent for approval from here; its own form says where, and asks."""
    found = [str(reason) for reason in (*refusals(draft), *doubts(draft))]
    try:
        draft.full_clean()
    except ValidationError as error:
        found += error.messages
    return found


def send(draft: Any, user: Any) -> None:
    """Send a saved draft for approval, again if it came back."""
    state = draft.current_workflow_state
    if state and state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        state.resume(user)
    else:
        draft.get_workflow().start(draft, user)
