"""The form of a page that inherits from AbstractSealedFormPage."""

from typing import Any

from django import template

register = template.Library()


@register.inclusion_tag("sealed/form.html", takes_context=True)
def sealed_form(context: dict[str, Any]) -> dict[str, Any]:
    """Draw the page's form; it seals in the browser and, where that is not possible, on the server."""
    return {
        "request": context["request"],
        "form": context["form"],
        "labels": {field.name: str(field.label) for field in context["form"]},
        "keys": context["page"].sealing_keys,
        "pause_message": context["page"].mailbox.pause_message if context["page"].mailbox.paused else "",
    }
