"""Four eyes on keys: whoever can read future requests is decided by two people, or by one after a wait.

Less is done at once and alone: a key out of use, a pause. More waits (PendingChange) until another keeper, or
a reader of that mailbox who proved a key of it, says yes; where there is nobody else, until SEALED_WAIT. It
binds the administration, not whoever holds the server.
"""

from contextlib import suppress
from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.backends import ModelBackend
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from contatti.sealed.certificates.likeness import is_like_another, like_another_message
from contatti.sealed.conf import sealed_settings
from contatti.sealed.history import write_down_change
from contatti.sealed.key_change_mails import KEEPS, tell_waiting
from contatti.sealed.models import ChangeKind, Mailbox, OperatorCertificate, PendingChange
from contatti.sealed.models.certificates import MAX_PER_MAILBOX
from contatti.sealed.proof.rights import proved_readers, reads


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
    """Tell whether somebody is a second person: another one, who keeps the keys or proved that she reads."""
    if user.pk == change.asked_by_id or not user.is_active or not _asker_is_there(change):
        return False
    proved = proved_readers(change.mailbox, timezone.now())
    knows = bool(user.has_perm(KEEPS)) or proved.filter(pk=user.pk).exists()
    return knows and _are_two(change, user)


def why_not(change: PendingChange, user: Any) -> str:
    """Return why somebody who may see a change can't agree to it."""
    if user.pk == change.asked_by_id:
        return _("Deve dire di sì un’altra persona, non chi l’ha chiesto.")
    if not _asker_is_there(change):
        return _("L’account di chi l’ha chiesto non c’è più: fermate questo cambio, e chiedetelo di nuovo.")
    if not _are_two(change, user):
        return _(
            "Deve dire di sì una terza persona: negli ultimi trenta giorni una di voi due ha creato "
            "l’account dell’altra o le ha dato un ruolo, o l’ha fatto per tutte e due la stessa persona."
        )
    return _("Può dire di sì chi ha una chiave provata di questa casella: prima rispondi alla tua prova.")


def is_concerned(change: PendingChange, user: Any) -> bool:
    """Tell whether somebody may see and stop a change: a reader may before she proved anything."""
    return bool(user.is_active) and (bool(user.has_perm(KEEPS)) or reads(user, change.mailbox))


def state_of(change: PendingChange) -> str:
    """Return what tells a change from what somebody else makes of it meanwhile; a form carries it back."""
    return change.asked_at.isoformat()


@transaction.atomic
def approve(pk: int, user: Any, seen: str) -> None:
    """Make the change that another person asked for, as `user` saw it (see state_of). Raises ChangeRefused.

    Who asks again writes over the change that waits: without `seen`, a yes to one mailbox, said a moment
    after that, would be a yes to another.
    """
    change = _locked(pk)
    if not may_approve(change, user):
        raise ChangeRefused(why_not(change, user))
    if seen != state_of(change):
        raise ChangeRefused(
            _("Intanto è stato chiesto di nuovo, forse altro: guardate che cosa dice adesso.")
        )
    _make(change)
    write_down_change(change, "sealed.change_approved", user)


def stop(change: PendingChange, user: Any) -> None:
    """Forget a change that waits; whoever is concerned may, alone."""
    write_down_change(change, "sealed.change_stopped", user)
    change.delete()


def ripen(now: datetime) -> None:
    """Make the changes for which there is no second person, once they waited long enough and were told.

    One that can't be made stays, and is seen on the dashboard.
    """
    for change in PendingChange.objects.filter(told=True).select_related("mailbox", "asked_by"):
        waited = now >= sealed_settings.wait_until(change.mailbox, change.asked_at)
        if waited and _asker_is_there(change) and not _has_second(change):
            with suppress(ChangeRefused), transaction.atomic():
                # What was asked anew meanwhile waits anew.
                if (found := _locked(change.pk)).asked_at == change.asked_at:
                    _make(found)
                    write_down_change(found, "sealed.change_ripened")


def _has_second(change: PendingChange) -> bool:
    users = get_user_model().objects
    keepers = users.with_perm(KEEPS, backend=f"{ModelBackend.__module__}.{ModelBackend.__qualname__}")
    people = {person.pk for person in (*keepers, *proved_readers(change.mailbox, timezone.now()))}
    return any(_are_two(change, each) for each in users.filter(pk__in=people - {change.asked_by_id}))


def _asker_is_there(change: PendingChange) -> bool:
    """Tell whether the first of the two people still is: else an account made for asking would be deleted."""
    return bool(change.asked_by and change.asked_by.is_active)


def _are_two(change: PendingChange, user: Any) -> bool:
    """Tell whether asker and `user` are two people, where a mailbox has ever been read.

    A new one has nothing to lose yet, and its first people were all made by the same administrator.
    """
    if change.asked_by is None:
        return False
    return not _was_in_use(change) or sealed_settings.are_independent(change.asked_by, user)


def _was_in_use(change: PendingChange) -> bool:
    """Tell whether another key of the mailbox ever counted, whatever one keeper did to it meanwhile."""
    others = OperatorCertificate.objects.filter(mailbox=change.mailbox_id).exclude(
        pk=change.certificate_id or 0
    )
    return others.filter(Q(active=True) | Q(proved_at__isnull=False) | Q(tests__isnull=False)).exists()


def _ask(mailbox: Mailbox, kind: ChangeKind, user: Any, **what: Any) -> None:
    asked = {"asked_by": user, "asked_at": timezone.now(), "told": False}
    certificate = what.get("certificate")
    change, _is_new = PendingChange.objects.update_or_create(
        mailbox_id=mailbox.pk, kind=kind, certificate=certificate, defaults={**what, **asked}
    )
    write_down_change(change, "sealed.change_asked", user)
    transaction.on_commit(tell_waiting)


def _locked(pk: int) -> PendingChange:
    """Return a change that nobody else decides about until the transaction ends. Raises ChangeRefused."""
    # PostgreSQL locks no row that may be missing, as the certificate's.
    waiting = PendingChange.objects.select_for_update(of=("self",))
    found = waiting.select_related("mailbox", "certificate", "asked_by").filter(pk=pk).first()
    if found is None:
        raise ChangeRefused(_("Qualcuno ha già deciso."))
    return found


def _make(change: PendingChange) -> None:
    # Only the one field: a pause or a name that somebody writes at this moment stays.
    if change.certificate:
        _check_key(change.certificate)
        change.certificate.active = True
        change.certificate.must_be_proved_anew()
        change.certificate.save(update_fields=["active", "proved_at", "test_due_at"])
    elif change.kind == ChangeKind.ADDRESS:
        change.mailbox.address = change.address
        change.mailbox.save(update_fields=["address"])
    else:
        change.mailbox.paused = False
        change.mailbox.save(update_fields=["paused"])
    change.delete()


def _check_key(row: OperatorCertificate) -> None:
    if not row.is_usable(timezone.now()):
        raise ChangeRefused(_("Questo certificato non vale più: serve una chiave nuova."))
    if is_like_another(row.mailbox, row.x509, but=row.pk):
        raise ChangeRefused(like_another_message())
    if OperatorCertificate.objects.filter(mailbox=row.mailbox).active().count() >= MAX_PER_MAILBOX:
        raise ChangeRefused(_("La casella ha già venti chiavi in uso: toglietene una."))
