"""The button that saves, submits or approves: the one that a person came for stands first."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.admin.action_menu import ActionMenuItem, SubmitForModerationMenuItem, WorkflowMenuItem
from wagtail.models import WorkflowState

APPROVE = "approve"
SUBMIT = "action-submit"
# Who approves also publishes: a second button that skips the workflow would leave it open.
SUPERSEDED = {"action-publish", "action-restart-workflow"}


class SubmitItem(SubmitForModerationMenuItem):
    """Says what the press does; Wagtail says the name of a workflow, which nobody has heard of."""

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(parent_context)
        page = context.get("page")
        state = page.current_workflow_state if page else None
        came_back = state and state.status == WorkflowState.STATUS_NEEDS_CHANGES
        context["label"] = _("Manda di nuovo in approvazione") if came_back else _("Manda in approvazione")
        return context


def put_first(items: list[ActionMenuItem], request: HttpRequest, context: dict[str, Any]) -> None:
    """Answer `construct_page_action_menu`: approval for who reviews, submission for who may not publish."""
    items[:] = [SubmitItem(item.order) if item.name == SUBMIT else item for item in items]
    names = {item.name for item in items}
    if any(isinstance(item, WorkflowMenuItem) for item in items):
        items[:] = [item for item in items if item.name not in SUPERSEDED]
        items.sort(key=lambda item: (item.name != APPROVE, not isinstance(item, WorkflowMenuItem)))
    elif "action-publish" not in names:
        items.sort(key=lambda item: item.name != SUBMIT)
