"""Who reads the requests of a desk (SEALED_READERS)."""

from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import QuerySet

from contatti.sealed.models import Mailbox
from servizi.models import DeskOperators


def readers_of(mailbox: Mailbox) -> QuerySet[Any]:
    """Return the accounts of the operators of the desk whose mailbox it is."""
    groups = DeskOperators.objects.filter(desk__mailbox=mailbox.pk).values("group")
    return get_user_model().objects.filter(groups__in=groups)
