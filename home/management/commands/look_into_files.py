"""Files from before the rules for files: pictures are made bare, documents are looked into again."""

import hashlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.management.base import BaseCommand, CommandError
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from home.files.documents import check_document
from home.files.usage import live_pages_with, names


class Command(BaseCommand):
    help = (
        "Make every stored picture bare, look into every document, and say what was found. May be repeated."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        left = 0
        for model, look in ((get_image_model(), mended), (get_document_model(), looked_into)):
            # One at a time: a library of pictures does not fit into memory.
            for file in model.objects.order_by("pk").iterator(chunk_size=1):
                try:
                    for words in look(file):
                        self.stdout.write(f"{name_of(file)}: {words}")
                except (ValidationError, OSError) as error:
                    left += 1
                    said = " ".join(error.messages) if isinstance(error, ValidationError) else str(error)
                    where = names(live_pages_with(file)) or "no published page"
                    self.stdout.write(f"{name_of(file)}, on {where}: {said}")
        if left:
            raise CommandError(f"{left} files are left for somebody to replace.")
        self.stdout.write("No file is left to look at.")


def name_of(file: Any) -> str:
    return f"{file._meta.model_name} {file.pk} «{file.title}»"


def mended(image: Any) -> Iterator[str]:
    """Make the picture bare unless it is, and take the old file away, which would keep what it told."""
    storage, old = image.file.storage, image.file.name
    with storage.open(old) as file:
        content = file.read()
    # What was made bare bears its own digest as a name (home.files.pictures).
    if PurePosixPath(old).name.startswith(hashlib.sha256(content).hexdigest()[:16]):
        return
    image.file = ContentFile(content, PurePosixPath(old).name)
    image.save()
    storage.delete(old)
    yield "made bare"


def looked_into(document: Any) -> Iterator[str]:
    """Raise ValidationError if the document could not be uploaded today: only its author can mend it."""
    with document.file.storage.open(document.file.name) as file:
        check_document(file)
    yield from ()
