"""The leaflet of an information page: given away under a name that says nothing."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import override
from django.views.decorators.http import require_safe
from wagtail.models import Site

from home.files.links import made_of, show_as
from home.leaflets import NAME, leaflet_page, want_leaflet
from home.making.not_ready import not_yet


@require_safe
def leaflet(request: HttpRequest, number: str) -> HttpResponse:
    """Give a page's leaflet away; 202 while it is being made. Raises Http404 where there is none."""
    page = leaflet_page(int(number))
    site = Site.find_for_request(request)
    if page is None or site is None:
        raise Http404
    row = want_leaflet(page, site)
    data = row.read()
    if data is None:
        with override(page.written_in):
            return not_yet(request, row, page.get_context(request))
    response = HttpResponse(data, content_type="application/pdf")
    response.headers["Content-Disposition"] = f'attachment; filename="{NAME}"'
    response.headers["X-Robots-Tag"] = "noindex, noarchive"
    show_as(response, page.title)
    made_of(response, row.files[0], row.wanted)
    return response
