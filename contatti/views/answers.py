"""The pages that answer a posted form. None is kept in a cache, and none says more than it must."""

from typing import Any

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language

from contatti.forms.request_form import RequestForm
from contatti.forms.ticket import sign_receipt
from contatti.models import ContactPage
from contatti.questions import desk_doors
from contatti.views.problems import Problem

ROBOTS = "noindex, nofollow, noarchive"


RECEIVED_SECONDS = 30


def received(request: HttpRequest, page: ContactPage, reference: str) -> HttpResponse:
    """Say that the request was received, in a whole page."""
    context = {"page": page, "reference": reference, "around": "base.html"}
    return _render(request, "pages/contact_received.html", context)


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


def see_receipt(handle: bytes) -> HttpResponse:
    """Send a browser that posted plain fields to its answer.

    It then holds no page made by a POST: a reload sends nothing again, and the typed text does not stay in
    the browser's record of the session.
    """
    address = reverse("contact_receipt", args=[sign_receipt(handle)])
    return HttpResponseRedirect(f"{address}#contenuto", status=303)


def form_again(
    request: HttpRequest, page: ContactPage, form: RequestForm, token: str, problem: Problem | None = None
) -> HttpResponse:
    """Give the form back with what she typed, which is kept in this answer and nowhere else."""
    context = {
        **page.get_context(request),
        "form": page.view(form.layout, token, form),
        "problem": problem,
    }
    response = _render(request, page.template, context, status=problem.answer.status if problem else 422)
    return page.finish(request, response)


def problem_page(request: HttpRequest, problem: Problem) -> HttpResponse:
    """Say that nothing was received and which telephones answer."""
    page = ContactPage.current()
    context = {"page": page, "problem": problem, "doors": desk_doors(timezone.now())}
    response = _render(request, "pages/contact_problem.html", context, status=problem.answer.status)
    if problem.answer.retry_after:
        response.headers["Retry-After"] = str(problem.answer.retry_after)
    return response


def _render(request: HttpRequest, template: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    context.setdefault("page_class", ContactPage.page_class)
    return _private(render(request, template, context, status=status))


def _private(response: HttpResponse) -> HttpResponse:
    response.headers["X-Robots-Tag"] = ROBOTS
    response.headers["Cache-Control"] = "no-store"
    return response
