"""Putting a lane's hour aside: one account asks, another agrees, a worker moves; nothing is opened or lost.

For thirty days either of them, or any other keeper, puts it back with one press.
"""

from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import F
from django.db.models.functions import Length
from django.utils import timezone
from django.utils.translation import gettext as _

from contatti.sealed.conf import sealed_settings
from contatti.sealed.history import write_down_lane
from contatti.sealed.key_change_mails import KEEPS
from contatti.sealed.models import Lane, LaneAside, LaneStore, OutboxItem, OutboxState
from contatti.sealed.moments import truncate_to_hour

AT_ONCE = 500
"""So many are moved in one transaction, so that no new request waits for it."""
AN_HOUR = timedelta(hours=1)


class AsideRefused(Exception):  # noqa: N818 - an answer to give her, not a fault to report
    """Raised with words for staff."""


def ask(lane: Lane, hour: datetime, user: Any) -> LaneAside:
    """Ask that what a lane holds of an hour be put aside. Raises AsideRefused."""
    now = timezone.now()
    if truncate_to_hour(hour) != hour or hour + AN_HOUR > now:
        raise AsideRefused(_("Quest’ora non è ancora finita: aspettate che finisca."))
    if not OutboxItem.objects.filter(lane=lane, accepted_hour=hour).exists():
        raise AsideRefused(_("Di quest’ora non aspetta più niente."))
    who = {"asked_by": user.pk, "asked_name": user.get_username()[:150], "asked_at": now}
    row, made = LaneAside.objects.get_or_create(lane=lane, hour=hour, agreed_at=None, defaults=who)
    if not made:
        raise AsideRefused(_("L’ha già chiesto un’altra persona."))
    write_down_lane(row, "sealed.lane_aside_asked", user)
    return row


def why_not(row: LaneAside, user: Any) -> str:
    """Return why somebody can't agree; empty if she can."""
    if not user.has_perm(KEEPS):
        return _("Può dire di sì chi custodisce le chiavi.")
    if user.pk == row.asked_by:
        return _("Deve dire di sì un’altra persona, non chi l’ha chiesto.")
    asker = get_user_model().objects.filter(pk=row.asked_by, is_active=True).first()
    if asker is None or not asker.has_perm(KEEPS):
        return _("Chi l’ha chiesto non può più farlo: fermate, e chiedetelo di nuovo.")
    if not sealed_settings.are_independent(asker, user):
        return _("Deve dire di sì una terza persona: una di voi due ha dato all’altra l’account o un ruolo.")
    return ""


@transaction.atomic
def agree(pk: int, user: Any) -> None:
    """Let a worker move what somebody else asked to put aside. Raises AsideRefused."""
    row = LaneAside.objects.asked().select_for_update().filter(pk=pk).first()
    if row is None:
        raise AsideRefused(_("Qualcuno ha già deciso."))
    if words := why_not(row, user):
        raise AsideRefused(words)
    row.agreed_name, row.agreed_at = user.get_username()[:150], timezone.now()
    row.save(update_fields=["agreed_name", "agreed_at"])
    write_down_lane(row, "sealed.lane_aside", user)


@transaction.atomic
def stop(pk: int, user: Any) -> None:
    """Forget what was asked, or let what is aside return into its lane: one person is enough for that."""
    row = LaneAside.objects.select_for_update().filter(pk=pk).first()
    if row is None or row.returns:
        return
    write_down_lane(row, "sealed.lane_returns" if row.agreed_at else "sealed.lane_aside_stopped", user)
    if row.agreed_at is None:
        row.delete()
        return
    row.returns, row.is_moved = True, False
    row.save(update_fields=["returns", "is_moved"])


def move_some() -> bool:
    """Move a few of what was decided; tell whether there is more. Raises django.db.Error."""
    row = LaneAside.objects.moving().order_by("agreed_at").first()
    return row is not None and (_bring_back(row.pk) if row.returns else _put_away(row.pk))


@transaction.atomic
def _put_away(pk: int) -> bool:
    row = LaneAside.objects.select_for_update().get(pk=pk)
    store = LaneStore.objects.select_for_update().filter(lane=row.lane).first()
    held = OutboxItem.objects.filter(lane=row.lane, accepted_hour=row.hour)
    some = dict(held.values_list("pk", Length("envelope"))[:AT_ONCE])
    if not some or store is None:
        LaneAside.objects.filter(pk=pk).update(is_moved=True)
        return True
    OutboxItem.objects.filter(pk__in=some).update(state=OutboxState.ASIDE, lane=None, aside=row)
    store.held = max(store.held - len(some), 0)
    store.size = max(store.size - sum(some.values()), 0)
    store.save(update_fields=["held", "size"])
    LaneAside.objects.filter(pk=pk).update(number=F("number") + len(some))
    return True


@transaction.atomic
def _bring_back(pk: int) -> bool:
    row = LaneAside.objects.select_for_update().get(pk=pk)
    some = dict(OutboxItem.objects.filter(aside=row).values_list("pk", Length("envelope"))[:AT_ONCE])
    if not some:
        row.delete()
        return True
    OutboxItem.objects.filter(pk__in=some).update(state=OutboxState.HELD, lane=row.lane, aside=None)
    LaneStore.objects.get_or_create(lane=row.lane)
    # Also beyond what the lane may hold: it was accepted once.
    more = {"held": F("held") + len(some), "size": F("size") + sum(some.values())}
    LaneStore.objects.filter(lane=row.lane).update(**more)
    LaneAside.objects.filter(pk=pk).update(number=F("number") - len(some))
    return True


def erase_old(now: datetime) -> None:
    """Erase what has been aside for its days."""
    OutboxItem.objects.filter(aside__in=LaneAside.objects.over(now)).delete()
    LaneAside.objects.over(now).filter(items=None).delete()
