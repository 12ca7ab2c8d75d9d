"""The view behind every page: what is loaded, in which order, and who is asked before it is shown."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt
from wagtail import hooks
from wagtail.models import Page, Site
from wagtail.url_routing import RouteResult
from wagtail.views import serve_chain

from amaranta.main_language import same_page_in_main_language
from home.kept_answers import Visited, is_page, may_be_kept
from home.models import HomePage, SiteSettings
from home.models.page_loading import root_paths, site_of


# Nothing is changed by what is posted to a page, and a CSRF token would need a cookie.
@csrf_exempt
def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Serve a page as wagtail.views.serve does, its hooks included, with fewer questions on the way to it.

    Raises Http404.
    """
    found = find_route(request, path)
    if found is None:
        if is_spoken(request):
            raise Http404
        return redirect(same_page_in_main_language(request, path))
    page, arguments, options = found
    loaded = getattr(page, "loaded", None)
    if loaded and loaded.main:
        SiteSettings.untranslated(request).take_translations(loaded.main)
    for before in hooks.get_hooks("before_serve_page"):
        answer = before(page, request, arguments, options)
        if isinstance(answer, HttpResponse):
            return answer
    chain = serve_chain
    for around in reversed(hooks.get_hooks("on_serve_page")):
        chain = around(chain)
    response: HttpResponse = chain(page, request, arguments, options)
    if getattr(page, "same_for_all", False):
        may_be_kept(response, page.address_choices)
    # Not its feeds, calendars and files.
    if hasattr(page, "page_class") and response.headers.get("Content-Type", "").startswith("text/html"):
        is_page(response, Visited(page.pk, page.page_class))
    return response


def is_spoken(request: HttpRequest) -> bool:
    """Tell whether the site has a published home page in the active language."""
    homes = Page.objects.live().filter(url_path__in=root_paths(request))
    return bool(homes.filter(locale__language_code=get_language()).exists())


def find_route(request: HttpRequest, path: str) -> RouteResult | None:
    """Return the page at an address with the rest of the way, None where there is none.

    Wagtail asks for the locale, the home page in it and its specific page one after the other.
    """
    site = site_of(request)
    if site is None:
        return None
    components = [part for part in path.split("/") if part]
    try:
        found = _below_translation(site, request, components)
        if found is None and (start := _start(site.root_page, bool(components))):
            found = start.route(request, components)
    except Http404:
        return None
    route: RouteResult | None = found
    return route


def _below_translation(site: Site, request: HttpRequest, components: list[str]) -> Any:
    """Return the route to a page below a translated home page, whose place Wagtail keeps in its cache."""
    if get_language() == settings.LANGUAGE_CODE:
        return None
    for root in Site.get_site_root_paths():
        if root.site_id == site.pk and root.language_code == get_language():
            return HomePage(url_path=root.root_path).find_below(request, components)
    return None


def _start(root: Page, only_to_pass: bool) -> Page | None:
    """Return the home page of the active language if it has one; its fields unread `only_to_pass`."""
    if get_language() != settings.LANGUAGE_CODE:
        homes = HomePage.objects.live().filter(translation_key=root.translation_key)
        home: HomePage | None = homes.filter(locale__language_code=get_language()).first()
        return home
    start: Page = root.specific_deferred if only_to_pass else root.specific
    return start
