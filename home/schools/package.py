"""The files of a material: made when it is published, kept until it says something else."""

import hashlib
import io
import json
import logging
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.core.files.base import ContentFile
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.translation import override

from home.pdf import PdfUnavailableError, write_pdf
from home.schools.describe import attribution, describe
from home.schools.document_tree import flow
from home.schools.docx_form import write_docx
from home.schools.odt import write_odt
from home.schools.paper_form import paper
from home.substitution import substituted

if TYPE_CHECKING:
    from home.models import MaterialPage

logger = logging.getLogger(__name__)
Files = dict[str, bytes]
# Goes up whenever the same material makes other files than before: then they are made anew.
EDITION = "2"


def refresh(page: "MaterialPage") -> None:
    """Make the files of a material anew if it says something else than when they were made.

    Without Pango there is no PDF: the log says so, and the material still has its editable form.
    """
    markup = paper(page)
    source = _digest(page, markup)
    if set(page.files.values_list("source", flat=True)) == {source}:
        return
    files = _forms(page, markup)
    package = _package(page, files)
    with transaction.atomic():
        page.files.all().delete()
        for suffix, data in {**files, "zip": package}.items():
            page.files.create(
                format=suffix,
                file=ContentFile(data, f"{page.slug}-{page.version}.{suffix}"),
                size=len(data),
                source=source,
            )


def _digest(page: "MaterialPage", markup: str) -> str:
    """Return what the files depend on, in 64 hexadecimal digits."""
    parts = [EDITION, markup, substituted(json.dumps(describe(page), cls=DjangoJSONEncoder)), page.slug]
    for asset in page.assets.all():
        document = asset.document
        parts += [
            asset.title,
            asset.authors,
            asset.licence_facts.code,
            document.filename,
            document.get_file_hash(),
        ]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _forms(page: "MaterialPage", markup: str) -> Files:
    forms: Files = {}
    try:
        forms["pdf"] = write_pdf(markup)
    except PdfUnavailableError as missing:
        logger.error("No PDF of material %s: %s", page.pk, missing)  # noqa: TRY400  # the library's name is all
    title, right_to_left = substituted(page.title), page.is_right_to_left
    for suffix, write in (("odt", write_odt), ("docx", write_docx)):
        forms[suffix] = write(
            flow(markup), title, page.language, page.version_date, right_to_left=right_to_left
        )
    return forms


def _package(page: "MaterialPage", forms: Files) -> bytes:
    """Return the zip: same content, same bytes, whenever it is made."""
    written = io.BytesIO()
    day = (page.version_date.year, page.version_date.month, page.version_date.day, 0, 0, 0)
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in _members(page, forms):
            package.writestr(zipfile.ZipInfo(f"{page.slug}/{name}", day), data, zipfile.ZIP_DEFLATED)
    return written.getvalue()


def _members(page: "MaterialPage", forms: Files) -> Iterator[tuple[str, bytes]]:
    assets = list(page.assets.all())
    with override(page.locale.language_code):
        context = {"page": page, "assets": assets, "attribution": attribution(page), "forms": forms}
        yield "LEGGIMI.txt", substituted(render_to_string("schools/readme.txt", context)).encode()
        metadata = {"@context": "https://schema.org", **describe(page)}
    written = json.dumps(metadata, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)
    yield "metadati.json", substituted(written).encode()
    for licence in {each.licence_facts for each in (page, *assets)}:
        yield f"licenze/{licence.code}.txt", licence.text.encode()
    for suffix, data in forms.items():
        yield f"{page.slug}.{suffix}", data
    for asset in assets:
        with asset.document.open_file() as file:
            yield f"allegati/{asset.document.filename}", file.read()
