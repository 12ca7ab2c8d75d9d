"""Rich text inside a page's blocks, with links to pages that the page has loaded already."""

import re
from collections.abc import Iterator
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe
from wagtail.rich_text import expand_db_html
from wagtail.rich_text.rewriters import FIND_A_TAG, extract_attrs

from amaranta.templatetags.discreet import private_link
from home.templatetags.documents import take

HEADING = re.compile(r"<h2\b[^>]*>")

register = template.Library()


@register.simple_tag(takes_context=True)
def rich(context: dict[str, Any], value: Any, heading_ids: Iterator[str] | None = None) -> SafeString:
    """Write a rich text value as HTML.

    Wagtail's filter asks the database for every text with links, and knows nothing of private pages, which
    are reached through the page that stands before them. `linked_pages` in the context holds pages by id,
    `linked_documents` documents. `heading_ids`: the names for its headings of the second level.
    """
    source = getattr(value, "source", value) or ""
    pages = context.get("linked_pages", {})
    documents = context.get("linked_documents", {})

    def link(tag: re.Match[str]) -> str:
        attributes = extract_attrs(tag[1])
        if attributes.get("linktype") == "document" and attributes["id"].isdigit():
            document = documents.get(int(attributes["id"]))
            return tag[0] if document is None else f"<a {take(context, document)}>"
        page = pages.get(attributes.get("id", ""))
        if attributes.get("linktype") != "page" or page is None:
            return tag[0]
        return f"<a {private_link(context, page)}>"

    html: str = expand_db_html(FIND_A_TAG.sub(link, source))
    if heading_ids:
        html = HEADING.sub(lambda _tag: f"<h2{_id(heading_ids)}>", html)
    return mark_safe(html)  # noqa: S308


@register.simple_tag(takes_context=True)
def heading_id(context: dict[str, Any]) -> SafeString:
    """Write the attribute by which the list of contents finds a block's heading, if there is a list."""
    return mark_safe(_id(context.get("heading_ids")))  # noqa: S308 - names that we made


def _id(heading_ids: Iterator[str] | None) -> str:
    name = next(heading_ids, "") if heading_ids else ""
    return f' id="{name}"' if name else ""
