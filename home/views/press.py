"""The press kit of a page."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext, override
from django.views.decorators.http import require_safe
from wagtail.models import Site

from home.files.links import show_as
from home.making.not_ready import not_yet
from home.press.kit import NAME, press_page, want_press_kit


@require_safe
def press_kit(request: HttpRequest, number: str) -> HttpResponse:
    """Give a page's press kit away; 202 while it is being made. Raises Http404 where there is none."""
    page = press_page(int(number))
    site = Site.find_for_request(request)
    if page is None or site is None:
        raise Http404
    row = want_press_kit(page, site)
    data = row.read()
    with override(page.written_in):
        if data is None:
            return not_yet(request, row, page.get_context(request))
        words = gettext("Cartella stampa")
    response = HttpResponse(data, content_type="application/zip")
    response.headers["Content-Disposition"] = f'attachment; filename="{NAME}"'
    # A number on paper can change; a search engine would go on showing the old one.
    response.headers["X-Robots-Tag"] = "noindex, noarchive"
    show_as(response, words)
    return response
