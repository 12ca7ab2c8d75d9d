"""Published pages that refer to documents."""

from typing import Any

from django.core.files.base import ContentFile
from wagtail.documents import get_document_model

from amaranta.demo.pages import publish
from home.models import HelpPage, HomePage, InformationPage

CONTENT = b"%PDF-1.7\n" + bytes(range(256)) * 4
TELLING = "violenza-via-segreta-3.pdf"


def a_document(name: str = TELLING, content: bytes = CONTENT) -> Any:
    return get_document_model().objects.create(title="prova", file=ContentFile(content, name))


def downloads(*documents: Any) -> tuple[str, dict[str, Any]]:
    files = [{"document": document.pk, "title": "La scheda"} for document in documents]
    return "downloads", {"heading": "", "files": files}


def link_to(document: Any) -> tuple[str, str]:
    return "text", f'<p>Ecco <a linktype="document" id="{document.pk}">la scheda</a>.</p>'


def video(film: Any, captions: Any, poster: Any = None) -> tuple[str, dict[str, Any]]:
    value = {"heading": "Il film", "video": film.pk, "captions": captions.pk, "transcript": "<p>Si vede.</p>"}
    return "video", {**value, "poster": poster.pk if poster else None}


def a_page(home: HomePage, *blocks: Any, model: Any = InformationPage, slug: str = "pagina") -> Any:
    more = {"plain_word": "Informazioni"} if model is HelpPage else {}
    page = home.add_child(instance=model(title="Pagina", slug=slug, **more))
    publish(page, list(blocks), {})
    return page
