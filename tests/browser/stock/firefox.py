"""Firefox as Debian ships it, driven by its own remote protocol (Marionette: length-prefixed JSON over TCP)."""

import json
import os
import signal
import socket
import subprocess
from pathlib import Path
from typing import Any

from tests.browser.stock.tab import PATIENCE, until

PREFERENCES: dict[str, Any] = {
    "marionette.port": 0,
    # The protocol's own recommendations would switch off what this is about: history, sessions, caches.
    "remote.prefs.recommended": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.aboutwelcome.enabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "browser.warnOnQuit": False,
}
KEYS = {"Shift": "\ue008", "Enter": "\ue007", "Tab": "\ue004"}
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""Key of an element in an answer (W3C WebDriver, 12.1)."""


class MarionetteError(Exception):
    """What the browser answered instead of doing as told."""


class Firefox:
    """A Tab of /usr/bin/firefox-esr."""

    name = "Firefox"

    def __init__(
        self, profile: Path, *, scripts: bool, restore: bool = False, interval: int | None = None
    ) -> None:
        preferences = {**PREFERENCES, "javascript.enabled": scripts}
        if restore:
            preferences["browser.startup.page"] = 3
        if interval is not None:
            preferences["browser.sessionstore.interval"] = interval
        lines = [
            f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in preferences.items()
        ]
        (profile / "user.js").write_text("\n".join(lines))
        port = profile / "MarionetteActivePort"
        port.unlink(missing_ok=True)
        self.process = subprocess.Popen(
            ["/usr/bin/firefox-esr", "--headless", "--marionette", "--no-remote", "--profile", str(profile)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        until(lambda: port.exists() and port.read_text().strip() != "", "Firefox")
        self.socket = socket.create_connection(("127.0.0.1", int(port.read_text())), PATIENCE)
        self.stream = self.socket.makefile("rb")
        self.turn = 0
        self._read()
        self._ask("WebDriver:NewSession", {"strictFileInteractability": True})

    def goto(self, address: str) -> None:
        self._ask("WebDriver:Navigate", {"url": address})

    def click(self, selector: str) -> None:
        found = self._find(selector)[0]
        # To the protocol, what lies under the exit bar is in view, and it does not scroll; a person does.
        middle = "arguments[0].scrollIntoView({block: 'center'})"
        self._ask("WebDriver:ExecuteScript", {"script": middle, "args": [{ELEMENT: found}]})
        self._ask("WebDriver:ElementClick", {"id": found})

    def write(self, selector: str, text: str) -> None:
        self._ask("WebDriver:ElementSendKeys", {"id": self._find(selector)[0], "text": text})

    def press(self, key: str) -> None:
        code = KEYS[key]
        strokes = [{"type": "keyDown", "value": code}, {"type": "keyUp", "value": code}]
        self._ask("WebDriver:PerformActions", {"actions": [{"type": "key", "id": "k", "actions": strokes}]})

    def text(self, selector: str) -> str:
        try:
            found = self._find(selector)
            return str(self._ask("WebDriver:GetElementText", {"id": found[0]})).strip() if found else ""
        except MarionetteError:
            return ""  # the page changed under the question

    def run(self, script: str) -> Any:
        return self._ask("WebDriver:ExecuteScript", {"script": script, "args": []})

    def back(self) -> None:
        self._ask("WebDriver:Back")

    def forward(self) -> None:
        self._ask("WebDriver:Forward")

    def address(self) -> str:
        return str(self._ask("WebDriver:GetCurrentURL"))

    def close(self) -> None:
        self._ask("Marionette:Quit", {"flags": ["eAttemptQuit"]})
        self.socket.close()
        self.process.wait(20)

    def kill(self) -> None:
        os.killpg(self.process.pid, signal.SIGKILL)
        self.socket.close()
        self.process.wait(20)

    def _find(self, selector: str) -> list[str]:
        found = self._ask("WebDriver:FindElements", {"using": "css selector", "value": selector})
        return [element[ELEMENT] for element in found]

    def _ask(self, command: str, parameters: dict[str, Any] | None = None) -> Any:
        self.turn += 1
        message = json.dumps([0, self.turn, command, parameters or {}]).encode()
        self.socket.sendall(b"%d:%s" % (len(message), message))
        _, _, error, result = self._read()
        if error:
            raise MarionetteError(f"{command}: {error['error']}: {error['message']}")
        return result["value"] if isinstance(result, dict) and set(result) == {"value"} else result

    def _read(self) -> Any:
        length = b""
        while not length.endswith(b":"):
            one = self.stream.read(1)
            if not one:
                raise MarionetteError("the browser closed the connection")
            length += one
        return json.loads(self.stream.read(int(length[:-1])))
