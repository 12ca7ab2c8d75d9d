"""The button that saves, submits or approves: the one that a person came for stands first."""

from typing import Any

from django.http import HttpRequest
from wagtail.admin.action_menu import ActionMenuItem, WorkflowMenuItem

APPROVE = "approve"
# Who approves also publishes: a second button that skips the workflow would leave it open.
SUPERSEDED = {"action-publish", "action-restart-workflow"}


def put_first(items: list[ActionMenuItem], request: HttpRequest, context: dict[str, Any]) -> None:
    """Answer `construct_page_action_menu`: approval for who reviews, submission for who may not publish."""
    names = {item.name for item in items}
    if any(isinstance(item, WorkflowMenuItem) for item in items):
        items[:] = [item for item in items if item.name not in SUPERSEDED]
        items.sort(key=lambda item: (item.name != APPROVE, not isinstance(item, WorkflowMenuItem)))
    elif "action-publish" not in names:
        items.sort(key=lambda item: item.name != "action-submit")
