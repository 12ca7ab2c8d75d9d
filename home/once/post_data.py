"""Reading what a visitor's form posted: whole, or not at all."""

from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import HttpRequest, QueryDict
from django.http.request import UnreadablePostError

END = "v"
"""The last field of every form of a visitor: without it the end of what she wrote is missing."""
END_VALUE = "1"


class NotWhole(Exception):  # noqa: N818 - an answer to give her, not a fault to report
    """Part of the form is missing, or it can't be read. `fields` are those that did arrive."""

    def __init__(self, fields: QueryDict | None = None) -> None:
        super().__init__()
        self.fields = fields


def posted_whole(request: HttpRequest) -> QueryDict:
    """Return the posted fields. Raises NotWhole unless all announced bytes and the end mark came."""
    if not is_utf8(request):
        raise NotWhole
    try:
        length = len(request.body)
        fields = request.POST
    except (BadRequest, SuspiciousOperation, UnreadablePostError, OSError):
        raise NotWhole from None
    is_ended = [*fields][-1:] == [END] and fields.getlist(END) == [END_VALUE]
    if length != _announced(request) or not is_ended:
        raise NotWhole(fields)
    return fields


def is_utf8(request: HttpRequest) -> bool:
    """Tell whether the request claims no other encoding; some that Python knows are not even of text."""
    charset = (request.content_params or {}).get("charset", "utf-8")
    return charset.strip("\"'").lower() in ("utf-8", "utf8")


def _announced(request: HttpRequest) -> int:
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        return 0
