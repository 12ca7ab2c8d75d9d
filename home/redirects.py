"""Old addresses lead to where something is, or to the page that says that nothing is there."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from wagtail.contrib.redirects.middleware import RedirectMiddleware as Plain
from wagtail.contrib.redirects.middleware import get_redirect
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

REDIRECTS = {301, 302}
# A chain as long as this was made by mistake.
MOST_STEPS = 10


class RedirectMiddleware(Plain):
    """Wagtail's, which would send a visitor to a page that is off the site, or round and round."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        answer: HttpResponse = super().process_response(request, response)
        if response.status_code in REDIRECTS or answer.status_code not in REDIRECTS:
            return answer
        return answer if leads_somewhere(request, answer.headers["Location"]) else response


def leads_somewhere(request: HttpRequest, address: str) -> bool:
    """Tell whether whoever follows `address`, and what it leads on to, arrives."""
    seen = {Redirect.normalise_path(request.get_full_path())}
    for step in _steps(request, address):
        if step in seen or len(seen) > MOST_STEPS:
            return False
        seen.add(step)
    return True


def _steps(request: HttpRequest, address: str) -> Iterator[str]:
    """Yield the addresses of this site at which nothing is and from which one is sent on."""
    target: Any = address
    while target is not None:
        parts = urlsplit(target)
        if parts.netloc and parts.netloc != request.get_host():
            return
        path = Redirect.normalise_path(parts.path)
        if _is_there(request, parts.path):
            return
        yield path
        found = get_redirect(request, path)
        if found is None and _was_a_page(request, parts.path):
            yield path  # a second time: it leads nowhere
        target = found.link if found else None


def _pages(request: HttpRequest, path: str) -> Any:
    site = Site.find_for_request(request)
    for home in site.root_page.get_translations(inclusive=True) if site else ():
        base = home.get_url(request)
        if base and base != "/" and path.startswith(base):
            return _below(home, path.removeprefix(base))
    return _below(site.root_page, path) if site else Page.objects.none()


def _below(home: Page, path: str) -> Any:
    steps = path.strip("/")
    return Page.objects.filter(url_path=f"{home.url_path}{steps}/" if steps else home.url_path)


def _is_there(request: HttpRequest, path: str) -> bool:
    return bool(_pages(request, path).live().exists())


def _was_a_page(request: HttpRequest, path: str) -> bool:
    return bool(_pages(request, path).exists())
