"""The first page of the console: an operator's requests by day, or the counts of every desk."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import BadRequest, PermissionDenied
from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from contatti.console.progress import Step, TooLate, state_seen, step
from contatti.console.rights import coordinates, mailboxes_of, may_enter
from contatti.console.times import day_words
from contatti.console.waiting import answer_by, counts
from contatti.models import DeskMailbox, RequestProgress
from contatti.sealed.conf import sealed_settings
from contatti.sealed.models import OutboxItem, OutboxState
from contatti.sealed.proof.rights import keys_of
from contatti.sealed.proof.states import state_of
from servizi.hours import Calendar

PER_PAGE = 20
ALL = "tutte"
DELIVERY: dict[str, str | Promise] = {
    OutboxState.WAITING: gettext_lazy("In viaggio verso la vostra casella di posta."),
    OutboxState.HELD: gettext_lazy(
        "Ricevuta, ma ne stanno arrivando troppe: parte a turno verso la vostra casella di posta."
    ),
    OutboxState.ASIDE: gettext_lazy(
        "Messa da parte da due persone, durante un invio automatico: chiedete a chi custodisce le chiavi."
    ),
    OutboxState.REFUSED: gettext_lazy("La vostra casella la rifiuta: ditelo a chi cura la posta."),
    OutboxState.UNCERTAIN: gettext_lazy(
        "Forse è nella vostra casella: guardate, e se manca ditelo a chi la cura."
    ),
    OutboxState.SENT: gettext_lazy("È nella vostra casella di posta."),
    OutboxState.DELIVERED: gettext_lazy("È nella vostra casella di posta."),
    OutboxState.BOUNCED: gettext_lazy("È tornata indietro: ditelo a chi cura la posta."),
}
IN_TROUBLE = (OutboxState.REFUSED, OutboxState.UNCERTAIN, OutboxState.BOUNCED)


@dataclass(frozen=True, slots=True)
class Row:
    """A request as an operator sees it."""

    item: OutboxItem
    progress: RequestProgress | None
    is_late: bool

    @property
    def state(self) -> str:
        """Return "new", "taken" or "done"."""
        if self.progress is None:
            return "new"
        return "done" if self.progress.done else "taken"

    @property
    def seen(self) -> str:
        return state_seen(self.progress)

    @property
    def by(self) -> str:
        """Return the account's name, empty when it is gone."""
        return self.progress.by.get_username() if self.progress and self.progress.by else ""

    @property
    def hours(self) -> tuple[int, int]:
        """Return the hour in which it came: its beginning and its end, on Italy's clock."""
        begins = localtime(self.item.accepted_hour)
        return begins.hour, localtime(self.item.accepted_hour + timedelta(hours=1)).hour

    @property
    def delivery(self) -> str | Promise:
        return DELIVERY[self.item.state]

    @property
    def is_in_trouble(self) -> bool:
        return self.item.state in IN_TROUBLE


@require_GET
def console(request: HttpRequest) -> HttpResponse:
    """Show what somebody may see. Raises PermissionDenied."""
    user = request.user
    if not may_enter(user):
        raise PermissionDenied
    mailboxes = with_calendars(mailboxes_of(user))
    now = timezone.now()
    context: dict[str, Any] = {"coordinates": coordinates(user), "mailboxes": mailboxes}
    context["to_prove"] = [state for key in keys_of(user, now) if (state := state_of(key, now)).is_open]
    if mailboxes:
        context |= _requests_of(mailboxes, request, now)
    if coordinates(user):
        context["desks"] = counts(with_calendars(DeskMailbox.objects.order_by("name")), now)
    return render(request, "contatti/admin/console/requests.html", context)


def with_calendars(mailboxes: "QuerySet[DeskMailbox]") -> list[DeskMailbox]:
    """Return mailboxes whose desks tell their hours without a further query each."""
    found = list(mailboxes.select_related("desk__comune"))
    for mailbox in found:
        mailbox.desk.source = mailbox.desk  # in English, each would ask the database for it
    return found


def _requests_of(mailboxes: list[DeskMailbox], request: HttpRequest, now: datetime) -> dict[str, Any]:
    shows_all = request.GET.get("mostra") == ALL
    items = OutboxItem.objects.requests().filter(mailbox__in=mailboxes, referral=None).defer("envelope")
    if not shows_all:
        items = items.filter(Q(progress=None) | Q(progress__done=False))
    # Within an hour by a random key: nothing tells which came first.
    ordered = items.select_related("mailbox", "progress__by").order_by("-accepted_hour", "pk")
    page = Paginator(ordered, PER_PAGE).get_page(request.GET.get("p"))
    calendars = {mailbox.pk: mailbox.desk.calendar for mailbox in mailboxes}
    return {
        "page": page,
        "days": list(_by_day(page, calendars, now)),
        "shows_all": shows_all,
        "keep_days": sealed_settings.KEEP_SENT_DAYS,
    }


def _by_day(
    page: "Page[OutboxItem]", calendars: dict[int, Calendar], now: datetime
) -> Iterator[tuple[str, list[Row]]]:
    rows = (_row(item, calendars[item.mailbox_id], now) for item in page)
    for day, group in groupby(rows, key=lambda row: localtime(row.item.accepted_hour).date()):
        yield _day_words(day, now), list(group)


def _day_words(day: date, now: datetime) -> str:
    ago = (localtime(now).date() - day).days
    words = day_words(day)
    named = {0: _("Oggi"), 1: _("Ieri")}.get(ago)
    return f"{named}, {words}" if named else words


def _row(item: OutboxItem, calendar: Calendar, now: datetime) -> Row:
    progress: RequestProgress | None = getattr(item, "progress", None)
    is_late = progress is None and answer_by(calendar, item.accepted_hour) < now
    return Row(item, progress, is_late)


@require_POST
def press(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """Take charge of a request, call it done, or give it back.

    Raises Http404 for one of another desk or none, BadRequest for what no button posts.
    """
    item = _own(request.user).filter(pk=item_id).only("pk").first()
    if item is None:
        raise Http404
    try:
        pressed = Step(request.POST.get("step", ""))
    except ValueError:
        raise BadRequest from None
    try:
        step(item, request.user, pressed, request.POST.get("seen", ""))
    except TooLate as late:
        messages.warning(request, str(late))
    else:
        messages.success(request, _said(pressed))
    return redirect(f"{reverse('console')}{_place(request.POST.get('mostra'), request.POST.get('p'))}")


def _own(user: Any) -> "QuerySet[OutboxItem]":
    """Return the requests of somebody's desks; a case that another desk referred is in a list of its own."""
    return OutboxItem.objects.requests().filter(mailbox__in=mailboxes_of(user), referral=None)


def _said(pressed: Step) -> str:
    return {
        Step.TAKE: _("L’hai presa in carico."),
        Step.DONE: _("Segnata come fatta."),
        Step.BACK: _("È di nuovo tra le nuove."),
    }[pressed]


def _place(shown: str | None, page: str | None) -> str:
    parts: Iterable[str] = (
        f"mostra={ALL}" if shown == ALL else "",
        f"p={page}" if page and page.isdecimal() and len(page) < 6 else "",
    )
    found = "&".join(part for part in parts if part)
    return f"?{found}" if found else ""
