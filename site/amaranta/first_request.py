"""Where a request for a page or a picture begins."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import get_language
from django.views import static
from django.views.decorators.csrf import csrf_exempt
from wagtail import views
from wagtail.models import Page, Site

from home.models import HomePage


# Nothing is changed by what is posted to a page, and a CSRF token would need a cookie.
@csrf_exempt
def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Serve a page as Wagtail does, with fewer questions on the way to it.

    Wagtail asks for the locale, the home page in it and its specific page one after the other, and takes the
    route from the request where it is already there (`Page.route_for_request`).
    """
    site = Site.find_for_request(request)
    if site is not None:
        components = [part for part in path.split("/") if part]
        try:
            found = _below_translation(site, request, components)
            if found is None:
                found = _start(site.root_page, bool(components)).route(request, components)
        except Http404:
            found = None
        request._wagtail_route_for_request = found  # type: ignore[attr-defined]
    response: HttpResponse = views.serve(request, path)
    return response


def _below_translation(site: Site, request: HttpRequest, components: list[str]) -> Any:
    """Return the route to a page below a translated home page, whose place Wagtail keeps in its cache."""
    if get_language() == settings.LANGUAGE_CODE:
        return None
    for root in Site.get_site_root_paths():
        if root.site_id == site.pk and root.language_code == get_language():
            return HomePage(url_path=root.root_path).find_below(request, components)
    return None


def _start(root: Page, only_to_pass: bool) -> Page:
    """Return the home page of the active language, or else the site's; its fields unread `only_to_pass`."""
    if get_language() != settings.LANGUAGE_CODE:
        homes = HomePage.objects.live().filter(translation_key=root.translation_key)
        home: HomePage | None = homes.filter(locale__language_code=get_language()).first()
        if home is not None:
            return home
    start: Page = root.specific_deferred if only_to_pass else root.specific
    return start


def picture(request: HttpRequest, path: str) -> HttpResponseBase:
    """Serve a finished picture. Raises Http404, SuspiciousFileOperation for a path that leads elsewhere."""
    return static.serve(request, path, document_root=str(Path(settings.MEDIA_ROOT) / "images"))
