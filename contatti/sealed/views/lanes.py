"""What a flood left waiting, by lane and hour, and what two people do about it."""

from datetime import UTC, datetime
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from contatti.sealed.aside import AN_HOUR, AsideRefused, agree, ask, stop, why_not
from contatti.sealed.key_change_mails import KEEPS
from contatti.sealed.lanes import held_by_hour
from contatti.sealed.models import Lane, LaneAside

keepers = permission_required(KEEPS, raise_exception=True)


@require_safe
@keepers
def lanes(request: HttpRequest) -> HttpResponse:
    """Show what is held, and what is aside or asked for."""
    asked = {(row.lane, row.hour): row for row in LaneAside.objects.asked()}
    now = timezone.now()
    held = [
        {
            "lane": lane,
            "hour": hour,
            "ends": hour + AN_HOUR,
            "number": number,
            "is_over": hour + AN_HOUR <= now,
            "asked": asked.get((lane, hour)),
        }
        for lane, hour, number in held_by_hour()
    ]
    context = {
        "held": held,
        "asked": [(row, row.hour + AN_HOUR, why_not(row, request.user)) for row in asked.values()],
        "aside": LaneAside.objects.exclude(agreed_at=None).order_by("agreed_at"),
    }
    return render(request, "sealed/admin/lanes.html", context)


@require_POST
@keepers
def put_aside(request: HttpRequest) -> HttpResponse:
    """Ask for a lane and an hour."""
    lane, hour = request.POST.get("lane", ""), _hour(request.POST.get("hour", ""))
    if lane not in Lane.values or hour is None:
        return _answered(request, _("Di quest’ora non aspetta più niente."), is_bad=True)
    return _tried(request, _("Chiesto: vale quando un’altra persona dice di sì."), ask, Lane(lane), hour)


@require_POST
@keepers
def agree_to_it(request: HttpRequest, pk: int) -> HttpResponse:
    return _tried(request, _("D’accordo: vengono messe da parte adesso."), agree, pk)


@require_POST
@keepers
def put_back(request: HttpRequest, pk: int) -> HttpResponse:
    return _tried(request, _("Fatto: restano, o tornano, in fila."), stop, pk)


def _tried(request: HttpRequest, words: str, do: Any, *what: Any) -> HttpResponse:
    try:
        do(*what, request.user)
    except AsideRefused as refused:
        return _answered(request, str(refused), is_bad=True)
    return _answered(request, words)


def _answered(request: HttpRequest, words: str, *, is_bad: bool = False) -> HttpResponse:
    (messages.error if is_bad else messages.success)(request, words)
    return redirect("sealed_lanes")


def _hour(value: str) -> datetime | None:
    try:
        return datetime.fromtimestamp(int(value), UTC)
    except (ValueError, OverflowError, OSError):
        return None
