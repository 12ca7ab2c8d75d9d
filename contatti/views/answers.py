"""The pages that answer a posted form. None is kept in a cache, and none says more than it must."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from contatti.forms.request_form import RequestForm
from contatti.forms.ticket import sign_receipt
from contatti.models import ContactPage
from contatti.questions import desk_doors
from contatti.views.problems import Problem

ROBOTS = "noindex, nofollow, noarchive"


def received(request: HttpRequest, page: ContactPage, reference: str = "") -> HttpResponse:
    """Say that the request was received.

    A browser that sealed it gets what belongs inside its page, to which it adds the reference.
    """
    around = "base.html" if reference else "fragment.html"
    context = {"page": page, "reference": reference, "around": around}
    return _render(request, "pages/contact_received.html", context)


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
    response = render(request, template, context, status=status)
    response.headers["X-Robots-Tag"] = ROBOTS
    response.headers["Cache-Control"] = "no-store"
    return response
