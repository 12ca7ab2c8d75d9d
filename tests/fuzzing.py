"""Odd requests to every address of the site, made from a seed: the same seed makes the same requests."""

import random
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from urllib.parse import quote, quote_from_bytes

from django.urls import URLPattern, URLResolver, get_resolver
from django.utils.regex_helper import normalize

MARK = "zqxmarkzqx"
"""In every odd value, so that it can be searched where it must not be."""

ODD = [
    "", "0", "-1", "1", "2", "9223372036854775808", "9" * 40, "9" * 5000, "1e999", "NaN", "٣", "²", '"', "'", "*", "(", '"' + MARK,
    f"{MARK}\x00", "\x00", f"\ud800{MARK}", f"../../{MARK}", f"..\\{MARK}", "%00", "%", f"{{{{{MARK}}}}}", "%s%n",
    f"<script>{MARK}", "a" * 300 + MARK, f"{MARK}\u202e", f"\r\nX-{MARK}: 1", "2026-02-30", "99999-01-01", "0000-00-00",
    "2026-11-29T25:61", "true", "null", "[]", "[[]]", "{}", f'{{"{MARK}":1}}', "[1,2,{}]", '[{"type":"x","value":null}]',
    "http://[", f"//{MARK}.example", f"javascript:{MARK}", "é" * 90, "\ufeff", "\u200b", "-" * 50, "None", "1,2,x", ",",
    "9223372036854775807", "-9223372036854775809", "[" * 20_000, '{"a":' * 10_000, "<b>" * 5_000,
    "AND", "NOT OR", f"{MARK}*", "a:b", "^", "~", "\\", "$", "it", "en", "zz",
]  # fmt: skip
NAMES = [
    "q", "p", "page", "ordering", "locale", "next", "id", "ids", "result_id", "page_type", "export", "date_from", "date_to",
    "content_type", "user", "action", "timestamp_after", "tag", "collection_id", "multiple", "as", "mode", "format", "lang",
    "usage", "_export", "is_exporting", "filter", "comune", "tipo", "zona", "anno", "t", "b", "w", "y", "z", "form-TOTAL_FORMS",
    "form-INITIAL_FORMS", "_charset_", "csrfmiddlewaretoken", "edited_object_id", "url", "title", "file", "files[]",
    "offset", "limit", "child_of", "descendant_of", "translation_of", "fields", "order", "search", "pagina",
]  # fmt: skip
METHODS = ["OPTIONS", "TRACE", "PUT", "DELETE", "PATCH", "HEAD", "CONNECT", "get", "FOO"]
HEADERS = {
    "HTTP_HOST": ["localhost", f"{MARK}.example", "", "localhost:99999", "[::1", f"a b{MARK}", "\xff"],
    "HTTP_ACCEPT_LANGUAGE": ["en", "it;q=x", "*", "a" * 5000, "\xff", "en;q=1,it;q=2", f"{MARK};q=0.1"],
    "HTTP_RANGE": [
        "bytes=0-",
        "bytes=9-1",
        "bytes=" + "9" * 400 + "-",
        "bytes=-0",
        MARK,
        "bytes=0-1,5-6",
        "bytes=-5",
    ],
    "HTTP_ACCEPT_ENCODING": ["br;q=0", "gzip;q=0", "*", "identity;q=0", "\xff", "br;q=9", ";;,,"],
    "HTTP_ACCEPT": ["application/json", MARK, "*/*;q=x", "\xff", ""],
    "HTTP_X_REQUESTED_WITH": ["XMLHttpRequest"],
    "HTTP_IF_MODIFIED_SINCE": ["x", "Sat, 31 Feb 99999 25:00:00 GMT", "Thu, 01 Jan 1970 00:00:00 GMT"],
    "HTTP_IF_NONE_MATCH": ["*", '"', MARK],
    "HTTP_SEC_FETCH_SITE": ["same-origin", "cross-site", MARK],
    "HTTP_ORIGIN": ["null", f"http://{MARK}", "http://localhost", "http://["],
    "HTTP_REFERER": [f"http://{MARK}/", "http://[", "\xff"],
    "HTTP_AUTHORIZATION": ["Basic x", "Basic " + "é", "Basic Og==", MARK],
    "HTTP_TRANSFER_ENCODING": ["chunked", MARK],
    "HTTP_COOKIE": [f"s={MARK}", "s=\xff; c=\xff", "django_language=zz", ";;;=", f"messages={MARK}; s="],
    "CONTENT_LENGTH": ["-1", "x", "9" * 30, "5", ""],
}
TYPES = [
    "application/x-www-form-urlencoded", "multipart/form-data; boundary=B", "multipart/form-data", "text/plain", "",
    "application/json", "application/x-www-form-urlencoded; charset=hex", f"text/plain; charset={MARK}",
    "multipart/form-data; boundary=B; charset=utf-16", "application/x-www-form-urlencoded; charset=rot13",
    "multipart/form-data; boundary=" + "b" * 300, "multipart/form-data; boundary=\xff", "application/csp-report",
]  # fmt: skip
FILES = [
    ("a.jpg", b"\xff\xd8\xff\xe0<html>"), ("a.png", b"\x89PNG\r\n\x1a\n"), ("a.pdf", b"%PDF-1.7\n%%EOF"), ("a.zip", b"PK\x03\x04"),
    ("a.odt", b"PK\x03\x04"), ("a.csv", b'"'), ("a.csv", b"\xff\xfe\x00;\x00"), ("a" * 300 + ".jpg", b"x"), ("", b""),
    ("a.svg", b"<svg/>"), ("a\x00.jpg", b"x"), ("..", b"x"), ("a.pem", b"-----BEGIN CERTIFICATE-----\nAAAA\n"), ("a.webp", b"RIFF"),
    ("a.csv", b"nome;" * 9 + b"\n" + b"x" * 140_000), ("a.xlsx", b"PK"), ("a.mp4", b"\0\0\0\x18ftypmp42"), ("a.txt", b""),
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Address:
    """A way to write addresses of one pattern: text with `%(name)s` for its arguments."""

    text: str
    arguments: tuple[str, ...]


@dataclass
class Request:
    method: str
    path: str
    query: str = ""
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)

    def environ(self) -> dict[str, object]:
        return {
            "REQUEST_METHOD": self.method,
            "SCRIPT_NAME": "",
            "PATH_INFO": self.path,
            "QUERY_STRING": self.query,
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": "192.0.2.77",
            "HTTP_HOST": "localhost",
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": "http",
            "wsgi.input": BytesIO(self.body),
            "wsgi.errors": BytesIO(),
            "wsgi.multithread": False,
            "wsgi.multiprocess": False,
            "wsgi.run_once": False,
            "CONTENT_LENGTH": str(len(self.body)),
            **self.headers,
        }


