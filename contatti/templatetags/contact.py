"""What pages of other apps say of writing: their templates ask here, for their code may not."""

from dataclasses import dataclass

from django import template
from django.db.models import Subquery
from django.utils import timezone
from django.utils.safestring import SafeString

from contatti.models import ContactPage
from contatti.models.approved_words import APPROVAL
from contatti.sealed.availability import availability_of, usable_certificates

register = template.Library()


@dataclass(frozen=True, slots=True)
class WritingTo:
    """Whether one can write to a desk now, where (below the contact page), and why not if it is paused."""

    is_open: bool
    address: str
    pause_message: str


@register.filter(is_safe=True)
def for_noscript(markup: str) -> str:
    """Return markup that may stand in a noscript element, which ends with the first one inside it."""
    return SafeString(markup.replace("<noscript>", "").replace("</noscript>", ""))


@register.simple_tag
def writing_to(desk_key: int | None, page_key: int | None) -> WritingTo | None:
    """Tell whether that contact page leads to a form for that desk; both by primary key, in one query.

    None where nobody could open what she writes, and while the page's words are not approved.
    """
    if desk_key is None:  # a new desk in its preview
        return None
    now = timezone.now()
    page = ContactPage.objects.live().filter(pk=page_key)
    words = {f"page_{name}": Subquery(page.values(name)[:1]) for name in APPROVAL}
    known = usable_certificates(now).filter(mailbox__deskmailbox__desk=desk_key)
    rows = list(known.select_related("mailbox").annotate(**words))
    if not rows:
        return None
    found = ContactPage(**{name: getattr(rows[0], f"page_{name}") or "" for name in APPROVAL})
    if not found.is_approved:
        return None
    mailbox = rows[0].mailbox
    is_open = availability_of(mailbox, now, rows).is_open
    return WritingTo(is_open, f"{desk_key}/", mailbox.pause_message if mailbox.paused else "")
