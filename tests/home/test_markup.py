"""Every type of page against the HTML standard, by an independent validator."""

import json
import re
import subprocess
from pathlib import Path

import lxml.html
import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import get_page_models

from home.models import BasePage
from servizi.models import PartnerSectionPage

Demo = dict[str, BasePage]
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


LABELABLE = {"button", "input", "meter", "output", "progress", "select", "textarea"}


@pytest.fixture(scope="session")
def validator(node_programs: Path) -> Path:
    return node_programs / "html-validate"


def lost_labels(html: str) -> list[str]:
    """Return the names that a label gives for nothing that can have one (HTML Standard, 4.10.4).

    The validator has this rule from version 10, which does not run on the Node of Debian 12.
    """
    document = lxml.html.document_fromstring(html)
    elements = {element.get("id"): element for element in document.xpath("//*[@id]")}
    named = (label.get("for") for label in document.xpath("//label[@for]"))
    return [name for name in named if name not in elements or not takes_label(elements[name])]


def takes_label(element: lxml.html.HtmlElement) -> bool:
    return element.tag in LABELABLE and element.get("type") != "hidden"


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


@pytest.mark.parametrize("named", ["<p id=x></p>", "<input id=x type=hidden>", "<input id=y>"])
def test_a_label_for_nothing_that_can_have_one_is_found(named: str) -> None:
    assert lost_labels(f"<label for=x>Nome</label>{named}") == ["x"]
    assert lost_labels(f"<label for=x>Nome</label>{named}<label for=z>Età</label><input id=z>") == ["x"]


def test_every_page_of_the_demonstration_is_valid(
    demo: Demo, validator: Path, tmp_path: Path, client: Client, admin_client: Client
) -> None:
    listed = re.findall(r"<loc>http://testserver(.*?)</loc>", client.get("/sitemap.xml").content.decode())
    for number, address in enumerate(sorted({*demo, *listed, "/cerca/", "/non-esiste/"})):
        name = address.strip("/").replace("/", "_") or "home"
        (tmp_path / f"{number}-{name}.html").write_bytes(client.get(address).content)
    (tmp_path / "stile.html").write_bytes(admin_client.get(reverse("style")).content)

    assert faults(validator, tmp_path) == []
    assert {
        page.name: lost for page in tmp_path.glob("*.html") if (lost := lost_labels(page.read_text()))
    } == {}


def test_every_type_of_page_is_in_the_demonstration(demo: Demo) -> None:
    types = {model for model in get_page_models() if model.__module__.split(".")[0] in {"home", "servizi"}}

    assert types - {type(page) for page in demo.values()} == {PartnerSectionPage}
