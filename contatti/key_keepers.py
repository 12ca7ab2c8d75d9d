"""The people who look after keys and mailboxes; editors are others."""

from typing import Any

from django.apps import AppConfig, apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission
from django.db.models import Q

KEY_GROUP = "Chiavi"
"""A name in the database: not translated."""
MAILBOXES = ("deskmailbox", "bodymailbox")


def make_key_group(sender: AppConfig, using: str, **kwargs: Any) -> None:
    """Make the group after a migration that finds none; whatever administrators change in it stays."""
    # Django makes the permissions of these apps only after this handler.
    before = set(Permission.objects.using(using).values_list("pk", flat=True))
    for label in ("sealed", sender.label):
        create_permissions(apps.get_app_config(label), using=using, verbosity=0)
    group, is_new = Group.objects.using(using).get_or_create(name=KEY_GROUP)
    if not is_new:
        _give_new(group, using, before)
        return
    keys = Q(content_type__app_label="sealed", content_type__model__in=["operatorcertificate", "mailbox"])
    mailboxes = Q(content_type__app_label="contatti", content_type__model__in=MAILBOXES)
    outbox = Q(content_type__app_label="sealed", content_type__model="outboxitem")
    wanted = (keys | mailboxes) & ~Q(codename__startswith="delete") | outbox
    into_admin = Q(content_type__app_label="wagtailadmin", codename="access_admin")
    group.permissions.set(Permission.objects.using(using).filter(wanted | into_admin))


def _give_new(group: Group, using: str, before: set[int]) -> None:
    """Give the group what this migration brought: nobody can have taken that from it."""
    mailboxes = Q(content_type__app_label="contatti", content_type__model__in=MAILBOXES)
    new = Permission.objects.using(using).filter(mailboxes).exclude(pk__in=before)
    group.permissions.add(*new.exclude(codename__startswith="delete"))
