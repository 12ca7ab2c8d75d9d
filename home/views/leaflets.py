"""The leaflets of an information page: given away under names that say nothing."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import override
from django.views.decorators.http import require_safe
from wagtail.models import Site

from home import folded_leaflets, leaflets
from home.files.links import made_of, show_as
from home.making.not_ready import not_yet
from home.models import ContentPage
from home.models.made_files import MadeFile


@require_safe
def leaflet(request: HttpRequest, number: str) -> HttpResponse:
    """Give a page's leaflet away; 202 while it is being made. Raises Http404 where there is none."""
    return _given(request, number, leaflets.want_leaflet, leaflets.NAME)


@require_safe
def folded_leaflet(request: HttpRequest, number: str) -> HttpResponse:
    """Give a page's folded leaflet away, as `leaflet` does."""
    return _given(request, number, folded_leaflets.want_folded, folded_leaflets.NAME)


def _given(
    request: HttpRequest, number: str, want: Callable[[ContentPage, Site], MadeFile], name: str
) -> HttpResponse:
    page = leaflets.leaflet_page(int(number))
    site = Site.find_for_request(request)
    if page is None or site is None:
        raise Http404
    row = want(page, site)
    data = row.read()
    if data is None:
        with override(page.written_in):
            return not_yet(request, row, page.get_context(request))
    response = HttpResponse(data, content_type="application/pdf")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["X-Robots-Tag"] = "noindex, noarchive"
    show_as(response, page.title)
    made_of(response, row.files[0], row.wanted)
    return response
