"""Writing linked data (JSON-LD 1.1) into a page: one way for every page, so that none says what is empty."""

import json
from collections.abc import Mapping
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.safestring import SafeString, mark_safe

# Inside a script element only these can end it or start a comment (HTML, 4.12.1.3).
ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}
EMPTY: tuple[Any, ...] = (None, "", [], {})


def told(value: Any) -> Any:
    """Return a value without what is empty, at any depth; a thing of which only the type is left is empty."""
    if isinstance(value, Mapping):
        full = {name: told(each) for name, each in value.items()}
        left = {name: each for name, each in full.items() if each not in EMPTY}
        return {} if left.keys() == {"@type"} else left
    if isinstance(value, list | tuple):
        return [each for each in map(told, value) if each not in EMPTY]
    return value


def written(data: Mapping[str, object]) -> SafeString:
    """Return `data` as JSON-LD, safe to write into a script element; empty for nothing."""
    facts = told(data)
    if not facts:
        return SafeString()
    data = {"@context": "https://schema.org", **facts}
    text = json.dumps(data, cls=DjangoJSONEncoder, ensure_ascii=False, separators=(",", ":"))
    return mark_safe(text.translate(ESCAPES))  # noqa: S308


def interval(period: str) -> str:
    """Return the years named in a text as an ISO 8601 interval (2013/2015); empty if there are none."""
    years = [
        word for word in "".join(sign if sign.isdigit() else " " for sign in period).split() if len(word) == 4
    ]
    return "/".join(dict.fromkeys((min(years), max(years)))) if years else ""
