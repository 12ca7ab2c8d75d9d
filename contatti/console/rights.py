"""Who sees what of the console: operators their desks, who coordinates the counts of all, editors nothing."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from wagtail.permission_policies import ModelPermissionPolicy

from contatti.models import DeskMailbox, ModelAnswer
from servizi.models import DeskOperators
from servizi.statistics_permissions import PUBLISH


def mailboxes_of(user: Any) -> QuerySet[DeskMailbox]:
    """Return the mailboxes of the desks at which somebody answers; a superuser is no operator by that."""
    desks = DeskOperators.objects.filter(group__user=user).values("desk")
    return DeskMailbox.objects.filter(desk__in=desks).order_by("name")


def is_operator(user: Any) -> bool:
    """Tell whether somebody answers at a desk."""
    return mailboxes_of(user).exists()


def coordinates(user: Any) -> bool:
    """Tell whether somebody sees counts and ages of all desks, and writes model answers."""
    return bool(user.has_perm(PUBLISH))


def may_enter(user: Any) -> bool:
    """Tell whether the console has anything for somebody."""
    return coordinates(user) or is_operator(user)


def own_mailbox(user: Any, pk: int) -> DeskMailbox:
    """Return a mailbox of this operator's. Raises PermissionDenied for another's and for none."""
    found = mailboxes_of(user).filter(pk=pk).first()
    if found is None:
        raise PermissionDenied
    return found


class ModelAnswerPolicy(ModelPermissionPolicy):
    """Coordinators write model answers, operators read those that they may use."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return bool(user.is_active) and (coordinates(user) or (action == "view" and is_operator(user)))

    def user_has_any_permission(self, user: Any, actions: Any) -> bool:
        return any(self.user_has_permission(user, action) for action in actions)

    def user_has_permission_for_instance(self, user: Any, action: str, instance: ModelAnswer) -> bool:
        return self.instances_user_has_any_permission_for(user, [action]).filter(pk=instance.pk).exists()

    def user_has_any_permission_for_instance(self, user: Any, actions: Any, instance: ModelAnswer) -> bool:
        return any(self.user_has_permission_for_instance(user, action, instance) for action in actions)

    def instances_user_has_any_permission_for(self, user: Any, actions: Any) -> QuerySet[ModelAnswer]:
        if not self.user_has_any_permission(user, actions):
            return ModelAnswer.objects.none()
        rows = ModelAnswer.objects.all()
        return rows if coordinates(user) else rows.for_mailboxes(mailboxes_of(user))
