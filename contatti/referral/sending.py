"""A sealed letter becomes a row: into the outbox by the one way in, and counted in the same transaction."""

from dataclasses import dataclass
from hashlib import sha256

from django.utils import timezone
from django.utils.timezone import localdate

from contatti.models import DeskMailbox, Referral, ReferralCount
from contatti.referral.answer_code import hash_of
from contatti.referral.receivers import receiver_named
from contatti.sealed.accepting import accepting
from contatti.sealed.models import OutboxItem
from contatti.sealed.moments import truncate_to_hour


class NobodyReads(Exception):  # noqa: N818 - an answer to give her, not a fault to report
    """The receiving mailbox takes nothing at this moment: its keys ended, it is paused, or it is gone."""


@dataclass(frozen=True, slots=True)
class Letter:
    """What her browser posts: to whom, how she consented, what is kept of the code, and the envelope."""

    receiver: int
    consent: str
    locator: str
    proof: str
    attempt: bytes
    sealed: bytes

    @property
    def submission_key(self) -> bytes:
        """Return the 32 bytes that are equal when the same letter comes again."""
        return sha256(b"referral" + self.attempt).digest()


def refer(sender: DeskMailbox, letter: Letter) -> None:
    """Keep a letter, once however often it comes.

    A letter of staff leaves at once, whatever visitors send (contatti.sealed.lanes).

    Raises NobodyReads, EnvelopeRefused and NotStored; then nothing is kept.
    """
    if Referral.objects.filter(sender=sender, item__submission_key=letter.submission_key).exists():
        return  # before the keys are looked at: they may have changed since it arrived
    now = timezone.now()
    found = receiver_named(letter.receiver, now)
    if found is None or letter.receiver == sender.pk:
        raise NobodyReads
    with accepting(found.mailbox, found.certificates, letter.sealed, letter.submission_key):
        item = OutboxItem.objects.only("pk").get(submission_key=letter.submission_key)
        _referral, is_new = Referral.objects.get_or_create(
            item=item,
            defaults={
                "sender": sender,
                "receiver": found.mailbox,
                "consent": letter.consent,
                "sent_hour": truncate_to_hour(now),
                "locator": letter.locator,
                "code_hash": hash_of(letter.proof),
            },
        )
        if is_new:
            ReferralCount.objects.add(sender.pk, localdate(now), "sent")
