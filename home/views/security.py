import datetime as dt

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

VALID_FOR = dt.timedelta(days=180)
"""Shorter than the year that RFC 9116 (2.5.5) recommends at most; counted from the first of the month."""


@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """Answer whom to tell of a hole in the site (RFC 9116); raises Http404 where no address is set.

    Its end moves with the calendar: a file that somebody has to renew by hand ends unseen.
    """
    contacts = settings.AMARANTA_SECURITY_CONTACTS
    if not contacts:
        raise Http404
    expires = timezone.now().replace(day=1, hour=0, minute=0, second=0, microsecond=0) + VALID_FOR
    lines = [
        *(f"Contact: {contact}" for contact in contacts),
        f"Expires: {expires.astimezone(dt.UTC):%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: it, en",
        f"Canonical: {request.build_absolute_uri(reverse('security_txt'))}",
    ]
    if settings.AMARANTA_SECURITY_POLICY:
        lines.append(f"Policy: {settings.AMARANTA_SECURITY_POLICY}")
    text = "\n".join(lines) + "\n"
    response = HttpResponse(text, content_type="text/plain; charset=utf-8")
    response.headers["Cache-Control"] = "max-age=3600"
    return response
