"""Whose accounts hang together: who made another's, or gave it its rights, is no second person beside it."""

from datetime import timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import ModelLogEntry

TIED_FOR = timedelta(days=30)
TYING = (
    "audit.account_made", "audit.account_opened", "audit.account_renamed", "audit.all_given",
    "audit.role_given", "audit.right_given",
)  # fmt: skip
"""What somebody does who makes herself a second account, or an old one into hers."""


def are_independent(one: Any, other: Any) -> bool:
    """Tell whether no one person stands behind both accounts, by what the register says of the last month.

    Two accounts that a third one made hang together as well: it could be both.
    """
    return not _behind(one.pk) & _behind(other.pk)


def _behind(pk: int) -> set[int]:
    """Return an account and those that made it what it is, and those that made them."""
    accounts = ContentType.objects.get_for_model(get_user_model())
    lines = ModelLogEntry.objects.filter(
        content_type=accounts, action__in=TYING, timestamp__gte=timezone.now() - TIED_FOR
    )
    found, asked = {pk}, {pk}
    while asked:
        makers = lines.filter(object_id__in=[str(each) for each in asked], user_id__isnull=False)
        asked = set(makers.values_list("user_id", flat=True)) - found
        found |= asked
    return found
