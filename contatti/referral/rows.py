"""A referred case as the lists show it: one sentence for how far it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.conf import settings
from django.utils.functional import Promise
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from contatti.console.times import day_words
from contatti.models import DeskMailbox, Referral
from contatti.models.referrals import MOST_TRIES, RETURNED
from contatti.opening_days import end_of_opening
from contatti.sealed.models import OutboxState

ON_ITS_WAY: dict[str, str | Promise] = {
    OutboxState.WAITING: _("In viaggio: il loro server di posta non l’ha ancora presa."),
    OutboxState.UNCERTAIN: _("Forse è arrivata: chiedete a voce."),
    OutboxState.SENT: _("Spedita. Nessuna risposta, per ora."),
    OutboxState.DELIVERED: _("Arrivata nella loro casella. Nessuna risposta, per ora."),
}
CAME_BACK = _("La loro casella non la prende: è piena, o non c’è più. Nessuno l’ha letta: telefonate.")
LOCKED = _(
    "Il codice è chiuso dopo dieci tentativi sbagliati: possono rispondervi solo a voce, o da un account."
)


@dataclass(frozen=True, slots=True)
class Hour:
    """An hour on Italy's clock: its day in words, its beginning and its end."""

    moment: datetime

    @property
    def day(self) -> str:
        return day_words(localtime(self.moment).date())

    @property
    def begins(self) -> int:
        return localtime(self.moment).hour

    @property
    def ends(self) -> int:
        return localtime(self.moment + timedelta(hours=1)).hour


@dataclass(frozen=True, slots=True)
class ReceivedRow:
    """A case that was referred to somebody."""

    case: Referral
    now: datetime

    @property
    def hour(self) -> Hour:
        return Hour(self.case.sent_hour)

    @property
    def answered(self) -> Hour | None:
        return Hour(self.case.answered_hour) if self.case.answered_hour else None


@dataclass(frozen=True, slots=True)
class SentRow(ReceivedRow):
    """A case that a desk referred. desks: hers, with their calendars."""

    desks: Iterable[DeskMailbox]

    @property
    def came_back(self) -> bool:
        return bool(self.case.item and self.case.item.state in RETURNED)

    @property
    def is_locked(self) -> bool:
        return self.case.tries >= MOST_TRIES

    @property
    def is_late(self) -> bool:
        """Tell whether its answer took longer than the desk's openings of AMARANTA_REFERRAL_OPENINGS."""
        desk = next(each.desk for each in self.desks if each.pk == self.case.sender_id)
        by = end_of_opening(desk.calendar, self.case.sent_hour, settings.AMARANTA_REFERRAL_OPENINGS)
        return by < self.now

    @property
    def needs_her(self) -> bool:
        """Tell whether it is something to do for who sent it."""
        return not self.case.answer and (self.came_back or self.is_locked or self.is_late)

    @property
    def state(self) -> str | Promise:
        """Return how far it is while nobody answered."""
        if self.came_back:
            return CAME_BACK
        if self.is_locked:
            return LOCKED
        return ON_ITS_WAY[self.case.item.state if self.case.item else OutboxState.SENT]

    @property
    def goes_on(self) -> date:
        """Return the day on which the row goes, if its letter is erased by then."""
        days = timedelta(days=settings.AMARANTA_KEEP_REFERRAL_DAYS)
        return localtime(self.case.sent_hour + days).date()
