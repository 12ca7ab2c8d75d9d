"""The receiving side answers, in the console or by the code in its letter: once, and then it stands."""

from dataclasses import dataclass

from django.db.models import F
from django.utils import timezone
from django.utils.timezone import localdate

from contatti.models import Referral, ReferralAnswer, ReferralCount
from contatti.models.referrals import MOST_TRIES, RETURNED
from contatti.referral.answer_code import is_right, locator_of
from contatti.sealed.models import OutboxItem
from contatti.sealed.moments import truncate_to_hour
from contatti.sealed.storing import storing

COUNTED = (ReferralAnswer.TAKEN, ReferralAnswer.DECLINED)


@dataclass(frozen=True, slots=True)
class Answered:
    """What stands now, and whether it is this answer that made it stand."""

    answer: str
    is_new: bool


def answer_in_console(referral: Referral, answer: ReferralAnswer) -> Answered:
    """Answer a case. Raises NotStored."""
    with storing():
        return _answer(referral, answer)


def close(referral: Referral) -> Answered:
    """Close a case from the sending side; a letter that came back is not sent again. Raises NotStored."""
    with storing():
        closed = _answer(referral, ReferralAnswer.CLOSED)
        if closed.is_new:
            OutboxItem.objects.filter(referral=referral, state__in=RETURNED, lease_until=None).delete()
        return closed


def answer_by_code(code: str, answer: ReferralAnswer) -> Answered | None:
    """Answer the case of a code (22 digits, see conversation.code); None for one that answers nothing.

    Wrong, of a row that is gone, closed after MOST_TRIES: nobody who guesses learns which. Raises NotStored.
    """
    with storing():
        # The try is counted first, so that a hundred at once are a hundred.
        counted = Referral.objects.filter(locator=locator_of(code), tries__lt=MOST_TRIES)
        is_open = counted.update(tries=F("tries") + 1)
        found = Referral.objects.filter(locator=locator_of(code)).first()
        if not is_right(code, found) or found is None or not is_open:
            return None
        Referral.objects.filter(pk=found.pk).update(tries=F("tries") - 1)
        return _answer(found, answer)


def _answer(referral: Referral, answer: ReferralAnswer) -> Answered:
    now = timezone.now()
    unanswered = Referral.objects.unanswered().filter(pk=referral.pk)
    if unanswered.update(answer=answer, answered_hour=truncate_to_hour(now)):
        if answer in COUNTED:
            ReferralCount.objects.add(referral.sender_id, localdate(now), answer)
        return Answered(answer, is_new=True)
    standing = Referral.objects.filter(pk=referral.pk).values_list("answer", flat=True).first()
    return Answered(standing or "", is_new=False)
