"""Health endpoints for a monitor: a status code and one word, nothing about anyone."""

from django.db import connection
from django.http import HttpRequest, HttpResponse


def web(request: HttpRequest) -> HttpResponse:
    """Answer 200 when this process can query the database; an error there becomes a 500."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok", content_type="text/plain")
