"""Where a document is, and under which name it is given away."""

from typing import Any

from django.urls import reverse


def neutral_name(document: Any) -> str:
    """Return the name that a document goes by on discreet pages: both history and downloads keep it."""
    return f"documento-{document.pk}.{document.file_extension.lower()}"


def address(document: Any, *, is_discreet: bool) -> str:
    """Return where the document is, under its own name or under one that says nothing."""
    name = neutral_name(document) if is_discreet else document.filename
    return reverse("wagtaildocs_serve", args=[document.pk, name])
