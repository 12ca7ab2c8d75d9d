"""Alerts about readers: keys that nobody proved yet, mailboxes that nobody seems to read any more."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from contatti.sealed.alerts.alert import Alert, AlertCode
from contatti.sealed.availability import STALE, availabilities, newest_proof
from contatti.sealed.models import Mailbox, OperatorCertificate
from contatti.sealed.moments import local_day
from contatti.sealed.proof.states import ProofState, state_of


def keys_to_prove(now: datetime) -> list[OperatorCertificate]:
    """Return the approved keys of operators that nobody proved yet."""
    keys = OperatorCertificate.objects.approved(now).operators().filter(proved_at=None)
    return [key for key in keys.select_related("mailbox") if key.is_usable(now)]


def closed_until_proved(now: datetime) -> dict[Mailbox, list[OperatorCertificate]]:
    """Return the mailboxes on offer that have keys, of which nobody proved one: the form is closed."""
    waiting: dict[int, list[OperatorCertificate]] = {}
    for key in keys_to_prove(now):
        waiting.setdefault(key.mailbox_id, []).append(key)
    # Of one that has a proved key but closes for want of a new proof, _stale tells.
    proved = set(OperatorCertificate.objects.usable(now).operators().values_list("mailbox", flat=True))
    return {
        each.mailbox: waiting[each.mailbox.pk]
        for each in availabilities(now)
        if each.mailbox.pk in waiting
        and each.mailbox.pk not in proved
        and each.mailbox.address
        and not each.mailbox.paused
    }


def unread(now: datetime) -> Iterator[tuple[Mailbox, list[ProofState]]]:
    """Yield the mailboxes on offer of which nobody proved a key for three weeks, with how each key stands."""
    for each in availabilities(now):
        keys = OperatorCertificate.objects.usable(now).operators().filter(mailbox=each.mailbox.pk)
        usable = [key for key in keys.select_related("mailbox") if key.is_usable(now)]
        proved = newest_proof(usable)
        if each.mailbox.address and not each.mailbox.paused and proved and proved < now - STALE:
            yield each.mailbox, [state_of(key, now) for key in usable]


def _unproved(now: datetime) -> list[str]:
    return [
        f"{mailbox.name}, {key.holder}: {state_of(key, now).words}"
        for mailbox, keys in closed_until_proved(now).items()
        for key in keys
    ]


def _stale(now: datetime) -> list[str]:
    return [_line(mailbox, states) for mailbox, states in unread(now)]


def _line(mailbox: Mailbox, states: list[ProofState]) -> str:
    newest = newest_proof([state.key for state in states])
    day = {"mailbox": mailbox.name, "day": f"{local_day(newest):%d/%m/%Y}" if newest else "–"}
    words = _("%(mailbox)s: ultima prova il %(day)s") % day
    if mailbox.closes_unproved:
        words += _(", il modulo si è chiuso")
    return f"{words}. " + "; ".join(f"{state.key.holder}: {state.words}" for state in states)


PROOF_ALERTS: tuple[Alert, ...] = (
    Alert(
        AlertCode.UNPROVED,
        gettext_lazy("Caselle chiuse: nessuna chiave è stata provata"),
        gettext_lazy(
            "Nella casella arriva un messaggio di prova. Chi ha la chiave lo apre e scrive "
            "i sei numeri in «Prova di lettura»: da quel momento il modulo è aperto."
        ),
        _unproved,
        urgent=True,
        # A new key is proved in an hour or two; a mail to everybody meanwhile would be noise.
        patience=lambda: timedelta(hours=2),
    ),
    Alert(
        AlertCode.NO_PROOF,
        gettext_lazy("Da tre settimane nessuna prova di lettura"),
        gettext_lazy(
            "Forse nessuna legge le richieste di queste caselle. Telefonate a chi ha le chiavi. Se il "
            "messaggio di prova non arriva, guardate la casella; se nessuna può leggere, mettete in pausa "
            "la casella."
        ),
        _stale,
        urgent=True,
    ),
)
