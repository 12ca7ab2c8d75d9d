"""The design of the public site on one page: tokens read from the stylesheet, blocks from the picker."""

import re
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import Context
from django.template.loader import get_template
from django.template.loader_tags import BlockNode
from django.utils.safestring import SafeString
from wagtail.blocks import Block

from home.blocks import ContentBlocks, DoorBlocks
from home.models import PageClass

TOKEN = re.compile(r"--([\w-]+): ([^;]+);")
COLOUR = re.compile(r"^#[0-9a-f]{3,6}$")


def tokens() -> dict[str, str]:
    """Return the custom properties of the light theme, which comes first, by name."""
    css = (settings.ROOT / "static" / "css" / "site.css").read_text()
    root = css[css.index(":root {") : css.index("}", css.index(":root {"))]
    return dict(TOKEN.findall(root))


def example(block: Block) -> SafeString:
    """Return a block as its preview shows it, without the page around it."""
    name = getattr(block.meta, "preview_template", None)
    if not name:
        return SafeString(block.render(block.get_preview_value()))
    template: Any = get_template(name)
    nodes = template.template.nodelist.get_nodes_by_type(BlockNode)
    drawn = next(node for node in nodes if node.name == "example").nodelist
    context = Context()
    with context.bind_template(template.template):
        return SafeString(drawn.render(context))


def style(request: HttpRequest) -> HttpResponse:
    """Show every token, component and block; for people of the administration only."""
    blocks = [*ContentBlocks().child_blocks.values(), *DoorBlocks().child_blocks.values()]
    known = tokens()
    context: dict[str, Any] = {
        "page_class": PageClass.HELP,
        "colours": [(name, value) for name, value in known.items() if COLOUR.match(value)],
        "measures": [(name, value) for name, value in known.items() if not COLOUR.match(value)],
        "examples": [(block.label, block.get_description(), example(block)) for block in blocks],
    }
    return render(request, "pages/style.html", context)