def every_address() -> list[Address]:
    """Return all addresses of the URL configuration, Wagtail's included."""
    found = {
        Address(text, tuple(arguments)) for text, arguments in _addresses(get_resolver().url_patterns, "")
    }
    return sorted(found, key=lambda address: (address.text, address.arguments))


def _addresses(patterns: list[URLPattern | URLResolver], before: str) -> Iterator[tuple[str, list[str]]]:
    for pattern in patterns:
        regex = before + pattern.pattern.regex.pattern.removeprefix("^")
        if isinstance(pattern, URLResolver):
            yield from _addresses(pattern.url_patterns, regex)
        else:
            yield from normalize(regex)


class Fuzzer:
    """Makes requests, and learns from pages which fields and addresses there are."""

    def __init__(self, seed: int, values: list[str]) -> None:
        self.random = random.Random(seed)
        self.values = values
        self.addresses = every_address()
        self.fields: dict[str, list[tuple[str, str]]] = {}
        self.links: list[str] = []
        self.turn = 0

    def request(self) -> Request:
        """Return the next request: every address in turn, or one that a page led to."""
        pick = self.random
        path = pick.choice(self.links) if self.links and pick.random() < 0.3 else self._next_path()
        method = pick.choices(["GET", "POST", pick.choice(METHODS)], [50, 45, 5])[0]
        request = Request(method, path)
        if pick.random() < 0.5:
            request.query = self._encoded(self._pairs(path, few=True))
        if method != "GET":
            kind = pick.choice(TYPES) if pick.random() < 0.3 else pick.choice(TYPES[:2])
            request.body = self._body(path, kind)
            request.headers["CONTENT_TYPE"] = kind
        for name, values in HEADERS.items():
            if pick.random() < 0.02:
                request.headers[name] = pick.choice(values)
        return request

    def learn(self, path: str, page: str) -> None:
        """Keep the names and values of a page's fields, and its links."""
        fields = re.findall(
            r'<(?:input|select|textarea|button)[^>]*\sname="([^"]+)"(?:[^>]*\svalue="([^"]*)")?', page
        )
        if fields:
            self.fields[path] = fields[:300]
        if len(self.links) < 3000:
            self.links += [link for link in re.findall(r'href="(/[^"?#]*)', page) if "logout" not in link]

    def _next_path(self) -> str:
        address = self.addresses[self.turn % len(self.addresses)]
        self.turn += 1
        odd = self.random.random() < 0.25
        text = self._filled(address, ODD if odd else self.values)
        if "address" in address.arguments and not odd:
            other = self._filled(self.random.choice(self.addresses), self.values)
            text = address.text % {"address": other}
        return f"/{text}".encode("utf-8", "surrogatepass").decode("latin-1")

    def _filled(self, address: Address, values: list[str]) -> str:
        return address.text % {name: self.random.choice(values) for name in address.arguments}

    def _pairs(self, path: str, *, few: bool = False) -> list[tuple[str, str]]:
        pick = self.random
        known = self.fields.get(path, [])
        pairs = [] if few and pick.random() < 0.7 else [pair for pair in known if pick.random() < 0.9]
        for _number in range(pick.randrange(1, 4)):
            name = (
                pick.choice([name for name, _value in known] or NAMES)
                if pick.random() < 0.7
                else pick.choice(NAMES)
            )
            pairs = [pair for pair in pairs if pair[0] != name] if pick.random() < 0.8 else pairs
            if pick.random() < 0.85:
                pairs.append((name, pick.choice(ODD)))
        if pick.random() < 0.01:
            pairs += [("a", "b")] * 1100
        return pairs

    def _body(self, path: str, kind: str) -> bytes:
        pick = self.random
        pairs = self._pairs(path)
        if kind.startswith("multipart"):
            body = self._multipart(pairs)
        elif "json" in kind:
            body = pick.choice(ODD).encode("utf-8", "replace")
        else:
            body = self._encoded(pairs).encode()
        return body[: pick.randrange(len(body) + 1)] if pick.random() < 0.05 else body

    def _multipart(self, pairs: list[tuple[str, str]]) -> bytes:
        parts = [
            f'--B\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
            for name, value in pairs
        ]
        body = "".join(parts).encode("utf-8", "surrogatepass")
        for name in ("file", "files[]", pairs[0][0] if pairs else "file"):
            if self.random.random() < 0.5:
                filename, content = self.random.choice(FILES)
                head = f'--B\r\nContent-Disposition: form-data; name="{name}"; filename="{filename}"\r\n\r\n'
                body += head.encode() + content + b"\r\n"
        return body + b"--B--\r\n"

    def _encoded(self, pairs: list[tuple[str, str]]) -> str:
        return "&".join(f"{quote(name)}={_quoted(value)}" for name, value in pairs)


def _quoted(value: str) -> str:
    return quote_from_bytes(value.encode("utf-8", "surrogatepass"))


def tally(failures: list[str]) -> str:
    """Return what went wrong, each kind once with its number."""
    kinds: dict[str, int] = defaultdict(int)
    for failure in failures:
        kinds[failure] += 1
    return "\n".join(
        f"{number} x {failure}" for failure, number in sorted(kinds.items(), key=lambda kind: -kind[1])
    )
