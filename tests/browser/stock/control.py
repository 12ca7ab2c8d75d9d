"""A form of the test's own beside the page's: what a browser keeps of it, it would keep of ours."""

import json
import re
from pathlib import Path

from tests.browser.stock.search import search
from tests.browser.stock.tab import Tab, until
from tests.browser.stock.unpack import MOZLZ4, lz4_block

PLANT = """
const form = document.createElement("form");
form.style.cssText = "position:relative;z-index:99;display:block";
for (const [tag, name] of [["textarea", "control-text"], ["input", "control-tick"], ["select", "control-list"]]) {
  const field = Object.assign(document.createElement(tag), { id: name, name });
  if (tag === "input") field.type = "checkbox";
  if (tag === "select") for (const words of ["uno", "due"]) field.append(new Option(words));
  form.append(field);
}
form.elements["control-list"].selectedIndex = 1;
document.querySelector("main").prepend(form);
"""
FORM_STATE = re.compile(r"serialized form state version.*?\[([\w -]*)\] #\d", re.DOTALL)


def wait_until_kept(tab: Tab, profile: Path, word: str) -> None:
    """Write `word` into an ordinary form on the page that is shown, and wait until it is on the disk.

    What was written before it, in a form like any other, would be there too.
    """
    tab.run(PLANT)
    tab.click("#control-tick")
    tab.write("#control-text", word)
    until(
        lambda: bool(search(profile, [word], only=("Sessions/", "sessionstore"))), "the control on the disk"
    )


def kept_fields(profile: Path) -> set[str]:
    """Return the names of all fields whose state stands in session files: ticks and choices, too."""
    found: set[str] = set()
    for file in profile.rglob("*"):
        if not file.is_file():
            continue
        data = file.read_bytes()
        if data.startswith(MOZLZ4):
            found |= _of_firefox(json.loads(lz4_block(data[len(MOZLZ4) + 4 :])))
        elif file.parent.name == "Sessions":
            for start in (0, 1):
                for names in FORM_STATE.findall(data[start:].decode("utf-16-le", "replace")):
                    found |= set(names.split())
    return found


def _of_firefox(node: object) -> set[str]:
    """Return what stands below the `formdata` of every page of a site (by id and by XPath); the browser has own."""
    if isinstance(node, list):
        return {name for each in node for name in _of_firefox(each)}
    if not isinstance(node, dict):
        return set()
    state = node.get("formdata") or {}
    if not str(state.get("url", "")).startswith("http"):
        state = {}
    here = {str(name) for part in ("id", "xpath") for name in (state.get(part) or {})}
    return here | {name for each in node.values() for name in _of_firefox(each)}
