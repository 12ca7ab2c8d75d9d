"""The pages that answer a posted form. None is kept in a cache, and none says more than it must."""

from typing import Any

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import get_language

from contatti.availability import DeskAvailability, availability_named, desk_availabilities
from contatti.contact_form.bound import BoundQuestion
from contatti.contact_form.definition import HONEYPOT
from contatti.contact_form.questions import DESK, TEXT
from contatti.contact_form.validation import RequestForm
from contatti.desk_cards import DeskCard
from contatti.models import ContactPage
from contatti.receiving.numbered import FormNumber
from contatti.receiving.problems import Problem, Refusal
from contatti.sign_up.event import SignUp
from home import once
from servizi.hours import day_in_italy

ROBOTS = "noindex, nofollow, noarchive"


RECEIVED_SECONDS = 30


def received(
    request: HttpRequest,
    page: ContactPage,
    desk: DeskAvailability,
    sign_up: SignUp | None,
    reference: str,
    is_held: bool,
) -> HttpResponse:
    """Say that the request was received, and perhaps held for later, at an address that opens once.

    Made and kept inside the transaction that stores the request: neither exists without the other.
    """
    card = DeskCard(desk, timezone.now())
    context = {"page": page, "desk": card, "sign_up": sign_up, "reference": reference, "is_held": is_held}
    context["around"] = "base.html"
    return once.see_other(request, _render(request, "pages/contact_received.html", context))


def received_fragment(
    request: HttpRequest, page: ContactPage, desk: DeskAvailability, sign_up: SignUp | None, is_held: bool
) -> HttpResponse:
    """Say the same inside the page of a browser that sealed, which adds its own reference.

    The bytes are the same for everybody who writes to a desk, and made once in RECEIVED_SECONDS: so long may
    they lag behind an editor or the desk's door, but never say "tomorrow" on another day.
    """
    now = timezone.now()
    about = f"{desk.desk.pk}.{sign_up.key}" if sign_up else str(desk.desk.pk)
    key = f"received.{page.pk}.{about}.{get_language()}.{day_in_italy(now)}.{is_held}"
    content = cache.get(key)
    if content is None:
        # Of the desk only what a request needs has been loaded.
        whole = availability_named(str(desk.desk.pk), now) or desk
        context = {"page": page, "desk": DeskCard(whole, now), "sign_up": sign_up, "is_held": is_held}
        context["around"] = "fragment.html"
        content = render_to_string("pages/contact_received.html", context, request)
        cache.set(key, content, RECEIVED_SECONDS)
    return _private(HttpResponse(content))


def form_again(
    request: HttpRequest,
    page: ContactPage,
    form: RequestForm,
    token: str,
    problem: Problem | None = None,
    *,
    number: FormNumber | None = None,
) -> HttpResponse:
    """Give the form back with what she typed, and with the number by which she will read the answer.

    Another desk can be chosen if its own is closed.
    """
    if number and number.is_by_button:
        form.errors.clear()  # she has not sent it yet
    definition = form.definition
    now = timezone.now()
    others = () if definition.is_open else page.desks(now)
    context = {
        **page.get_context(request, desk=definition.desk, sign_up=definition.sign_up),
        "form": page.view(definition, token, form, others),
        "problem": problem,
        "number": number,
        # Her words must stand there, whether they can be taken or not.
        "room": {"sealed": True, "plain": True},
    }
    template = page.sign_up_template if definition.sign_up else page.template
    response = _render(request, template, context, status=problem.answer.status if problem else 422)
    return page.finish(request, response)


def form_empty(request: HttpRequest, page: ContactPage) -> HttpResponse:
    """Show the way to an empty form and say that what stood at this address is gone."""
    context = {**page.get_context(request), "gone": True}
    return page.finish(request, _render(request, page.choice_template, context))


def problem_page(request: HttpRequest, problem: Problem, ticket: str = "") -> HttpResponse:
    """Say that nothing was received and which telephones answer; a script finds a new ticket in it."""
    page = ContactPage.current()
    desks = desk_availabilities(timezone.now())
    context: dict[str, Any] = {"page": page, "problem": problem, "ticket": ticket, "desks": desks}
    if problem.refusal is Refusal.DESK_CLOSED and any(desk.is_open for desk in desks):
        context["other_desk"] = BoundQuestion(DESK, [], [], desks)
    response = _render(request, "pages/contact_problem.html", context, status=problem.answer.status)
    if problem.answer.retry_after:
        response.headers["Retry-After"] = str(problem.answer.retry_after)
    return response


def out_of_order(request: HttpRequest, fields: QueryDict, refusal: Refusal) -> HttpResponse:
    """Say why, without the database, with what she typed and a button to try again."""
    answer = refusal.value
    asked = [(name, value) for name, values in fields.lists() for value in values if name != TEXT.name]
    context = {
        "request": request,
        "heading": answer.heading,
        "words": answer.words,
        "text": fields.get(TEXT.name, ""),
        "others": [(name, value) for name, value in asked if name != HONEYPOT],
    }
    return _private(HttpResponse(render_to_string("pages/contact_fault.html", context), status=503))


def _render(request: HttpRequest, template: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    context.setdefault("page_class", ContactPage.page_class)
    return _private(render(request, template, context, status=status))


def _private(response: HttpResponse) -> HttpResponse:
    response.headers["X-Robots-Tag"] = ROBOTS
    response.headers["Cache-Control"] = "no-store"
    return response
