"""The facts of the network, on the page that the press reads."""

from typing import Any

from django import template
from django.utils.translation import get_language

from home.models import SiteSettings
from home.press.facts import PressFacts, press_facts

register = template.Library()


@register.simple_tag(takes_context=True)
def network_facts(context: dict[str, Any]) -> PressFacts:
    return press_facts(get_language() or "", SiteSettings.for_request(context["request"]))
