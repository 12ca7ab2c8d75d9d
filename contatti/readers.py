"""Who reads what is sealed for a mailbox: a desk's operators, a body's people (SEALED_READERS)."""

from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet

from contatti.models import BodyMailbox
from contatti.sealed.models import Mailbox
from servizi.models import DeskOperators


def readers_of(mailbox: Mailbox) -> QuerySet[Any]:
    """Return the accounts of the people who read a mailbox."""
    operators = DeskOperators.objects.filter(desk__mailbox=mailbox.pk).values("group")
    people = BodyMailbox.objects.filter(pk=mailbox.pk).values("group")
    # Two conditions on one membership, so that nobody is found twice.
    return get_user_model().objects.filter(Q(groups__in=operators) | Q(groups__in=people)).distinct()


def mailboxes_read_by(user: Any) -> QuerySet[Mailbox]:
    """Return the mailboxes of the desks and bodies whose people somebody belongs to."""
    desks = DeskOperators.objects.filter(group__user=user).values("desk")
    own = Q(deskmailbox__desk__in=desks) | Q(bodymailbox__group__in=user.groups.values("pk"))
    return Mailbox.objects.filter(own).order_by("name")
