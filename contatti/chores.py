"""What the worker does for the portal beside delivering (SEALED_CHORES)."""

from datetime import datetime, timedelta

from django.conf import settings
from django.core.management import call_command

from contatti.models import Referral
from home import once


def erase_answers(now: datetime) -> None:
    """Erase answers to forms that nobody opened."""
    once.sweep()


def publish_scheduled(now: datetime) -> None:
    """Publish, and take off the site, the pages whose hour has come."""
    call_command("publish_scheduled")


def erase_referrals(now: datetime) -> None:
    """Delete the rows of referred cases whose letter is erased and whose days are over."""
    before = now - timedelta(days=settings.AMARANTA_KEEP_REFERRAL_DAYS)
    Referral.objects.forgotten(before).delete()
