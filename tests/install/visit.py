"""What the test of the installation does as a visitor and as a mail server, with the portal's own Python."""

import ssl
import sys
import time
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, HTTPSHandler, Request, build_opener, urlopen

SITE = "https://portale.example"
TRUST = ssl.create_default_context(cafile="/etc/amaranta/tls/fullchain.pem")


def wait(address: str) -> None:
    for _ in range(120):
        try:
            if urlopen(address, timeout=10, context=TRUST).status == 200:
                return
        except (OSError, HTTPException):
            time.sleep(0.5)
    sys.exit(f"{address} does not answer.")


def look() -> None:
    """A page by TLS with the portal's headers, the administration's login, and plain http led to https."""
    with urlopen(f"{SITE}/", timeout=30, context=TRUST) as page:
        assert page.status == 200
        assert "no-store" in page.headers["Cache-Control"], page.headers["Cache-Control"]
        assert "max-age=63072000" in page.headers["Strict-Transport-Security"]
        assert not page.headers["Set-Cookie"]
        assert "nginx/" not in page.headers["Server"]
    assert urlopen(f"{SITE}/admin/login/", timeout=30, context=TRUST).status == 200
    assert urlopen("http://portale.example/", timeout=30, context=TRUST).url == f"{SITE}/"


def enter(link: str) -> None:
    """The first administrator's way: the link once, her password, and nothing else before a second factor."""
    browser = build_opener(HTTPSHandler(context=TRUST), HTTPCookieProcessor())
    page = browser.open(link, timeout=30).read().decode()
    secret = page.partition('name="csrfmiddlewaretoken" value="')[2].partition('"')[0]
    chosen = {"new_password1": "treno-mela-finestra-otto", "new_password2": "treno-mela-finestra-otto"}
    data = urlencode({"csrfmiddlewaretoken": secret, **chosen}).encode()
    led_to = browser.open(Request(link, data, {"Referer": link}), timeout=30).url
    assert led_to == f"{SITE}/admin/accesso/", led_to
    assert browser.open(f"{SITE}/admin/users/", timeout=30).url == led_to
    try:
        urlopen(link, timeout=30, context=TRUST)
    except HTTPError as gone:
        if gone.code != 410:
            raise
    else:
        sys.exit("The link of the first administrator works twice.")


def mail() -> None:
    from aiosmtpd.controller import Controller

    class Keeper:
        async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
            for line in envelope.content.decode().splitlines():
                # Alarms come here as well.
                if "primo@portale.example" in envelope.rcpt_tos and line.lower().startswith("message-id:"):
                    sys.stdout.write(line.split("<")[1].split("@")[0] + "\n")
                    sys.stdout.flush()
            return "250 OK"

    Controller(Keeper(), hostname="127.0.0.1", port=2525).start()
    time.sleep(600)


if __name__ == "__main__":
    {"wait": wait, "look": look, "enter": enter, "mail": mail}[sys.argv[1]](*sys.argv[2:])
