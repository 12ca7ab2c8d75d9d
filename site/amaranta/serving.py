"""Where a request for a page begins."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language
from wagtail import views
from wagtail.models import Site

from home.models import HomePage


def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Serve a page as Wagtail does, after finding the home page of the language in one query.

    Wagtail asks for the locale, the translation and its specific page one after the other, and takes the
    answer from the request where it is already there (`Page.route_for_request`).
    """
    site = Site.find_for_request(request)
    if site is not None:
        homes = HomePage.objects.live().filter(translation_key=site.root_page.translation_key)
        home = homes.filter(locale__language_code=get_language()).first()
        try:
            components = [part for part in path.split("/") if part]
            found = (home or site.root_page.specific).route(request, components)
        except Http404:
            found = None
        request._wagtail_route_for_request = found  # type: ignore[attr-defined]
    response: HttpResponse = views.serve(request, path)
    return response
