"""What pages of other apps say of writing: their templates ask here, for their code may not."""

from django import template
from django.utils import timezone

from contatti.availability import DeskAvailability, availability_named
from contatti.models import ContactPage
from contatti.models.approved_words import APPROVAL

register = template.Library()


@register.simple_tag
def writing_to(desk_key: int | None) -> DeskAvailability | None:
    """Return whether one can write to the desk with that primary key now, with three queries.

    None where the page is in no tree yet or has no original that is published, and while nobody can write.
    """
    page = ContactPage.current(only=APPROVAL)
    if page is None or not page.is_approved:
        return None
    return availability_named(str(desk_key or ""), timezone.now())
