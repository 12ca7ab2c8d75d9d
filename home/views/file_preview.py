"""The page before every file: what it looks like, the exit, and a way to save it.

One view for all kinds, those to come as well: it asks the file's own address for the answer that a browser
would get, so whatever may not be had there may not be looked at here.
"""

import copy
from typing import Any
from urllib.parse import quote

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.template.response import SimpleTemplateResponse
from django.urls import resolve
from django.utils.http import parse_header_parameters
from django.views.decorators.http import require_safe

from home.files.links import before
from home.files.previews import MOST_BYTES, Look, forget, look_at, picture
from home.making.not_ready import ask_again
from home.page_policy import policy_of

PDF = "application/pdf"
FEEDS = {"application/atom+xml", "application/rss+xml", "application/feed+json"}
ASKED_FOR = ("HTTP_RANGE", "HTTP_IF_RANGE", "HTTP_IF_MODIFIED_SINCE", "HTTP_IF_NONE_MATCH")
"""What a browser says of the part or the copy that it wants; here the whole file is looked at."""


@require_safe
def look(request: HttpRequest, address: str) -> HttpResponseBase:
    """Show the file at `/address`, or with `?pagina=2` its second page as a picture.

    Raises Http404 where there is a page, or nothing. A file that is still to be made says so itself.
    """
    address = f"/{address}"
    file = _ask(request, address)
    kind, parameters = parse_header_parameters(file.headers.get("Content-Disposition", ""))
    media_type = file.headers.get("Content-Type", "").partition(";")[0]
    if file.status_code in {202, 503}:
        return file
    if file.status_code != 200 or (media_type == "text/html" and kind != "attachment"):
        raise Http404
    if isinstance(file, SimpleTemplateResponse) and not file.is_rendered:  # a page, or for machines: no file
        raise Http404
    size = _size(file)
    stored_as = getattr(file, "stored_as", None) if media_type == PDF and size <= MOST_BYTES else None
    if "pagina" in request.GET:
        _let_go(file)
        return _with_headers(_picture(address, stored_as, request.GET["pagina"]), file)
    name = parameters.get("filename") or address.rstrip("/").rpartition("/")[2]
    look = look_at(address, stored_as) if stored_as else Look()
    context = {
        "address": quote(address),
        "here": before(address),
        "whole_address": request.build_absolute_uri(address) if media_type in FEEDS else "",
        "name": name,
        "words": getattr(file, "shown_as", "") or name,
        "suffix": _suffix(name, media_type),
        "size": size,
        "family": media_type.partition("/")[0],
        "look": look,
    }
    _let_go(file)
    response = render(request, "pages/look.html", context)
    if look.late:
        ask_again(response, look.late)
    return _with_headers(response, file)


def _ask(request: HttpRequest, address: str) -> HttpResponseBase:
    """Return the answer of a file's own address. Raises Http404."""
    match = resolve(address)
    if match.func is look or address.startswith("/admin/"):
        raise Http404
    policy_of(request)  # made now, so that the copy shares it: an answer of the file's own may be a page
    asked: Any = copy.copy(request)
    asked.path = asked.path_info = address
    asked.method = "GET"
    asked.META = {name: value for name, value in request.META.items() if name not in ASKED_FOR}
    asked.META["PATH_INFO"] = address
    for known in ("headers", "GET"):
        asked.__dict__.pop(known, None)
    asked.META["QUERY_STRING"] = ""
    try:
        file: HttpResponseBase = match.func(asked, *match.args, **match.kwargs)
    except Http404:
        forget(address)
        raise
    return file


def _let_go(file: HttpResponseBase) -> None:
    """Close what an answer reads from. The answer itself, closed, would end the request and the database."""
    if isinstance(file, FileResponse) and file.file_to_stream is not None:
        file.file_to_stream.close()


def _size(file: HttpResponseBase) -> int:
    content: bytes = b"" if file.streaming else file.content  # type: ignore[attr-defined]
    return int(file.headers.get("Content-Length", len(content)))


def _suffix(name: str, media_type: str) -> str:
    """Return the kind of a file as a reader knows it: PDF, ODT."""
    known = name.rpartition(".")[2] if "." in name else media_type.rpartition("/")[2].partition("+")[0]
    return known.upper()


def _picture(address: str, stored_as: dict[str, Any] | None, page: str) -> HttpResponse:
    number = int(page) - 1 if page.isascii() and page.isdigit() and len(page) < 3 else -1
    found = picture(address, stored_as, number) if stored_as else None
    if found is None:
        raise Http404
    return HttpResponse(found, content_type="image/jpeg")


def _with_headers(response: HttpResponse, file: HttpResponseBase) -> HttpResponse:
    """Keep no more of a look than of the file itself, and let no search lead to it."""
    response.headers["Cache-Control"] = file.headers.get("Cache-Control", "no-store")
    response.headers["X-Robots-Tag"] = "noindex, noarchive"
    return response
