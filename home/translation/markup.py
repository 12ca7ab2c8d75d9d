"""What a translated text keeps of the Italian one: placeholders, markup, and links in its language."""

import re
from collections import Counter
from html import unescape
from html.parser import HTMLParser
from typing import Any

from django.utils.html import strip_tags
from wagtail.models import Page

TOKEN = re.compile(r"\{\{[^{}]*\}\}|\{\{|\}\}")
EDITORS_KEY = re.compile(r' data-block-key="[^"]*"')
PAGE_LINK = re.compile(r"<a\b[^>]*\blinktype=\"page\"[^>]*>")
NUMBER = re.compile(r'\bid="(\d+)"')
ENDS = re.compile(r"</(?:p|li|h[2-6])>|<br/?>")
EMPTY = {"br", "hr", "img", "embed"}


def bare(text: str) -> str:
    """Return a text as it is compared: without the keys that an editor's program leaves, and outer spaces."""
    return EDITORS_KEY.sub("", text).replace("<br>", "<br/>").strip()


def readable(markup: str) -> str:
    """Return the words of rich text, a paragraph a line."""
    return unescape(strip_tags(ENDS.sub("\n", markup))).strip()


def tokens(text: str) -> Counter[str]:
    """Return the placeholders in a text, such as `{{emergenza}}`."""
    return Counter(re.sub(r"\s", "", token) for token in TOKEN.findall(text))


class _Tags(HTMLParser):
    """Counts elements with their attributes; `is_whole` is False if one closes that is not open."""

    def __init__(self) -> None:
        super().__init__()
        self.found: Counter[str] = Counter()
        self.open: list[str] = []
        self.is_whole = True

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in EMPTY:
            self.open.append(tag)
        self.handle_startendtag(tag, attrs)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kept = dict(attrs)
        kept.pop("data-block-key", None)
        # Which page a link leads to differs between languages; that it leads to one of ours is the same.
        if kept.get("linktype") == "page":
            kept["id"] = "page"
        self.found[f"{tag} {sorted(kept.items(), key=str)}"] += 1

    def handle_endtag(self, tag: str) -> None:
        if tag in EMPTY:
            return
        if not self.open or self.open.pop() != tag:
            self.is_whole = False


def _tags(markup: str) -> _Tags:
    parser = _Tags()
    parser.feed(markup)
    parser.close()
    parser.is_whole &= not parser.open
    return parser


def keeps_markup(source: str, text: str) -> bool:
    """Tell whether `text` is whole and made of the same elements as `source`, to pages already linked to."""
    theirs, mine = _tags(source), _tags(text)
    return mine.is_whole and theirs.found == mine.found


def page_numbers(markup: str) -> set[str]:
    """Return the numbers of the pages that rich text links to."""
    found = (NUMBER.search(link) for link in PAGE_LINK.findall(markup))
    return {number[1] for number in found if number}


def in_language(markup: str, locale: Any) -> str:
    """Return rich text with its links to pages leading to their translations, where there are any."""
    numbers = page_numbers(markup)
    if not numbers:
        return markup
    others = Page.objects.filter(pk__in=numbers).exclude(locale=locale).values_list("pk", "translation_key")
    keys = {key: str(number) for number, key in others}
    mine = Page.objects.filter(locale=locale, translation_key__in=keys).values_list("pk", "translation_key")
    changed = {keys[key]: str(number) for number, key in mine}

    def lead(link: re.Match[str]) -> str:
        return NUMBER.sub(lambda found: f'id="{changed.get(found[1], found[1])}"', link[0])

    return PAGE_LINK.sub(lead, markup)
