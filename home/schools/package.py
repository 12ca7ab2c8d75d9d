"""The files of a material: kept until it says something else. Called by who makes files."""

import hashlib
import json
import logging
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import closing
from io import BytesIO
from typing import IO, TYPE_CHECKING, Any

from django.core.files import File
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.translation import override

from home.making.makers import Made
from home.pdf import PdfUnavailableError, write_pdf
from home.schools.describe import attribution, describe
from home.schools.document_tree import flow
from home.schools.docx_form import write_docx
from home.schools.odt import write_odt
from home.schools.paper_form import POSTER_SIZES, paper, poster
from home.substitution import substituted

if TYPE_CHECKING:
    from home.models import MaterialPage

logger = logging.getLogger(__name__)
Files = dict[str, bytes]
# Goes up whenever the same material makes other files than before: then they are made anew.
EDITION = "3"


def make_material(source: dict[str, Any]) -> Made:
    """Make the files of a published material; those of before stay until then."""
    from home.models import MaterialPage

    if page := MaterialPage.objects.live().filter(pk=source["page"]).first():
        refresh(page)
    return Made()


def refresh(page: "MaterialPage") -> None:
    """Make the files of a material anew if it says something else than when they were made.

    Without Pango there is no PDF: the log says so, and the material still has its editable form.
    """
    markup = paper(page)
    source = _digest(page, markup)
    if _are_there(page, source):
        return
    forms = _forms(page, markup)
    # On the disk: a package holds the films that were added to a lesson.
    with tempfile.TemporaryFile() as package:
        _write_package(page, forms, package)
        files = {suffix: ContentFile(data) for suffix, data in forms.items()} | {"zip": File(package)}
        with transaction.atomic():
            page.files.all().delete()
            for suffix, file in files.items():
                file.name = f"{page.slug}-{page.version}{_ending(suffix)}"
                page.files.create(format=suffix, file=file, size=file.size, source=source)


def _are_there(page: "MaterialPage", source: str) -> bool:
    """Tell whether the files say this; copies of the portal leave files out that can be made anew."""
    files = list(page.files.all())
    return {file.source for file in files} == {source} and all(
        default_storage.exists(file.file.name) for file in files
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
        forms |= {size: write_pdf(made) for size in POSTER_SIZES if (made := poster(page, size))}
    except PdfUnavailableError as missing:
        logger.error("No PDF of material %s: %s", page.pk, missing)  # noqa: TRY400  # the library's name is all
    title, right_to_left = substituted(page.title), page.is_right_to_left
    for suffix, write in (("odt", write_odt), ("docx", write_docx)):
        forms[suffix] = write(
            flow(markup), title, page.language, page.version_date, right_to_left=right_to_left
        )
    return forms


def _write_package(page: "MaterialPage", forms: Files, target: IO[bytes]) -> None:
    """Write the zip: same content, same bytes, whenever it is made."""
    day = (page.version_date.year, page.version_date.month, page.version_date.day, 0, 0, 0)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, member in _members(page, forms):
            info = zipfile.ZipInfo(f"{page.slug}/{name}", day)
            info.compress_type = zipfile.ZIP_DEFLATED
            with closing(member), package.open(info, "w", force_zip64=True) as packed:
                shutil.copyfileobj(member, packed)


def _members(page: "MaterialPage", forms: Files) -> Iterator[tuple[str, IO[bytes]]]:
    assets = list(page.assets.all())
    with override(page.locale.language_code):
        context = {"page": page, "assets": assets, "attribution": attribution(page), "forms": forms}
        yield "LEGGIMI.txt", BytesIO(substituted(render_to_string("schools/readme.txt", context)).encode())
        metadata = {"@context": "https://schema.org", **describe(page)}
    written = json.dumps(metadata, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)
    yield "metadati.json", BytesIO(substituted(written).encode())
    for licence in {each.licence_facts for each in (page, *assets)}:
        yield f"licenze/{licence.code}.txt", BytesIO(licence.text.encode())
    for suffix, data in forms.items():
        yield f"{page.slug}{_ending(suffix)}", BytesIO(data)
    for asset in assets:
        yield f"allegati/{asset.document.filename}", default_storage.open(asset.document.file.name)


def _ending(suffix: str) -> str:
    return f"-{suffix}.pdf" if suffix in POSTER_SIZES else f".{suffix}"
