"""Every type of page against the HTML standard, by an independent validator."""

import json
import re
import subprocess
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from wagtail.models import get_page_models

from home.models import BasePage
from servizi.models import PartnerSectionPage

Demo = dict[str, BasePage]
VALIDATOR = "html-validate@10.17.0"
RULES = {
    "extends": ["html-validate:standard", "html-validate:a11y"],
    "rules": {
        # The order and the case of attributes are style, and the admin's browser does not care.
        "no-trailing-whitespace": "off",
        "doctype-style": "off",
        "void-style": "off",
        "attr-quotes": "off",
        "no-inline-style": "error",
        # Firefox keeps the state of a box in its session file unless it says autocomplete=off.
        "valid-autocomplete": "off",
        "long-title": "off",
    },
}


@pytest.fixture(scope="session")
def validator() -> Path:
    """Return the validator's program, installed once below var/."""
    folder = Path(settings.VAR) / "node"
    program = folder / "node_modules" / ".bin" / "html-validate"
    if not program.exists():
        folder.mkdir(parents=True, exist_ok=True)
        install = ["npm", "install", "--prefix", str(folder), "--no-audit", "--no-fund", VALIDATOR]
        subprocess.run(install, check=True, capture_output=True)
    return program


def faults(validator: Path, folder: Path) -> list[str]:
    config = folder / "rules.json"
    config.write_text(json.dumps(RULES))
    # To a file: the program ends before a pipe has taken a long report.
    reports = folder / "reports.json"
    command = [
        str(validator),
        "--config",
        str(config),
        "--formatter",
        f"json={reports}",
        str(folder / "*.html"),
    ]
    subprocess.run(command, capture_output=True, check=False)
    return [
        f"{Path(report['filePath']).name}:{message['line']} {message['ruleId']}: {message['message']}"
        for report in json.loads(reports.read_text())
        for message in report["messages"]
    ]


def test_the_validator_finds_a_fault(validator: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.html").write_text("<!doctype html><html><body><p><div></p><img src=x></body></html>")

    assert faults(validator, tmp_path)


def test_every_page_of_the_demonstration_is_valid(
    demo: Demo, validator: Path, tmp_path: Path, client: Client, admin_client: Client
) -> None:
    listed = re.findall(r"<loc>http://testserver(.*?)</loc>", client.get("/sitemap.xml").content.decode())
    for number, address in enumerate(sorted({*demo, *listed, "/cerca/", "/non-esiste/"})):
        name = address.strip("/").replace("/", "_") or "home"
        (tmp_path / f"{number}-{name}.html").write_bytes(client.get(address).content)
    (tmp_path / "stile.html").write_bytes(admin_client.get(reverse("style")).content)

    found = faults(validator, tmp_path)

    assert found == []


def test_every_type_of_page_is_in_the_demonstration(demo: Demo) -> None:
    types = {model for model in get_page_models() if model.__module__.split(".")[0] in {"home", "servizi"}}

    assert types - {type(page) for page in demo.values()} == {PartnerSectionPage}
