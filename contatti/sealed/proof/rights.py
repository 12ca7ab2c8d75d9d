"""Whose proof a key's digits are, and who may agree to changes because she reads."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet

from contatti.sealed.conf import sealed_settings
from contatti.sealed.key_change_mails import KEEPS
from contatti.sealed.models import CertificateRole, Mailbox, OperatorCertificate

LATELY = timedelta(days=21)


def reads(user: Any, mailbox: Mailbox) -> bool:
    """Tell whether somebody's account is one of those that read a mailbox."""
    return bool(user.is_active) and sealed_settings.readers_of(mailbox).filter(pk=user.pk).exists()


def reads_any(user: Any) -> bool:
    """Tell whether somebody reads a mailbox."""
    return any(reads(user, mailbox) for mailbox in Mailbox.objects.all())


def may_answer(key: OperatorCertificate, user: Any) -> bool:
    """Tell whether somebody may type the digits of a key.

    Its own account alone, as long as it reads there. A key without an account (from before accounts were
    tied to keys, or uploaded without one) is proved by an operator of that mailbox, and is hers from then on:
    who knows the digits has the key. Keepers prove the safe's keys, and where no account reads at all.
    """
    keeps = bool(user.is_active and user.has_perm(KEEPS))
    if key.owner_id is not None:
        return bool(key.owner_id == user.pk) and (keeps or reads(user, key.mailbox))
    if key.role == CertificateRole.RECOVERY:
        return keeps
    nobody_reads = not sealed_settings.readers_of(key.mailbox).filter(is_active=True).exists()
    return reads(user, key.mailbox) or (keeps and nobody_reads)


def keys_of(user: Any, now: datetime) -> list[OperatorCertificate]:
    """Return the keys in use whose digits somebody may type, a new one first."""
    perhaps = Q(owner=user.pk) | Q(owner=None)
    keys = OperatorCertificate.objects.approved(now).filter(perhaps)
    keys = keys.select_related("mailbox", "owner", "replaces")
    found = [key for key in keys if may_answer(key, user)]
    return sorted(found, key=lambda key: (key.proved_at is not None, key.mailbox.name, key.holder))


def proved_readers(mailbox: Mailbox, now: datetime) -> QuerySet[Any]:
    """Return the readers of a mailbox who proved a key of it: they may agree to its changes.

    Also for three weeks after the last proof of a key that is out of use: else a keeper who takes all keys
    out of use, which she may alone, would have made herself the only one who can say yes.
    """
    keys = OperatorCertificate.objects.filter(mailbox=mailbox.pk, owner__isnull=False)
    in_use = keys.usable(now).operators().values("owner")
    lately = keys.filter(tests__answered_at__gt=now - LATELY).values("owner")
    return sealed_settings.readers_of(mailbox).filter(Q(pk__in=in_use) | Q(pk__in=lately), is_active=True)
