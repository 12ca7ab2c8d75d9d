"""Who may fill in which sheet, and who may publish.

Coordinators see every sheet and publish. The operators of a desk see and fill in the sheets of that desk
only: raw counts are small numbers, so a Comune's editors do not see them.
"""

from typing import Any

from django.apps import AppConfig
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission
from django.db.models import Q, QuerySet
from wagtail.models import Locale
from wagtail.permission_policies import ModelPermissionPolicy

from servizi.models import DeskOperators, DeskPage, FigureSheet

COORDINATORS = "Coordinamento"
"""A name in the database: not translated."""
OPERATORS_OF = "Operatrici "
PUBLISH = "servizi.add_figurepublication"

_INTO_ADMIN = Q(content_type__app_label="wagtailadmin", codename="access_admin")
_OWN = Q(content_type__app_label="servizi")
_FILL = _OWN & Q(codename__in=["add_figuresheet", "change_figuresheet", "view_figuresheet"])
_COORDINATE = _FILL | _OWN & Q(
    codename__in=["delete_figuresheet", "add_figurepublication", "view_figurepublication"]
)


def make_coordinators(sender: AppConfig, using: str, **kwargs: Any) -> None:
    """Make the coordinators' group after a migration that finds none; later changes to it stay."""
    # Django makes the permissions of this app only after this handler.
    create_permissions(sender, using=using, verbosity=0)
    group, is_new = Group.objects.using(using).get_or_create(name=COORDINATORS)
    if is_new:
        group.permissions.set(Permission.objects.using(using).filter(_COORDINATE | _INTO_ADMIN))


def operators_of(desk: DeskPage) -> Group:
    """The group whose members fill in the sheets of `desk`, made if there is none."""
    found = DeskOperators.objects.filter(desk=desk).select_related("group").first()
    if found is not None:
        return found.group
    group = Group.objects.create(name=f"{OPERATORS_OF}{desk.title[:100]} ({desk.pk})")
    group.permissions.set(Permission.objects.filter(_FILL | _INTO_ADMIN))
    DeskOperators.objects.create(desk=desk, group=group)
    return group


def desks_of(user: Any) -> "QuerySet[DeskPage]":
    """The desks whose sheets `user` fills in, in the main language: sheets belong to no translation."""
    desks: QuerySet[DeskPage] = DeskPage.objects.filter(locale=Locale.get_default()).order_by("title")
    if user.has_perm(PUBLISH):
        return desks
    own = DeskOperators.objects.filter(group__user=user)
    return desks.filter(pk__in=own.values("desk"))


class SheetPolicy(ModelPermissionPolicy):
    """Model permissions, and only for the desks of the user."""

    def user_has_permission_for_instance(self, user: Any, action: str, instance: FigureSheet) -> bool:
        return self.user_has_permission(user, action) and desks_of(user).filter(pk=instance.desk_id).exists()

    def user_has_any_permission_for_instance(self, user: Any, actions: Any, instance: FigureSheet) -> bool:
        return any(self.user_has_permission_for_instance(user, action, instance) for action in actions)

    def instances_user_has_any_permission_for(self, user: Any, actions: Any) -> Any:
        if not self.user_has_any_permission(user, actions):
            return FigureSheet.objects.none()
        return FigureSheet.objects.of_desks(desks_of(user))


class PublicationPolicy(ModelPermissionPolicy):
    """Publications are added and seen; nobody changes or deletes what the public has already read."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        allowed: bool = action not in {"change", "delete"} and super().user_has_permission(user, action)
        return allowed
