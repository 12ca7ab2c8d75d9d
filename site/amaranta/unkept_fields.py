"""Every field of a visitor's page tells the browser to keep and send nothing of it.

Browsers write what stands in a form into their session files while it is being typed. Chromium heeds
`autocomplete="off"` on the form; Firefox only on each field, ticks and choices included. So it is written
here, into the finished page: no template, widget or editor's question can forget it.
"""

import re
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

# The contents of scripts and comments are no fields; a script is moreover allowed by its hash.
PIECE = re.compile(
    rb"<!--.*?-->|<(?P<raw>script|style)\b.*?</(?P=raw)\s*>"
    rb"""|<(?P<tag>input|textarea|select)(?=[\s/>])(?P<rest>(?:[^>"']|"[^"]*"|'[^']*')*)>""",
    re.DOTALL | re.IGNORECASE,
)
# What she wrote may come back in a value, and must not be taken for attributes.
ATTRIBUTE = re.compile(rb"""\s*(?P<name>[^\s=>"']+)(?:\s*=\s*(?P<value>"[^"]*"|'[^']*'|[^\s>]*))?""")
OFF = b' autocomplete="off"'
# A spelling service on the network, a dictionary that learns, and proposals made from what was written.
TEXT_OFF = OFF + b' autocorrect="off" spellcheck="false" writingsuggestions="false"'
OURS = {b"autocomplete", b"autocorrect", b"spellcheck", b"writingsuggestions"}
# What nobody fills in; on a hidden field `autocomplete` means something else (HTML, 4.10.18.7.1).
NOT_FILLED = {b"hidden", b"submit", b"button", b"image", b"reset"}
NOT_WRITTEN = {b"checkbox", b"radio", b"file", b"range", b"color"}


def _marked(piece: re.Match[bytes]) -> bytes:
    tag = piece["tag"]
    if tag is None:
        return piece[0]
    attributes = [(found["name"].lower(), found) for found in ATTRIBUTE.finditer(piece["rest"])]
    kinds = (
        [found["value"] for name, found in attributes if name == b"type"] if tag.lower() == b"input" else []
    )
    kind = (kinds[0] or b"").strip(b"\"'").lower() if kinds else b""
    if kind in NOT_FILLED:
        return piece[0]
    written = tag.lower() != b"select" and kind not in NOT_WRITTEN
    rest = b"".join(found[0] for name, found in attributes if name not in OURS)
    return b"<" + tag + (TEXT_OFF if written else OFF) + rest + b">"


def unkept(page: bytes) -> bytes:
    """Return HTML in which no field may be stored, completed, spell-checked elsewhere or learned from."""
    return PIECE.sub(_marked, page)


class UnkeptFieldsMiddleware:
    """Marks the fields of every page but the administration's, where staff log in with a password manager."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        is_page = response.headers.get("Content-Type", "").startswith("text/html")
        if is_page and isinstance(response, HttpResponse) and not request.path.startswith("/admin/"):
            response.content = unkept(response.content)
            if "Content-Length" in response.headers:
                response.headers["Content-Length"] = str(len(response.content))
        return response
