"""Every address of the administration, read from the URL resolver, each with something to show."""

import re
import uuid
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils.encoding import iri_to_uri
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, Locale, Page, Revision, Site, Task, Workflow

from contatti.models import BodyMailbox, DeskMailbox, ModelAnswer
from contatti.sealed.models import OperatorCertificate
from home.models import ReservedPhrase
from servizi.models import Comune, FigurePublication, FigureSheet

PARAMETER = re.compile(r"<(?:(\w+):)?(\w+)>|\(\?P<(\w+)>\[?[^)]*\)")
DRAFT = "Bozza che nessuno ha ancora visto"

ROWS: Mapping[str, Any] = {
    "wagtailusers_users": User,
    "wagtailusers_groups": Group,
    "wagtaildocs": get_document_model(),
    "wagtaildocs_chooser": get_document_model(),
    "wagtailimages": get_image_model(),
    "wagtailimages_chooser": get_image_model(),
    "wagtailadmin_api:documents": get_document_model(),
    "wagtailadmin_api:images": get_image_model(),
    "wagtailadmin_api:pages": Page,
    "wagtailadmin_collections": Collection,
    "wagtailadmin_workflows": Workflow,
    "wagtailsites": Site,
    "wagtailsettings": Site,
    "wagtailsnippets_servizi_comune": Comune,
    "wagtailsnippetchoosers_servizi_comune": Comune,
    "chiavi": OperatorCertificate,
    "caselle": DeskMailbox,
    "caselle_enti": BodyMailbox,
    "figure_sheets": FigureSheet,
    "figure_publications": FigurePublication,
    "parole-riservate": ReservedPhrase,
    "model_answers": ModelAnswer,
}
"""Of which table an address in this namespace shows a row."""


def patterns() -> dict[str, str]:
    """Return the routes below /admin/, by the name of the view."""
    return {name: route for route, name in _walk(get_resolver().url_patterns) if route.startswith("admin/")}


def _walk(found: Iterable[Any], prefix: str = "", spaces: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    for each in found:
        route = prefix + str(each.pattern).lstrip("^").rstrip("$")
        if isinstance(each, URLResolver):
            yield from _walk(each.url_patterns, route, (*spaces, *filter(None, [each.namespace])))
        elif isinstance(each, URLPattern):
            yield route, ":".join([*spaces, each.name or route])


class Addresses:
    """Writes real addresses: a draft page, a document and a picture on no page, the first of other rows."""

    def __init__(self, draft: Page, document: Any, picture: Any) -> None:
        revision = Revision.objects.filter(object_id=str(draft.pk)).first()
        self.rows = {Page: draft, get_document_model(): document, get_image_model(): picture}
        page = dict.fromkeys(("page_id", "page_pk", "page_to_move_id", "object_id"), draft.pk)
        parent = draft.get_parent()
        self.values: dict[str, Any] = {
            **page,
            "parent_page_id": parent.pk,
            "destination_id": parent.pk,
            "document_id": document.pk,
            "doc_id": document.pk,
            "image_id": picture.pk,
            "revision_id": getattr(revision, "pk", 1),
            "revision_id_a": "earliest",
            "revision_id_b": "latest",
            "content_type_app_name": draft._meta.app_label,
            "content_type_model_name": draft._meta.model_name,
            "app_label": draft._meta.app_label,
            "app_name": draft._meta.app_label,
            "model_name": draft._meta.model_name,
            "item_id": uuid.uuid4(),
            "action": "publish",
            "action_name": "approve",
            "collection_id": Collection.get_first_root_node().pk,
            "workflow_pk": getattr(Workflow.objects.first(), "pk", 1),
            "task_id": getattr(Task.objects.first(), "pk", 1),
            "filter_spec": "width-100",
            "uidb64": "x",
            "token": "x",
            "code": "en",
            "scope": "pagina",
        }
        self.locale = Locale.get_default()

    def of(self, name: str, route: str) -> str:
        """Return the address of a view."""

        def value(match: re.Match[str]) -> str:
            parameter = match[2] or match[3]
            if parameter in {"pk", "user_id", "group_id", "site_pk"}:
                return str(self._row(name))
            return str(self.values.get(parameter, 1))

        return iri_to_uri("/" + PARAMETER.sub(value, route).replace("\\", "").replace("(?:", "").rstrip("$"))

    def _row(self, name: str) -> object:
        model = ROWS.get(name.rpartition(":")[0])
        if model is None:
            return 1
        row = self.rows.get(model) or model._default_manager.order_by("pk").first()
        return row.pk if row else 1


def seen_by(client: Client, addresses: Addresses) -> dict[str, bytes]:
    """Return what the addresses show somebody, by the name of the view; nothing of those that refuse."""
    found = {}
    for name, route in patterns().items():
        # As a script asks: everybody else is sent to the first screen, which answers too.
        answer = client.get(addresses.of(name, route), headers={"X-Requested-With": "XMLHttpRequest"})
        if answer.status_code == 200:
            found[name] = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return found
