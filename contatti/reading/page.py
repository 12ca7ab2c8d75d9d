"""The page on which she types her number, as every answer to it is drawn."""

from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from contatti.availability import desk_availabilities
from contatti.contact_form.ticket import issue
from contatti.models import ContactPage
from contatti.reading.slips import SLIPS
from contatti.sealed.conf import sealed_settings
from home.kept_answers import is_fresh, may_be_kept
from home.models import HomePage, PageClass, SiteSettings
from home.once.post_redirect_get import ROBOTS

STATES = {
    "nothing": "",
    "altered": "bad",
    "busy": "warn",
    "closed": "",
    "erased": "calm",
    "accepts": "calm",
    "declines": "calm",
    "writes": "calm",
}
"""What may have to be said (components/number_said.html), and the colour of the note."""


def number_page(request: HttpRequest, said: str = "", **shown: Any) -> HttpResponse:
    """Return the page with what is shown on it (`note`, `slip`, `opened`); it is kept nowhere."""
    page = ContactPage.current(only=("title",))
    token = issue(page.pk if page else 0)
    context = {
        "token": token,
        "site_id": sealed_settings.SITE_ID,
        "slips": {slip.value: words for slip, words in SLIPS.items()},
        "desks": desk_availabilities(timezone.now()),
        "said": said,
        "tone": STATES.get(said, ""),
        **shown,
    }
    response = private_page(request, "number", "pages/number_page.html", context)
    if not (said or shown):
        is_fresh(response, token, partial(issue, page.pk if page else 0))
        may_be_kept(response)
    return response


def private_page(request: HttpRequest, name: str, template: str, context: dict[str, Any]) -> HttpResponse:
    """Return a private page that is no page of Wagtail's; name: that of its address, in every language."""
    home = HomePage.of_request(request)
    if home and home.loaded and home.loaded.main:
        SiteSettings.untranslated(request).take_translations(home.loaded.main)
    around = {
        "page_class": PageClass.PRIVATE,
        "other_addresses": _addresses(home, name),
        "loaded": home and home.loaded,
    }
    return private(render(request, template, around | context))


def private(response: HttpResponse) -> HttpResponse:
    """Return the answer, for no cache and no search engine."""
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = ROBOTS
    return response


def _addresses(home: HomePage | None, name: str) -> dict[str, str]:
    addresses = {}
    for other in home.other_languages if home else ():
        with override(other.locale.language_code):
            addresses[other.locale.language_code] = reverse(name)
    return addresses
