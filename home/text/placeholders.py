"""Placeholders in editors' texts.

`{{emergenza}}` and `{{antiviolenza}}` are numbers of the settings; what only whoever runs the site can say
(home.text.site_words) has one for each sentence.
"""

import re

from django.conf import settings as django_settings
from django.dispatch import Signal

from home.text.site_words import BY_TOKEN, SiteFacts, is_foreign, word

FIELDS = {"emergenza": "emergency_number", "antiviolenza": "helpline_number"}
TOKEN = re.compile(rf"(tel:)?\{{\{{\s*({'|'.join([*FIELDS, *BY_TOKEN])})\s*\}}\}}")
# A number stands in markup, addresses and JSON: nothing of it may mean something there.
UNUSUAL = re.compile(r"[^0-9+()/., -]")

numbers_changed = Signal()
"""Sent when one of the two numbers was changed: files made with the old one are wrong now."""


def has_placeholder(text: str) -> bool:
    """Tell whether there is anything in `text` to substitute."""
    return bool(TOKEN.search(text))


def substitute(text: str, known: SiteFacts, *, markup: bool = False) -> str:
    """Return `text` with numbers and words for its tokens.

    After `tel:` a number has no spaces (RFC 3966). In `markup` a word in another language than the page's
    says so, and signs are escaped.
    """

    def value(token: re.Match[str]) -> str:
        if token[2] in BY_TOKEN:
            return _word(token, known, markup=markup)
        digits = UNUSUAL.sub("", getattr(known, FIELDS[token[2]]))
        return "tel:" + re.sub(r"[^0-9+]", "", digits) if token[1] else digits

    return TOKEN.sub(value, text)


def _word(token: re.Match[str], settings: SiteFacts, *, markup: bool) -> str:
    said = word(token[2], settings)
    if not markup:
        return said
    said = said.replace("&", "&amp;")
    # Only between tags: an attribute and a title take no element.
    opened = re.search(r"<([a-z]*)[^<]*>[^<>]*\Z", token.string[max(0, token.start() - 2000) : token.start()])
    if is_foreign(token[2], settings) and opened and opened[1] not in {"script", "style", "title"}:
        return f'<span lang="{django_settings.LANGUAGE_CODE}">{said}</span>'
    return said


def without_placeholders(text: str) -> str:
    """Return `text` without its tokens, for what is kept: an index need not know which number it is today."""
    return TOKEN.sub(" ", text)
