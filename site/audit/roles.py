"""Who was given which power, and by whom: accounts, roles, what a role may do and for which desk it answers.

Hung on the rows, so that a shell, a command and Wagtail's bulk actions leave a line too.
"""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete, pre_save
from wagtail.models import GroupCollectionPermission, GroupPagePermission

from audit.actions import write_down
from servizi.models import DeskOperators

TOLD = ("username", "email", "is_active", "is_superuser", "password")


def connect() -> None:
    """Listen to every table from which somebody's powers follow."""
    users = get_user_model()
    pre_save.connect(_remember_account, sender=users)
    post_save.connect(_account_saved, sender=users)
    pre_delete.connect(_account_deleted, sender=users)
    m2m_changed.connect(_roles_changed, sender=users.groups.through)
    m2m_changed.connect(_own_rights_changed, sender=users.user_permissions.through)
    m2m_changed.connect(_rights_changed, sender=Group.permissions.through)
    pre_save.connect(_remember_role, sender=Group)
    post_save.connect(_role_saved, sender=Group)
    pre_delete.connect(_role_deleted, sender=Group)
    for table in (GroupPagePermission, GroupCollectionPermission):
        post_save.connect(_place_given, sender=table)
        post_delete.connect(_place_taken, sender=table)
    post_save.connect(_desk_given, sender=DeskOperators)
    pre_delete.connect(_desk_taken, sender=DeskOperators)


def _remember_account(
    sender: Any, instance: Any, raw: bool = False, update_fields: Any = None, **kwargs: Any
) -> None:
    # Every login writes the hour of the last one: not worth a question.
    asked = instance.pk and not raw and (update_fields is None or set(update_fields) & set(TOLD))
    before = sender._default_manager.filter(pk=instance.pk).values(*TOLD).first() if asked else None
    instance.audited_before = before


def _account_saved(
    sender: Any, instance: Any, created: bool, raw: bool = False, update_fields: Any = None, **kwargs: Any
) -> None:
    if raw:
        return
    before = instance.audited_before or {}
    if created:
        write_down(instance, "audit.account_made")
        if instance.is_superuser:
            write_down(instance, "audit.all_given")
    elif before:
        for action in _account_actions(instance, before, update_fields):
            write_down(instance, action)


def _account_actions(account: Any, before: dict[str, Any], update_fields: Any) -> Iterable[str]:
    if (account.username, account.email) != (before["username"], before["email"]):
        yield "audit.account_renamed"
    # A password that is kept anew under another hash is saved alone, and is the same password.
    if account.password != before["password"] and set(update_fields or ()) != {"password"}:
        yield "audit.password"
    if account.is_active != before["is_active"]:
        yield "audit.account_opened" if account.is_active else "audit.account_closed"
    if account.is_superuser != before["is_superuser"]:
        yield "audit.all_given" if account.is_superuser else "audit.all_taken"


def _account_deleted(instance: Any, **kwargs: Any) -> None:
    write_down(instance, "audit.account_deleted")


def _given_or_taken(action: str, given: str, taken: str) -> str:
    return {"post_add": given, "pre_remove": taken, "pre_clear": taken}.get(action, "")


def _roles_changed(instance: Any, action: str, reverse: bool, pk_set: Any, **kwargs: Any) -> None:
    line = _given_or_taken(action, "audit.role_given", "audit.role_taken")
    if not line:
        return
    if reverse:
        # Written from the side of the role: Wagtail's "give a role to several accounts".
        every = instance.user_set.all()
        accounts = every if action == "pre_clear" else get_user_model()._default_manager.filter(pk__in=pk_set)
        for account in accounts:
            write_down(account, line, what=[instance.name])
        return
    roles = instance.groups.all() if action == "pre_clear" else Group.objects.filter(pk__in=pk_set)
    if names := sorted(roles.values_list("name", flat=True)):
        write_down(instance, line, what=names)


def _own_rights_changed(instance: Any, action: str, reverse: bool, **kwargs: Any) -> None:
    line = _given_or_taken(action, "audit.right_given", "audit.right_taken")
    if line and not reverse:
        _rights(instance, instance.user_permissions, line, action, **kwargs)


def _rights_changed(instance: Any, action: str, reverse: bool, **kwargs: Any) -> None:
    line = _given_or_taken(action, "audit.right_given", "audit.right_taken")
    if line and not reverse:
        _rights(instance, instance.permissions, line, action, **kwargs)


def _rights(row: Any, own: Any, line: str, action: str, model: Any, pk_set: Any, **kwargs: Any) -> None:
    rights = own.all() if action == "pre_clear" else model.objects.filter(pk__in=pk_set)
    if names := sorted(rights.values_list("name", flat=True)):
        write_down(row, line, what=names)


def _remember_role(instance: Group, **kwargs: Any) -> None:
    found = Group.objects.filter(pk=instance.pk).values_list("name", flat=True) if instance.pk else ()
    instance.audited_name = next(iter(found), "")  # type: ignore[attr-defined]


def _role_saved(instance: Any, created: bool, raw: bool = False, **kwargs: Any) -> None:
    if not raw and created:
        write_down(instance, "audit.role_made")
    elif not raw and instance.audited_name != instance.name:
        write_down(instance, "audit.role_renamed", what=[instance.audited_name])


def _role_deleted(instance: Group, **kwargs: Any) -> None:
    write_down(instance, "audit.role_deleted")


def _place_given(instance: Any, created: bool, raw: bool = False, **kwargs: Any) -> None:
    if created and not raw:
        write_down(instance.group, "audit.right_given", what=[_place(instance)])


def _place_taken(instance: Any, **kwargs: Any) -> None:
    # With a role that is deleted its rights go without a word: the line about the role says it.
    if group := Group.objects.filter(pk=instance.group_id).first():
        write_down(group, "audit.right_taken", what=[_place(instance)])


def _place(right: Any) -> str:
    where = getattr(right, "page", None) or getattr(right, "collection", None)
    return f"{right.permission.name} ({where})"


def _desk_given(instance: DeskOperators, created: bool, raw: bool = False, **kwargs: Any) -> None:
    if created and not raw:
        write_down(instance.group, "audit.desk_given", what=[str(instance.desk)])


def _desk_taken(instance: DeskOperators, **kwargs: Any) -> None:
    if group := Group.objects.filter(pk=instance.group_id).first():
        write_down(group, "audit.desk_taken", what=[str(instance.desk)])
