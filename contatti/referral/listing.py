"""Referred cases in the administration: what a desk sent, what waits for an answer, and numbers."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import BadRequest, PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from contatti.console.requests import with_calendars
from contatti.console.rights import coordinates, mailboxes_of
from contatti.models import DeskMailbox, Referral, ReferralAnswer
from contatti.readers import mailboxes_read_by
from contatti.referral.answering import COUNTED, Answered, answer_in_console
from contatti.referral.answering import close as close_case
from contatti.referral.monthly import monthly
from contatti.referral.rights import may_see
from contatti.referral.rows import ReceivedRow, SentRow
from contatti.sealed.storing import NotStored


@require_GET
def referrals(request: HttpRequest) -> HttpResponse:
    """Show what somebody may see. Raises PermissionDenied."""
    user = request.user
    if not may_see(user):
        raise PermissionDenied
    now = timezone.now()
    own = with_calendars(mailboxes_of(user))
    counted = with_calendars(DeskMailbox.objects.all()) if coordinates(user) else own
    context = {
        "may_refer": bool(own),
        "coordinates": coordinates(user),
        "reads": mailboxes_read_by(user).exists(),
        "sent": [SentRow(each, now, own) for each in _ordered(Referral.objects.filter(sender__in=own))],
        "received": [ReceivedRow(each, now) for each in _ordered(_received(user))],
        "months": monthly(counted, localdate(now)),
    }
    return render(request, "contatti/admin/referral/list.html", context)


@require_POST
def answer(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take a case over or decline it. Raises Http404 for another's, BadRequest for what no button posts."""
    found = _one(_received(request.user), pk)
    pressed = request.POST.get("answer", "")
    if pressed not in COUNTED:
        raise BadRequest
    return _said(request, lambda: answer_in_console(found, ReferralAnswer(pressed)))


@require_POST
def close(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Close a case from the desk that sent it. Raises Http404 for another's."""
    found = _one(Referral.objects.filter(sender__in=mailboxes_of(request.user)), pk)
    return _said(request, lambda: close_case(found))


def _said(request: HttpRequest, act: Any) -> HttpResponse:
    try:
        done: Answered = act()
    except NotStored:
        messages.error(request, _("Il portale adesso non riesce a scriverlo: premi di nuovo tra poco."))
    else:
        stands = ReferralAnswer(done.answer).label
        if done.is_new:
            messages.success(request, _("Scritto: %(answer)s.") % {"answer": stands})
        else:
            messages.warning(request, _("Risultava già: %(answer)s. Resta così.") % {"answer": stands})
    return redirect("referrals")


def _received(user: Any) -> QuerySet[Referral]:
    return Referral.objects.filter(receiver__in=mailboxes_read_by(user))


def _ordered(rows: QuerySet[Referral]) -> QuerySet[Referral]:
    # Within an hour by a random key: nothing tells which came first.
    return rows.select_related("sender", "receiver", "item").order_by("-sent_hour", "pk")


def _one(rows: QuerySet[Referral], pk: UUID) -> Referral:
    found = rows.filter(pk=pk).first()
    if found is None:
        raise Http404
    return found
