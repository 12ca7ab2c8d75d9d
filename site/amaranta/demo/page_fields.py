"""The front matter of a page as the fields of its model."""

import datetime as dt
from collections.abc import Collection
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Field, TextField
from django.utils import timezone
from wagtail.fields import RichTextField
from wagtail.models import Page, get_page_models

from home.models import RightsPage

from .content_files import PageText
from .markdown_text import MarkdownError, html_of

# What the loader and the builders use; `abridged` tells that a translation leaves blocks out.
NOT_FIELDS = {"type", "slug", "pages", "abridged"}
# A page that has expired is refused, and the demonstration can be built in any year.
VALID_FOR = dt.timedelta(days=180)


def model_of(text: PageText) -> type[Page]:
    """Return the class that `type` names; ContentError if there is none of that name."""
    models = {model.__name__: model for model in get_page_models()}
    name = text.words.get("type")
    if name not in models:
        raise text.error("type", f"unknown type of page '{name}'")
    found: type[Page] = models[name]
    return found


def fields_of(text: PageText, model: type[Page], besides: Collection[str] = ()) -> dict[str, Any]:
    """Return the fields that the front matter sets, without those that a builder makes itself (`besides`).

    ContentError if the model has no such field.
    """
    fields = {}
    for key, value in text.words.items():
        if key not in NOT_FIELDS and key not in besides:
            field = _field(text, model, key)
            fields[field.name] = _stored(text, key, field, value)
    if issubclass(model, RightsPage) and "verified_on" in fields:
        fields["expires_on"] = max(fields["verified_on"], timezone.localdate()) + VALID_FOR
    return fields


def _field(text: PageText, model: type[Page], key: str) -> Any:
    has_intro = any(field.name == "intro" for field in model._meta.get_fields())
    try:
        return model._meta.get_field("search_description" if key == "intro" and not has_intro else key)
    except FieldDoesNotExist:
        raise text.error(key, f"a page of type {model.__name__} has no '{key}'") from None


def _stored(text: PageText, key: str, field: "Field[Any, Any]", value: Any) -> Any:
    if isinstance(field, RichTextField):
        try:
            return html_of(value)
        except MarkdownError as error:
            raise text.error(key, str(error)) from error
    if key == "search_terms":
        value = [phrase.strip() for phrase in value.split(",")]
    if isinstance(value, list):
        return "\n".join(value) if isinstance(field, TextField) else tuple(value)
    return value
