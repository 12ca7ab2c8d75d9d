"""Thunderbird itself, without a window: it takes an operator's key and shows a mail, as it would to her.

It is driven by Marionette, the remote control that it has in common with Firefox, through a socket: a frame is
the length of what follows, a colon, and JSON. Selenium knows no Thunderbird, and its driver no mail.

By hand: python -m tests.interop.thunderbird chiave.p12 PASSWORD letter.eml picture.png
"""

import base64
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.interop.mailreaders import run

PROGRAM = os.environ.get("AMARANTA_THUNDERBIRD") or shutil.which("thunderbird")
PATIENCE = 60  # seconds
# Nothing goes out: no address is looked up, and what asks for one gets a proxy that is not there.
PREFERENCES = """
user_pref("marionette.port", 0);
user_pref("app.update.enabled", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("mail.shell.checkDefaultClient", false);
user_pref("network.proxy.type", 1);
user_pref("network.proxy.http", "127.0.0.1");
user_pref("network.proxy.http_port", 9);
user_pref("network.proxy.ssl", "127.0.0.1");
user_pref("network.proxy.ssl_port", 9);
"""
IMPORT = """
const [path, password, done] = arguments;
const file = Cc["@mozilla.org/file/local;1"].createInstance(Ci.nsIFile);
file.initWithPath(path);
done(Cc["@mozilla.org/security/x509certdb;1"].getService(Ci.nsIX509CertDB).importPKCS12File(file, password));
"""
SHOW = """
const [path, done] = arguments;
const { MailUtils } = ChromeUtils.importESModule("resource:///modules/MailUtils.sys.mjs");
const file = Cc["@mozilla.org/file/local;1"].createInstance(Ci.nsIFile);
file.initWithPath(path);
MailUtils.openEMLFile(window, file, Services.io.newFileURI(file));
const look = () => {
  const shown = document.getElementById("tabmail")?.currentAboutMessage;
  const text = shown?.getMessagePaneBrowser?.()?.contentDocument?.querySelector(".moz-text-plain")?.innerText ?? "";
  const seal = shown?.document?.getElementById("encryptedHdrIcon");
  if (text.trim() && seal && !seal.hidden) done(text);
  else setTimeout(look, 100);
};
look();
"""


class Thunderbird:
    """A running Thunderbird, whose chrome runs what it is told."""

    def __init__(self, port: int) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port), PATIENCE)
        self.stream = self.socket.makefile("rb")
        self._frame()
        self.call("WebDriver:NewSession", capabilities={})
        self.call("Marionette:SetContext", value="chrome")

    def call(self, name: str, **parameters: Any) -> Any:
        frame = json.dumps([0, 1, name, parameters]).encode()
        self.socket.sendall(b"%d:%s" % (len(frame), frame))
        _kind, _number, error, result = self._frame()
        assert error is None, error
        return result

    def run(self, script: str, *arguments: str) -> Any:
        timeout = PATIENCE * 1000
        values = {"script": script, "args": arguments, "scriptTimeout": timeout}
        return self.call("WebDriver:ExecuteAsyncScript", **values)["value"]

    def take_key(self, pfx: Path, password: str) -> None:
        """Import a key as the certificate manager does."""
        assert self.run(IMPORT, str(pfx), password) == 0, "Thunderbird does not take the key"

    def show(self, mail: Path) -> str:
        """Return what stands in the window when a mail is open, and the mark that it was sealed."""
        return str(self.run(SHOW, str(mail)))

    def picture(self) -> bytes:
        return base64.b64decode(self.call("WebDriver:TakeScreenshot", full=False)["value"])

    def _frame(self) -> Any:
        length = b""
        while (digit := self.stream.read(1)) != b":":
            assert digit, "Thunderbird ended"
            length += digit
        return json.loads(self.stream.read(int(length)))


@contextmanager
def thunderbird() -> Iterator[Thunderbird]:
    """Start it in a folder of its own, and end it."""
    assert PROGRAM, "Thunderbird is not installed"
    with tempfile.TemporaryDirectory(prefix="mail", ignore_cleanup_errors=True) as home:
        run("certutil", "-N", "-d", f"sql:{home}", "--empty-password")
        (Path(home) / "user.js").write_text(PREFERENCES)
        options = ("--headless", "--marionette", "--remote-allow-system-access", "--no-remote", "--profile")
        environment = {**os.environ, "HOME": home}
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        process = subprocess.Popen([PROGRAM, *options, home], env=environment, **quiet)
        try:
            yield Thunderbird(_port(Path(home) / "MarionetteActivePort"))
        finally:
            process.terminate()
            process.wait(PATIENCE)


def _port(file: Path) -> int:
    end = time.monotonic() + PATIENCE
    while not (file.exists() and file.read_text().strip()):
        assert time.monotonic() < end, "Thunderbird does not start"
        time.sleep(0.1)
    return int(file.read_text())


if __name__ == "__main__":
    key, secret, letter, where = sys.argv[1:]
    with thunderbird() as program:
        program.take_key(Path(key).absolute(), secret)
        sys.stdout.write(program.show(Path(letter).absolute()))
        Path(where).write_bytes(program.picture())
