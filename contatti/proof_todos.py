"""What the administration's first page says about keys to prove and to renew, and who proved when."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from contatti.readers import mailboxes_read_by, readers_of
from contatti.sealed.key_change_mails import KEEPS
from contatti.sealed.models import OperatorCertificate, PendingChange
from contatti.sealed.moments import local_day
from contatti.sealed.proof.rights import keys_of
from contatti.sealed.proof.states import ProofState, state_of
from contatti.sealed.renewal_mails import ending
from home.admin.todos import Item, Todo, provider


@provider
def own_proofs(user: Any) -> Iterator[Todo]:
    """Yield the test messages that wait for somebody's digits."""
    now = timezone.now()
    states = [state_of(key, now) for key in keys_of(user, now)]
    yield Todo(
        _("La tua prova di lettura"),
        _("Apri il messaggio di prova nella casella e scrivi qui i sei numeri."),
        [_item(state) for state in states if state.is_open or not state.key.proved_at],
        urgent=any(not state.key.proved_at for state in states),
    )


@provider
def own_key_missing(user: Any) -> Iterator[Todo]:
    """Yield the mailboxes that somebody reads without a key of her own, in use or waiting for a yes."""
    held = OperatorCertificate.objects.approved(timezone.now()).filter(owner=user.pk).values("mailbox")
    asked = PendingChange.objects.filter(certificate__owner=user.pk).values("mailbox")
    without = mailboxes_read_by(user).exclude(pk__in=held).exclude(pk__in=asked)
    yield Todo(
        _("Ti manca la chiave"),
        _("Apre le lettere. Si fa in tre passi, sul computer su cui le leggi: falla prima del resto."),
        [Item(mailbox.name, url=reverse("contatti_key_maker")) for mailbox in without],
    )


@provider
def own_renewals(user: Any) -> Iterator[Todo]:
    """Yield somebody's keys that end soon."""
    keys = ending(timezone.now()).filter(owner=user)
    yield Todo(
        _("La tua chiave scade"),
        _("Fanne una nuova in tre passi: quando è provata, il portale smette da solo di usare questa."),
        [_ends(key) for key in keys],
        urgent=True,
    )


def _ends(key: OperatorCertificate) -> Item:
    day = f"{local_day(key.not_after):%d/%m/%Y}"
    return Item(f"{key.mailbox.name}, {key.holder}: {day}", url=reverse("contatti_key_maker"))


@provider
def missed_proofs(user: Any) -> Iterator[Todo]:
    """Yield, to who keeps the keys, those whose holder let a test pass, or whose test did not arrive."""
    if not user.has_perm(KEEPS):
        return
    now = timezone.now()
    keys = OperatorCertificate.objects.approved(now).operators().select_related("mailbox")
    states = [state_of(key, now) for key in keys.order_by("mailbox__name", "holder")]
    yield Todo(
        _("Prove di lettura che mancano"),
        _(
            "Se il messaggio non è arrivato, guardate la casella. Se è arrivato, telefonate: forse la "
            "chiave non si apre più."
        ),
        [_item(state) for state in states if state.is_late or (state.did_not_arrive and _tried(state))],
    )


@provider
def keys_of_who_left(user: Any) -> Iterator[Todo]:
    """Yield, to who keeps the keys, those in use whose account answers at that desk no more."""
    if not user.has_perm(KEEPS):
        return
    owned = (
        OperatorCertificate.objects.active()
        .operators()
        .exclude(owner=None)
        .select_related("mailbox", "owner")
    )
    left = [
        key for key in owned if not readers_of(key.mailbox).filter(pk=key.owner_id, is_active=True).exists()
    ]
    yield Todo(
        _("Chiavi di chi non risponde più a quello sportello"),
        _("Le richieste nuove si chiudono ancora per queste chiavi. Se è uscita, toglile dall’uso adesso."),
        [
            Item(f"{key.mailbox.name}, {key.holder}", url=reverse("sealed_withdraw", args=[key.pk]))
            for key in left
        ],
        urgent=True,
    )


def _tried(state: ProofState) -> bool:
    return bool(state.test and state.test.item and state.test.item.attempts > 1)


def _item(state: ProofState) -> Item:
    words = f"{state.key.mailbox.name}, {state.key.holder}: {state.words}"
    last = _("ultima prova: %(day)s") % {"day": state.last_proved}
    return Item(words, remark=last, url=reverse("sealed_proof"))
