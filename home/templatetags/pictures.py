"""Pictures of public pages: looked up, never made."""

import logging
from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from home import kept_lookups
from home.files.pictures import PUBLIC_SIZES, stored_size, stored_sizes

register = template.Library()
logger = logging.getLogger(__name__)


@register.simple_tag(takes_context=True)
def stored(context: dict[str, Any], image: Any, size: str) -> Any | None:
    """Return one of `PUBLIC_SIZES` of an image, from what the page has loaded if it has; None if not made."""
    loaded: dict[tuple[int, str], Any] | None = context.get("stored_sizes")
    if not image:
        return None
    found = loaded.get((image.pk, PUBLIC_SIZES[size])) if loaded is not None else stored_size(image, size)
    if found is None:
        logger.error("Picture %s has no %s size", image.pk, size)
    return found


@register.simple_tag(takes_context=True)
def picture(context: dict[str, Any], image: Any, size: str, alt: str, **attributes: str) -> SafeString | str:
    """Return the `img` element of one size, loaded lazily; only the words if it was never made."""
    found = stored(context, image, size)
    if found is None:
        return alt
    more = {"loading": "lazy", "decoding": "async", **attributes}
    return format_html(
        '<img src="{}" width="{}" height="{}" alt="{}"{}>',
        found.url, found.width, found.height, alt, format_html_join("", ' {}="{}"', more.items()),
    )  # fmt: skip


@register.simple_tag
def logo_of(site_settings: Any) -> Any | None:
    """Return the small size of the owner's logo, None where there is none; asked for once for all pages."""
    number = getattr(site_settings, "logo_id", None)
    if number is None:
        return None
    key = number, PUBLIC_SIZES["logo"]
    return kept_lookups.looked_up(("logo", number), lambda: stored_sizes([number]).get(key))
