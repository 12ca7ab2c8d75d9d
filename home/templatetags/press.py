"""The facts of the network, on the page that the press reads."""

from typing import Any

from django import template
from django.utils.translation import get_language
from wagtail.models import Site

from home.models import SiteSettings
from home.press.facts import PressFacts, press_facts

register = template.Library()


@register.simple_tag(takes_context=True)
def network_facts(context: dict[str, Any]) -> PressFacts:
    request = context.get("request")
    # The page of style shows every block without a visit.
    settings = SiteSettings.for_request(request) if request else SiteSettings.for_site(_main_site())
    return press_facts(get_language() or "", settings)


def _main_site() -> Site:
    return Site.objects.get(is_default_site=True)
