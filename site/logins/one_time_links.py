"""Links for one use: making them, sending them, opening them."""

import hashlib
import secrets
from typing import Any

from django.db import transaction
from django.utils import timezone

from logins.factors import has_factor
from logins.mails import send_link
from logins.models import AccessLink, Purpose


def make(user: Any, purpose: Purpose) -> tuple[AccessLink, str]:
    """Return a new link and its secret; a former one for the same purpose ends."""
    token = secrets.token_urlsafe(32)
    link, _created = AccessLink.objects.update_or_create(
        user=user,
        purpose=purpose,
        defaults={"digest": _digest(token), "made_at": timezone.now(), "sent": False},
    )
    return link, token


def make_and_send(user: Any, purpose: Purpose) -> bool:
    """Send a new link; tell whether the mail was taken. What was not can be asked for again."""
    link, token = make(user, purpose)
    link.sent = send_link(link, token)
    link.save(update_fields=["sent"])
    return link.sent


def find(token: str) -> AccessLink | None:
    """Return the link of that secret if it is still good."""
    link = AccessLink.objects.select_related("user").filter(digest=_digest(token)).first()
    if link is None or not link.is_open or not link.user.is_active:
        return None
    # Asked for with a password alone: it must never be worth more once there is a factor.
    return None if link.purpose == Purpose.FIRST and has_factor(link.user) else link


@transaction.atomic
def use(link: AccessLink) -> bool:
    """Use a link up; tell whether nobody did so a moment before."""
    deleted, _rows = AccessLink.objects.filter(pk=link.pk, digest=link.digest).delete()
    return bool(deleted)


def purpose_for(user: Any) -> Purpose:
    """Return what a new link is for: who never chose a password is still being invited."""
    return Purpose.PASSWORD if user.has_usable_password() and user.password else Purpose.INVITATION


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
