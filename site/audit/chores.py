"""What the worker does for the register (SEALED_CHORES)."""

from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from wagtail.models import ModelLogEntry

from audit.report import of_register
from contatti.models import DeskMailbox
from contatti.sealed.models import Mailbox, OperatorCertificate

SUBJECTS = (get_user_model(), Group, OperatorCertificate, Mailbox, DeskMailbox)
"""What Wagtail writes of these by itself says the same with less, and goes at the same time."""


def erase_old_lines(now: datetime) -> None:
    """Erase what is older than AUDIT_DAYS; the history of pages is content and stays."""
    kinds = ContentType.objects.get_for_models(*SUBJECTS, for_concrete_models=False).values()
    old = ModelLogEntry.objects.filter(timestamp__lt=now - timedelta(days=settings.AUDIT_DAYS))
    old.filter(of_register() | Q(content_type__in=list(kinds))).delete()
