"""Each desk has its mailbox by itself: the administration changes them, and adds or deletes none."""

from typing import Any

from wagtail.permission_policies import ModelPermissionPolicy

from contatti.models import DeskMailbox
from contatti.sealed.forms import MailboxForm
from contatti.sealed.views.certificates import KeyViewSet, MailboxViewSet, SealedGroup


class ChangeOnly(ModelPermissionPolicy):
    """Nobody adds or deletes, a superuser neither."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action not in ("add", "delete") and super().user_has_permission(user, action)


class DeskMailboxForm(MailboxForm):
    class Meta(MailboxForm.Meta):
        model = DeskMailbox
        fields = ("address", "hourly_limit", "paused", "pause_message", "closes_unproved")


class DeskMailboxViewSet(MailboxViewSet):
    model = DeskMailbox

    @property
    def permission_policy(self) -> ModelPermissionPolicy:
        return ChangeOnly(self.model)

    def get_form_class(self, for_update: bool = False) -> type:
        return DeskMailboxForm


class DeskGroup(SealedGroup):
    items = (KeyViewSet, DeskMailboxViewSet)
