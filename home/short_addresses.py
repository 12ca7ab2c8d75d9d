"""Short addresses for paper: a word of one letter and the number of a page, in the language of the sheet."""

from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Site

STANDARD_PORTS = (80, 443)


def origin(site: Site) -> str:
    """Return where a site is reached from outside.

    What is printed begins with https, also where the site is registered under port 80: the server sends
    every visit there. Only a site of one machine, on a port of its own, keeps http.
    """
    if site.port in STANDARD_PORTS:
        return f"https://{site.hostname}"
    return f"http://{site.hostname}:{site.port}"


def short_address(site: Site, language: str, number: int | None = None) -> str:
    """Return the address to print for the page with this number, or for the list of desks."""
    with override(language):
        return origin(site) + reverse("short", kwargs={} if number is None else {"number": number})
