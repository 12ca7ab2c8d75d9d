"""What is written on one line stays on one line, and reads as it is stored: every name, title and label.

A tab or a line break in a name breaks the sheets, calendars and mails that carry it; a sign that turns the
direction of writing shows a name, or an address, that is not the one stored.
"""

import unicodedata
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from wagtail.blocks import Block, CharBlock, ListBlock
from wagtail.fields import StreamField

from home.text.normalize import UNSEEN

# Embeddings, overrides and isolates. The plain marks stay: Arabic beside a number needs them.
TURNING = {*"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"}
# Format characters that are drawn (Arabic and Syriac signs), or that a script or an emoji can't be without.
NEEDED = {*"\u200c\u200d\u200e\u200f\u061c\u06dd\u070f\u08e2", *map(chr, range(0x600, 0x606))}
NOTHING = {"Cf", "Cn", "Co", "Cs"}
"""Categories of signs that a browser draws as nothing, or as a box."""
EMOJI_STYLE = {"\ufe0e", "\ufe0f"}
BREAKING = {"Cc", "Zl", "Zp"}
FOREIGN = {"wagtailcore": {"Page", "Collection"}, "wagtailimages": {"Image"}, "wagtaildocs": {"Document"}}
"""Wagtail's own models whose names people read."""


def visible(text: str) -> None:
    """Raise ValidationError for a sign that nobody sees, or that turns the direction of writing."""
    if any(sign in TURNING for sign in text):
        raise ValidationError(
            _("C’è un segno invisibile che gira la direzione di scrittura: scrivi di nuovo a mano."),
            code="turning",
        )
    hidden = UNSEEN - EMOJI_STYLE
    if any(sign in hidden or _is_nothing(sign) for sign in text):
        raise ValidationError(_("C’è un segno invisibile: scrivi di nuovo a mano."), code="invisible")


def _is_nothing(sign: str) -> bool:
    return sign == "\ufffd" or (unicodedata.category(sign) in NOTHING and sign not in NEEDED)


def one_line(text: str) -> None:
    """Raise ValidationError for a sign that breaks the line, turns its direction or is not seen."""
    visible(text)
    if any(unicodedata.category(sign) in BREAKING for sign in text):
        raise ValidationError(_("Qui non si va a capo e non si usano tabulazioni."), code="breaking")


def keep_on_one_line() -> None:
    """Add the rule to every field of one line of our models, now that all are known.

    Here and not at each field: the next one cannot forget it, and no migration has to name it.
    """
    for model in apps.get_models():
        ours = not model.__module__.startswith(("wagtail", "django", "taggit"))
        if ours or model.__name__ in FOREIGN.get(model._meta.app_label, ()):
            for field in model._meta.local_fields:
                _add_rule(field)
                if isinstance(field, StreamField):
                    _add_to_blocks(field.stream_block)
    for name in ("username", "first_name", "last_name"):
        _add_rule(apps.get_model("auth.User")._meta.get_field(name))
    _add_rule(apps.get_model("auth.Group")._meta.get_field("name"))


def _add_rule(field: Any) -> None:
    if isinstance(field, models.CharField) and not field.choices and one_line not in field.validators:
        # An instance's own list, which migrations do not see.
        field.validators.append(one_line)


def _add_to_blocks(block: Block) -> None:
    if type(block) is CharBlock and one_line not in block.field.validators:
        block.field.validators = [*block.field.validators, one_line]
    children = block.child_blocks.values() if hasattr(block, "child_blocks") else ()
    for child in (*children, *([block.child_block] if isinstance(block, ListBlock) else ())):
        _add_to_blocks(child)
