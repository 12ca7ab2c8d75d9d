"""Which pages use a file: what the public may fetch follows from it, and who may change it."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page, ReferenceIndex


def live_pages_with(file: Any) -> list[Page]:
    """Return the published pages that show, offer or link to a document or a picture, in the tree's order."""
    references = ReferenceIndex.get_references_to(file)
    # As a list: page numbers are stored there as text, which not every database compares with a number.
    ids = references.filter(base_content_type=ContentType.objects.get_for_model(Page))
    numbers = {int(number) for number in ids.values_list("object_id", flat=True)}
    return list(Page.objects.live().filter(pk__in=numbers).order_by("path")) if numbers else []
