"""A small web page that plays the operators' mail program, in a process and on a port of its own."""

from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse

from amaranta.demo.mailbox import Received, received
from amaranta.demo.operators import operators
from amaranta.demo.reply_codes import reply_code_in
from amaranta.demo.staff import OPERATORS, PASSWORD

TEST = "PROVA DI LETTURA"
HOSTS = frozenset({"localhost", "127.0.0.1"})
STYLES = {"/site.css": "css/site.css", "/mailbox.css": "css/mailbox.css"}
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What the viewer sends: `kind` is a media type without its charset."""

    body: str
    kind: str = "text/html"
    status: HTTPStatus = HTTPStatus.OK


NOT_FOUND = Answer("404", "text/plain", HTTPStatus.NOT_FOUND)


class Viewer(BaseHTTPRequestHandler):
    """Answers GET: `/` lists mail, `/posta/KEY/` shows one, `/posta/KEY/originale` its bytes as they came,
    `/posta/KEY/apri/OPERATOR` opens it.
    """

    server_version = "Amaranta"
    sys_version = ""

    def do_GET(self) -> None:
        # Another site's page could point a name of its own at 127.0.0.1 and read opened requests.
        host = urlsplit(f"//{self.headers.get('Host', '')}").hostname
        if host not in HOSTS:
            self._send(Answer("421", "text/plain", HTTPStatus.MISDIRECTED_REQUEST))
            return
        self._send(answer(urlsplit(self.path).path))

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Write nothing: paths name messages."""

    def _send(self, answer: Answer) -> None:
        body = answer.body.encode()
        self.send_response(answer.status)
        for name, value in HEADERS.items():
            self.send_header(name, value)
        self.send_header("Content-Type", f"{answer.kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def answer(path: str) -> Answer:
    """Return what the viewer shows at a path."""
    if path in STYLES:
        return Answer((settings.ROOT / "static" / STYLES[path]).read_text(), "text/css")
    if path == "/":
        return Answer(render_to_string("demo/mailbox.html", {"mails": received()}))
    match [unquote(part) for part in path.strip("/").split("/")]:
        case ["posta", key]:
            return _about(key)
        case ["posta", key, "originale"]:
            return _original(key)
        case ["posta", key, "apri", name]:
            return _about(key, name)
    return NOT_FOUND


def _find(key: str) -> Received | None:
    return next((mail for mail in received() if mail.key == key), None)


def _original(key: str) -> Answer:
    mail = _find(key)
    return Answer(mail.raw.decode("ascii", "replace"), "text/plain") if mail else NOT_FOUND


def _answering(text: str) -> dict[str, Any]:
    """Return what somebody who plays the operator needs to answer a letter."""
    site = f"http://localhost:{settings.AMARANTA_PORT}"
    return {
        "reply_code": reply_code_in(text),
        "is_test": TEST in text,
        "console": site + reverse("console_answer"),
        "proof": site + reverse("sealed_proof"),
        "accounts": OPERATORS,
        "password": PASSWORD,
    }


def _about(key: str, opener: str = "") -> Answer:
    mail = _find(key)
    everybody = operators()
    chosen = next((operator for operator in everybody if operator.name == opener), None)
    if mail is None or (opener and chosen is None):
        return NOT_FOUND
    context: dict[str, Any] = {
        "mail": mail,
        "headers": mail.headers.items(),
        "operators": everybody,
        "chosen": chosen,
    }
    if chosen is not None:
        text = mail.open_with(chosen)
        context |= {"text": text, **_answering(text or "")}
    return Answer(render_to_string("demo/mailbox_message.html", context))
