"""The demonstration in a language that runs from right to left, made for tests alone.

Its words are the Italian ones in Arabic letters: of about the same length, and no language at all. Numbers,
addresses, placeholders and names of places stay as they are: the mixture that a translated site has.
"""

import json
import re
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from wagtail.fields import StreamField
from wagtail.models import Locale, Page

from amaranta.demo.contact_page import approve
from contatti.models import ContactPage

LANGUAGE = "fa"
# Placeholders, tags, entities, addresses of every kind.
KEPT = re.compile(r"(%\(\w+\)[sd]|%[sd]|\{\w*\}|<[^>]*>|&\w+;|https?:\S+|\S+@\S+|\S+\.(?:it|org|example)\b)")
LETTERS = str.maketrans("abcdefghijklmnopqrstuvwxyzàèéìòù,;?", "ابجدهوزحطيكلمنسعفصقرشتثخذضاهييوو،؛؟")
# Patterns of dates and hours, told by their contexts.
PATTERNS = ("giorno", "formato", "fine della giornata")
CODES = {"slug", "url_path", "path", "content_type", "draft_title", "translation_key"}


def mirrored(text: str) -> str:
    """Return a text in Arabic letters; what is no word is left alone."""
    pieces = KEPT.split(text)
    return "".join(
        each if place % 2 else each.lower().translate(LETTERS) for place, each in enumerate(pieces)
    )


def write_catalogue(folder: Path) -> None:
    """Write a catalogue of all words of the site below `folder`, as gettext lays it out."""
    source = settings.ROOT / "site" / "amaranta" / "locale" / "en" / "LC_MESSAGES" / "django.po"
    with source.open("rb") as file:
        catalogue = read_po(file, locale=LANGUAGE)
    for message in catalogue:
        if not message.id:
            continue
        told = message.context is not None and message.context.startswith(PATTERNS)
        single, *plural = [message.id] if isinstance(message.id, str) else message.id
        forms = [each if told else mirrored(each) for each in (single, *plural)]
        others = [forms[-1]] * (catalogue.num_plurals - 1)
        message.string = (forms[0], *others) if plural else forms[0]
    target = folder / LANGUAGE / "LC_MESSAGES" / "django.mo"
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as file:
        write_mo(file, catalogue)


def turn_content() -> None:
    """Turn the Italian pages in the database to the mirrored language, their words included."""
    Locale.objects.filter(language_code="it").update(language_code=LANGUAGE)
    kinds = ContentType.objects.filter(pk__in=Page.objects.values("content_type"))
    for model in filter(None, (kind.model_class() for kind in kinds)):
        _turn(model)
    for page in ContactPage.objects.filter(locale__language_code=LANGUAGE):
        approve(page)  # other words have to be approved anew


def _turn(model: type[models.Model]) -> None:
    own = [field for field in model._meta.concrete_fields if _holds_words(field)]
    for page in model._base_manager.filter(locale__language_code=LANGUAGE):
        changed = {field.name: _worded(field, page) for field in own}
        model._base_manager.filter(pk=page.pk).update(**changed)


def _holds_words(field: models.Field[Any, Any]) -> bool:
    if isinstance(field, StreamField):
        return True
    plain = isinstance(field, (models.CharField, models.TextField)) and not isinstance(field, models.URLField)
    return plain and not field.choices and field.name not in CODES


def _worded(field: models.Field[Any, Any], page: models.Model) -> Any:
    value = field.value_from_object(page)
    if isinstance(field, StreamField):
        return json.dumps(_inside(value.get_prep_value()))
    return mirrored(value) if isinstance(value, str) and " " in value.strip() else value


def _inside(value: Any, name: str = "") -> Any:
    if isinstance(value, dict):
        return {key: _inside(each, key) for key, each in value.items()}
    if isinstance(value, list):
        return [_inside(each) for each in value]
    words = isinstance(value, str) and " " in value.strip() and name not in ("id", "type")
    return mirrored(value) if words else value
