"""What changed in a text, word by word, for eyes and for ears."""

import re
from difflib import SequenceMatcher

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from home.translation.markup import readable

WORD = re.compile(r"\s+|[^\W_]+(?:[\u0300-\u036f’'][^\W_]*)*|.", re.DOTALL)


def difference(before: str, now: str, *, is_rich: bool = False) -> SafeString:
    """Return `now` with what is new in <ins> and what is gone in <del>, each said before it is read."""
    if is_rich:
        before, now = (readable(each).replace("\n", "\n\n") for each in (before, now))
    old, new = WORD.findall(before), WORD.findall(now)
    parts = []
    for kind, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            parts.append(format_html("{}", "".join(new[start:end])))
            continue
        if gone := "".join(old[first:last]):
            parts.append(_said("del", _("tolto:"), gone))
        if come := "".join(new[start:end]):
            parts.append(_said("ins", _("aggiunto:"), come))
    return format_html_join("", "{}", ((part,) for part in parts))


def _said(element: str, words: str, text: str) -> SafeString:
    opened = {"del": "<del>", "ins": "<ins>"}[element]
    markup = opened + '<span class="w-sr-only">{} </span>{}' + opened.replace("<", "</")
    return format_html(markup, words, text)
