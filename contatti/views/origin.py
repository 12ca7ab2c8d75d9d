"""Whether a mail that quotes the portal is one of ours, for who answers at a desk and who keeps the keys."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localtime

from contatti.forms import OriginForm
from contatti.readers import mailboxes_read_by
from contatti.sealed.models import OutboxItem

SEES_ALL = "sealed.change_outboxitem"


def may_ask(user: Any) -> bool:
    """Tell whether somebody reads a mailbox or looks after delivery."""
    return bool(user.has_perm(SEES_ALL)) or mailboxes_read_by(user).exists()


def origin(request: HttpRequest) -> HttpResponse:
    """Look a Message-ID up: it stands on the outside of the mail, and the portal made it.

    The reference is inside the envelope: a browser makes it and posts it nowhere, so that nothing here ties a
    woman who says hers on the telephone to a row, an hour and a mailbox. Raises PermissionDenied.
    """
    if not may_ask(request.user):
        raise PermissionDenied
    form = OriginForm(request.POST or None)
    is_asked = request.method == "POST" and form.is_valid()
    item = (
        _asked_about(request.user).filter(message_id=form.cleaned_data["message_id"]).first()
        if is_asked
        else None
    )
    hour = localtime(item.accepted_hour) if item else None
    context = {"form": form, "is_asked": is_asked, "item": item, "hour": hour}
    return render(request, "contatti/admin/origin.html", context)


def _asked_about(user: Any) -> QuerySet[OutboxItem]:
    rows = OutboxItem.objects.select_related("mailbox")
    if user.has_perm(SEES_ALL):
        return rows
    return rows.filter(mailbox__in=mailboxes_read_by(user))
