"""What the worker does for the portal beside delivering (SEALED_CHORES)."""

from datetime import datetime

from django.core.management import call_command

from home import once


def erase_answers(now: datetime) -> None:
    """Erase answers to forms that nobody opened."""
    once.sweep()


def publish_scheduled(now: datetime) -> None:
    """Publish, and take off the site, the pages whose hour has come."""
    call_command("publish_scheduled")
