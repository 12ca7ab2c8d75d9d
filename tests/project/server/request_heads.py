"""Requests as they arrive, whole or in part."""

from amaranta.server.child import adjustments
from amaranta.server.parser import Parser

POST = "POST / HTTP/1.1\nHost: x\nContent-Type: application/x-www-form-urlencoded\nContent-Length: {}\n\n"
SESSION = "abcdefghij0123456789klmnopqrstuv"
UPLOAD = f"POST /admin/images/add/ HTTP/1.1\nHost: x\nCookie: c=x; s={SESSION}\nContent-Length: {{}}\n\n"
NOTICES = "POST /anymail/brevo/tracking/ HTTP/1.1\nHost: x\nContent-Length: {}\n\n"


def arriving(head: str, sent: int = 0) -> Parser:
    """Return a request of which the head and `sent` bytes of the body have come in."""
    parser = Parser(adjustments(1))
    data = head.replace("\n", "\r\n").encode()
    while data := data[parser.received(data) :]:
        pass
    while sent > 0 and not parser.completed:
        parser.received(b"a" * min(sent, 8192))
        sent -= 8192
    return parser


def is_in_a_file(parser: Parser) -> bool:
    return bool(parser.body_rcv.getbuf().overflowed)
