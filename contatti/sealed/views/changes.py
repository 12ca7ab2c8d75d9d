"""The changes of keys and mailboxes that wait for a second person."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from contatti.sealed.approval import (
    ChangeRefused,
    approve,
    is_concerned,
    may_approve,
    state_of,
    stop,
    why_not,
)
from contatti.sealed.conf import sealed_settings
from contatti.sealed.key_change_mails import KEEPS
from contatti.sealed.models import PendingChange


def concerned(user: Any) -> list[PendingChange]:
    """Return the waiting changes that somebody may see."""
    waiting = PendingChange.objects.select_related("mailbox", "certificate", "asked_by")
    return [change for change in waiting if is_concerned(change, user)]


@require_safe
def changes(request: HttpRequest) -> HttpResponse:
    """Show what waits. Raises PermissionDenied for who neither keeps keys nor has anything here."""
    found = concerned(request.user)
    if not found and not request.user.has_perm(KEEPS):
        raise PermissionDenied
    rows = [
        (
            change,
            may_approve(change, request.user),
            sealed_settings.wait_until(change.mailbox, change.asked_at),
            state_of(change),
            why_not(change, request.user),
        )
        for change in found
    ]
    return render(request, "sealed/admin/changes.html", {"changes": rows})


@require_POST
def approve_change(request: HttpRequest, pk: int) -> HttpResponse:
    """Make a change that somebody else asked for. Raises PermissionDenied."""
    change = _one(request, pk)
    if change is not None:
        try:
            approve(pk, request.user, request.POST.get("seen", ""))
            messages.success(request, _("Fatto: vale da adesso."))
        except ChangeRefused as refused:
            messages.error(request, str(refused))
    return redirect("sealed_changes" if concerned(request.user) else "wagtailadmin_home")


@require_POST
def stop_change(request: HttpRequest, pk: int) -> HttpResponse:
    """Forget a change; whoever is concerned may, alone. Raises PermissionDenied."""
    change = _one(request, pk)
    if change is not None:
        stop(change, request.user)
        messages.success(request, _("Fermato: non cambia niente."))
    return redirect("sealed_changes" if concerned(request.user) else "wagtailadmin_home")


def _one(request: HttpRequest, pk: int) -> PendingChange | None:
    change = PendingChange.objects.select_related("mailbox").filter(pk=pk).first()
    if change is None:
        messages.error(request, _("Qualcuno ha già deciso."))
    elif not is_concerned(change, request.user):
        raise PermissionDenied
    return change
