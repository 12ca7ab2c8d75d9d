from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from home.kept_answers import may_be_kept

# Private pages are not listed here: that would announce them, and keep their noindex from being read.
RULES = """User-agent: *
Disallow: /admin/

Sitemap: {sitemap}
"""


def robots(request: HttpRequest) -> HttpResponse:
    """Answer robots.txt (RFC 9309)."""
    address = request.build_absolute_uri(reverse("sitemap"))
    response = HttpResponse(RULES.format(sitemap=address), content_type="text/plain; charset=utf-8")
    response.headers["Cache-Control"] = "max-age=3600"
    may_be_kept(response)
    return response
