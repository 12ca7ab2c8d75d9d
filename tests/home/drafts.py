"""Drafts for tests of the rules of publication."""

import datetime as dt
import json
from typing import Any

from django.core.files.base import ContentFile
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from home.models import BasePage, HelpPage, HomePage, InformationPage, RightsPage
from home.publication import findings

Body = list[tuple[str, Any]]


def prose(text: str) -> Body:
    return [("text", f"<p>{text}</p>")]


def figure(alt: str = "Due donne parlano", caption: str = "") -> Body:
    image = get_image_model().objects.create(title="prova", file=get_test_image_file())
    return [("figure", {"image": image.pk, "alt": alt, "caption": caption, "credit": "La rete, CC BY 4.0"})]


def page_with(
    home: HomePage, body: Body, model: Any = InformationPage, *, slug: str = "una-pagina", **fields: Any
) -> Any:
    """Return a draft below the home page (a right: below a page of help)."""
    parent: Any = home
    if model is RightsPage:
        parent = home.add_child(instance=HelpPage(title="Aiuto", slug="aiuto", live=False))
    page = model(title="Una pagina", slug=slug, live=False, **fields)
    page.body = json.dumps([{"type": kind, "value": value} for kind, value in body])
    return parent.add_child(instance=page)


def expired(home: HomePage) -> Any:
    days = {"verified_on": dt.date(2020, 1, 1), "expires_on": dt.date(2021, 1, 1)}
    return page_with(home, [], RightsPage, law_reference="Una legge", **days)


def document(name: str, content: bytes = b"Poche parole.", title: str = "") -> Any:
    """Return a file of the library; its content is what the ending of its name says."""
    file = ContentFile(content, name)
    return get_document_model().objects.create(title=title or name, file=file)


def downloads(file: Any, title: str = "Foglio") -> Body:
    return [("downloads", {"heading": "", "files": [{"document": file.pk, "title": title}]})]


def codes(page: BasePage) -> set[str]:
    return {finding.rule.code for finding in findings(page)}
