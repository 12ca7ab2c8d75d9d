"""A translation is changed, published and reviewed by the same people as its original."""

from typing import Any

from wagtail.models import GroupPagePermission, Page, WorkflowPage


def give_the_same(source_obj: Any, target_obj: Any, **_kwargs: Any) -> None:
    """Copy what is granted on the original itself; what it has from a page above, the translation has too."""
    if not isinstance(source_obj, Page):
        return
    for grant in GroupPagePermission.objects.filter(page_id=source_obj.pk):
        GroupPagePermission.objects.get_or_create(
            group_id=grant.group_id, page_id=target_obj.pk, permission_id=grant.permission_id
        )
    for kept in WorkflowPage.objects.filter(page_id=source_obj.pk):
        WorkflowPage.objects.get_or_create(page_id=target_obj.pk, defaults={"workflow_id": kept.workflow_id})
