"""Writing linked data (JSON-LD 1.1) into a page."""

import json
from collections.abc import Mapping

from django.utils.safestring import SafeString, mark_safe

# HTML would end the script at these, wherever they stand in a JSON string.
ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def told(data: Mapping[str, object]) -> dict[str, object]:
    """Return `data`, and every mapping directly in it, without what is empty."""
    full = {name: told(value) if isinstance(value, Mapping) else value for name, value in data.items()}
    return {name: value for name, value in full.items() if value}


def written(data: Mapping[str, object]) -> SafeString:
    """Return `data` as JSON-LD, safe to write into a script element; empty for nothing."""
    text = json.dumps({"@context": "https://schema.org", **told(data)}, ensure_ascii=False) if data else ""
    return mark_safe(text.translate(ESCAPES))  # noqa: S308
