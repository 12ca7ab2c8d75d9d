"""The people who look after keys and mailboxes; editors are others."""

from typing import Any

from django.apps import AppConfig
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission
from django.db.models import Q

KEY_GROUP = "Chiavi"
"""A name in the database: not translated."""


def make_key_group(sender: AppConfig, using: str, **kwargs: Any) -> None:
    """Make the group after a migration that finds none; whatever administrators change in it stays."""
    # Django makes the permissions of this app only after this handler.
    create_permissions(sender, using=using, verbosity=0)
    group, is_new = Group.objects.using(using).get_or_create(name=KEY_GROUP)
    if not is_new:
        return
    keys = Q(content_type__model__in=["operatorcertificate", "deskintake"]) & ~Q(
        codename__startswith="delete"
    )
    wanted = Q(content_type__app_label="contatti") & (keys | Q(content_type__model="outboxitem"))
    into_admin = Q(content_type__app_label="wagtailadmin", codename="access_admin")
    group.permissions.set(Permission.objects.using(using).filter(wanted | into_admin))
