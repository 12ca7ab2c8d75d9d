"""Taking keys out of use: one on a press, all of somebody's when her account is deleted."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from contatti.sealed.models import OperatorCertificate, PendingChange


@transaction.atomic
def take_out(pk: int) -> None:
    """Take a key out of use; all concerned are told. One that waits for a yes does not wait any more."""
    key = OperatorCertificate.objects.select_for_update().get(pk=pk)
    key.active = False
    key.save(update_fields=["active"])
    PendingChange.objects.filter(certificate=key).delete()


def keys_held_by(users: Iterable[Any]) -> QuerySet[OperatorCertificate]:
    """Return the keys of these accounts that are in use or wait for a yes."""
    waiting = PendingChange.objects.exclude(certificate=None).values("certificate")
    keys = OperatorCertificate.objects.filter(owner__in=[user.pk for user in users])
    return keys.filter(Q(active=True) | Q(pk__in=waiting)).select_related("mailbox")


def take_out_with_account(instance: Any, **kwargs: Any) -> None:
    """Before an account is deleted, take its keys out of use.

    Afterwards nothing would tell them from those that never had an account, and who left would read on.
    """
    for key in keys_held_by([instance]):
        take_out(key.pk)


def warning_for(users: Iterable[Any]) -> str:
    """Return what follows for keys if these accounts are deleted, empty if nothing."""
    names = "; ".join(f"{key.mailbox.name}, {key.holder}" for key in keys_held_by(users))
    if not names:
        return ""
    return _(
        "Con l’account esce subito dall’uso anche la chiave (%(keys)s). Se la casella resta senza chiavi "
        "provate, il modulo si chiude e mostra il telefono."
    ) % {"keys": names}
