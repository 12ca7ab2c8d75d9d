"""Whatever is installed with the portal may be given on with it, and a bill of materials names all of it."""

import json
import re
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

import pytest
from django.conf import settings

LOCK = settings.ROOT / "requirements" / "run.txt"
ALLOWED = re.compile(
    r"(Apache|BSD|MIT|ISC|PSF|Python Software Foundation|MPL|Mozilla Public|LGPL|Zope Public|ZPL|OSI Approved$|CNRI)"
)
"""Licences under which a work may be used by one under the EUPL 1.2, and passed on beside it."""
JUDGED = {
    "pyphen": "GPL, LGPL or MPL, as one likes; we use it under the MPL",
    "pyrage": "names none in its data; its file LICENSE is MIT",
    "qrcode": "BSD; the other classifier is about the name “QR Code”",
    "pypdfium2": "BSD-3-Clause or Apache-2.0; its binary holds PDFium (BSD) and what that holds",
}
ELSEWHERE = {"async-timeout", "colorama", "brotlicffi"}
"""For other systems and older Pythons than ours."""


def locked() -> list[str]:
    return re.findall(r"^([A-Za-z0-9._-]+)==", LOCK.read_text(), re.MULTILINE)


def licences(name: str) -> list[str]:
    """Return what a package says of its licence: the expression, else the classifiers, else the field."""
    told = metadata(name)
    classifiers = [line for line in told.get_all("Classifier") or [] if line.startswith("License ::")]
    if expression := told.get("License-Expression"):
        return [part for part in re.split(r" (?:AND|OR|WITH) |[()]", expression) if part.strip()]
    return [line.rpartition(" :: ")[2] for line in classifiers] or [
        (told.get("License") or "nothing").split("\n")[0]
    ]


def test_the_licence_of_every_package_is_one_that_allows_it() -> None:
    found = {}
    for name in set(locked()) - ELSEWHERE - set(JUDGED):
        try:
            found[name] = licences(name)
        except PackageNotFoundError:
            pytest.fail(f"{name} is locked and not installed")
    refused = {name: said for name, said in found.items() if not all(map(ALLOWED.search, said))}

    assert len(found) > 80
    assert refused == {}


def test_a_licence_that_does_not_allow_it_would_be_seen() -> None:
    assert not ALLOWED.search("GNU Affero General Public License v3")
    assert not ALLOWED.search("GPL-3.0-only")
    assert not ALLOWED.search("nothing")


def test_what_was_judged_by_hand_is_still_there() -> None:
    assert set(JUDGED) | ELSEWHERE <= set(locked())


def test_every_package_is_pinned_with_hashes_and_is_in_the_bill_of_materials(tmp_path: Path) -> None:
    bill = tmp_path / "sbom.json"
    command = re.search(
        r"^\t@\$\(BIN\)/(cyclonedx-py .*) -o ", (settings.ROOT / "Makefile").read_text(), re.MULTILINE
    )
    assert command
    program, *arguments = command[1].split()
    subprocess.run(
        [str(Path(sys.executable).with_name(program)), *arguments, "-o", str(bill)],
        cwd=settings.ROOT,
        check=True,
    )
    told = json.loads(bill.read_text())

    assert told["bomFormat"] == "CycloneDX"
    assert told["metadata"]["component"]["name"] == "amaranta"
    components = {each["name"]: each for each in told["components"]}
    assert set(components) == set(locked())
    for each in components.values():
        assert each["version"]
        assert any(
            hash_["alg"] == "SHA-256" for link in each["externalReferences"] for hash_ in link["hashes"]
        )
