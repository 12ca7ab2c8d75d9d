"""Four eyes on keys: whoever can read future requests is decided by two people, or by one after a wait.

Less is done at once and alone: a key out of use, a pause. More waits (PendingChange) until another keeper, or
a reader of that mailbox, says yes; where there is nobody else, until SEALED_WAIT. It binds the
administration, not whoever holds the server.
"""

from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.backends import ModelBackend
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from contatti.sealed.certificates.likeness import is_like_another, like_another_message
from contatti.sealed.conf import sealed_settings
from contatti.sealed.key_change_mails import KEEPS, tell_waiting
from contatti.sealed.models import ChangeKind, Mailbox, OperatorCertificate, PendingChange
from contatti.sealed.models.certificates import MAX_PER_MAILBOX


class ChangeRefused(Exception):  # noqa: N818 - words for whoever pressed the button
    """A change that can't be made (any more), or not by this person. Carries the reason in words."""


def ask_for_key(row: OperatorCertificate, user: Any) -> None:
    """Let a key wait that is not in use."""
    _ask(row.mailbox, ChangeKind.KEY, user, certificate=row)


def ask_for_address(mailbox: Mailbox, address: str, user: Any) -> None:
    _ask(mailbox, ChangeKind.ADDRESS, user, address=address)


def ask_for_opening(mailbox: Mailbox, user: Any) -> None:
    _ask(mailbox, ChangeKind.OPENING, user)


def may_approve(change: PendingChange, user: Any) -> bool:
    """Tell whether somebody is a second person: another one, who keeps the keys or reads this mailbox."""
    return user.pk != change.asked_by_id and is_concerned(change, user)


def is_concerned(change: PendingChange, user: Any) -> bool:
    """Tell whether somebody may see and stop a change."""
    if not user.is_active:
        return False
    return (
        bool(user.has_perm(KEEPS)) or sealed_settings.readers_of(change.mailbox).filter(pk=user.pk).exists()
    )


def approve(change: PendingChange, user: Any) -> None:
    """Make the change that another person asked for. Raises ChangeRefused."""
    if not may_approve(change, user):
        raise ChangeRefused(_("Deve dire di sì un’altra persona, non chi l’ha chiesto."))
    _make(change)


def ripen(now: datetime) -> None:
    """Make the changes for which there is no second person, once they waited long enough and were told.

    One that can't be made stays, and is seen on the dashboard.
    """
    for change in PendingChange.objects.filter(told=True).select_related("mailbox"):
        if now >= sealed_settings.wait_until(change.mailbox, change.asked_at) and not _has_second(change):
            try:
                _make(change)
            except ChangeRefused:
                continue


def _has_second(change: PendingChange) -> bool:
    users = get_user_model().objects
    keepers = users.with_perm(KEEPS, backend=f"{ModelBackend.__module__}.{ModelBackend.__qualname__}")
    readers = sealed_settings.readers_of(change.mailbox).filter(is_active=True)
    people = {person.pk for person in (*keepers, *readers)}
    return bool(people - {change.asked_by_id})


def _ask(mailbox: Mailbox, kind: ChangeKind, user: Any, **what: Any) -> None:
    asked = {"asked_by": user, "asked_at": timezone.now(), "told": False}
    certificate = what.get("certificate")
    PendingChange.objects.update_or_create(
        mailbox_id=mailbox.pk, kind=kind, certificate=certificate, defaults={**what, **asked}
    )
    transaction.on_commit(tell_waiting)


@transaction.atomic
def _make(change: PendingChange) -> None:
    waiting = PendingChange.objects.select_for_update().select_related("mailbox", "certificate")
    found = waiting.filter(pk=change.pk).first()
    if found is None:
        raise ChangeRefused(_("Qualcuno ha già deciso."))
    if found.certificate:
        _check_key(found.certificate)
        found.certificate.active = True
        found.certificate.save()
    elif found.kind == ChangeKind.ADDRESS:
        found.mailbox.address = found.address
        found.mailbox.save()
    else:
        found.mailbox.paused = False
        found.mailbox.save()
    found.delete()


def _check_key(row: OperatorCertificate) -> None:
    if not row.is_usable(timezone.now()):
        raise ChangeRefused(_("Questo certificato non vale più: serve una chiave nuova."))
    if is_like_another(row.mailbox, row.x509, but=row.pk):
        raise ChangeRefused(like_another_message())
    if OperatorCertificate.objects.filter(mailbox=row.mailbox).active().count() >= MAX_PER_MAILBOX:
        raise ChangeRefused(_("Lo sportello ha già venti chiavi in uso: toglietene una."))
