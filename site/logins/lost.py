"""A lost second factor is given up by two people: one administrator asks, another agrees."""

from typing import Any

from django.db import transaction

from logins import one_time_links
from logins.mails import MANAGES, people_with, tell_administrators
from logins.models import LostFactor, Purpose


def others(actor: Any, person: Any) -> list[Any]:
    """Return the administrators who could agree to what `actor` asks for `person`."""
    known = {actor.pk, person.pk}
    return [
        each
        for each in people_with(MANAGES)
        if each.pk not in known and (each.is_superuser or not person.is_superuser)
    ]


def may_approve(lost: LostFactor, user: Any) -> bool:
    return user.pk in {each.pk for each in others(lost.asked_by, lost.user)}


def ask(person: Any, actor: Any) -> bool:
    """Let it wait for another administrator, who is told by mail; tell whether there is one."""
    if not others(actor, person):
        return False
    lost, is_new = LostFactor.objects.get_or_create(user=person, defaults={"asked_by": actor})
    if is_new:
        tell_administrators(lost)
    return True


def approve(person: Any, actor: Any) -> bool | None:
    """Send the person a link to a new factor; tell whether the mail was taken, None if it is not hers to say.

    The former factor goes when the person opens the link and writes her password, not before.
    """
    with transaction.atomic():
        lost = LostFactor.objects.select_for_update(of=("self",)).filter(user=person).first()
        if lost is None or not may_approve(lost, actor):
            return None
        lost.delete()
    return one_time_links.make_and_send(person, Purpose.FACTOR)
