"""Error pages that keep the exit and the emergency numbers."""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 404 without repeating the address that was asked for."""
    return HttpResponse(render_to_string("404.html", request=request), status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer 500 from a template that needs neither the database nor a context processor."""
    return HttpResponse(render_to_string("500.html", {"request": request}), status=500)
