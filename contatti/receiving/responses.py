"""The pages that answer a posted form. None is kept in a cache, and none says more than it must."""

from typing import Any

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from contatti.availability import desk_availabilities
from contatti.contact_form.definition import HONEYPOT
from contatti.contact_form.questions import TEXT
from contatti.contact_form.validation import RequestForm
from contatti.models import ContactPage
from contatti.receiving.numbered import FormNumber
from contatti.receiving.refusals import Problem
from home import once

ROBOTS = "noindex, nofollow, noarchive"


RECEIVED_SECONDS = 30


def received(request: HttpRequest, page: ContactPage, reference: str) -> HttpResponse:
    """Say that the request was received, at an address that opens once.

    Made and kept inside the transaction that stores the request: neither exists without the other.
    """
    context = {"page": page, "reference": reference, "around": "base.html"}
    return once.see_other(request, _render(request, "pages/contact_received.html", context))


def received_fragment(request: HttpRequest, page: ContactPage) -> HttpResponse:
    """Say the same inside the page of a browser that sealed, which adds its own reference.

    The bytes are the same for everybody and made once in RECEIVED_SECONDS: so long may they lag behind an
    editor.
    """
    key = f"received.{page.pk}.{get_language()}"
    content = cache.get(key)
    if content is None:
        context = {"page": page, "around": "fragment.html"}
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
    """Give the form back with what she typed, and with the number by which she will read the answer."""
    if number and number.is_by_button:
        form.errors.clear()  # she has not sent it yet
    context = {
        **page.get_context(request),
        "form": page.view(form.definition, token, form),
        "problem": problem,
        "number": number,
    }
    response = _render(request, page.template, context, status=problem.answer.status if problem else 422)
    return page.finish(request, response)


def form_empty(request: HttpRequest, page: ContactPage) -> HttpResponse:
    """Show an empty form and say that what stood at this address is gone."""
    context = {**page.get_context(request), "gone": True}
    return page.finish(request, _render(request, page.template, context))


def problem_page(request: HttpRequest, problem: Problem, ticket: str = "") -> HttpResponse:
    """Say that nothing was received and which telephones answer; a script finds a new ticket in it."""
    page = ContactPage.current()
    context = {
        "page": page,
        "problem": problem,
        "ticket": ticket,
        "desks": desk_availabilities(timezone.now()),
    }
    response = _render(request, "pages/contact_problem.html", context, status=problem.answer.status)
    if problem.answer.retry_after:
        response.headers["Retry-After"] = str(problem.answer.retry_after)
    return response


def out_of_order(request: HttpRequest, fields: QueryDict) -> HttpResponse:
    """Say that nothing was received, without the database, with what she typed and a button to try again."""
    asked = [(name, value) for name, values in fields.lists() for value in values if name != TEXT.name]
    context = {
        "request": request,
        "heading": _("Il messaggio NON è stato ricevuto"),
        "words": _("C’è un guasto, e non abbiamo conservato niente. Telefona, oppure riprova tra poco."),
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
