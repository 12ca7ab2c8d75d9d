"""Rows of referred cases go after AMARANTA_KEEP_REFERRAL_DAYS; a code then answers nothing any more."""

from datetime import datetime, timedelta

from django.conf import settings

from contatti.models import Referral


def erase_referrals(now: datetime) -> None:
    """Delete those whose letter is erased and whose days are over; what never arrived stays until it does."""
    before = now - timedelta(days=settings.AMARANTA_KEEP_REFERRAL_DAYS)
    Referral.objects.forgotten(before).delete()
