"""Which pages use a file: what the public may fetch follows from it, and who may change or delete it."""

from collections.abc import Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page, ReferenceIndex

MOST_NAMES = 5


class FileInUseError(Exception):
    """Raised where a file would be deleted under the eyes of the public."""

    def __init__(self, file: Any, pages: list[Page]) -> None:
        super().__init__(f"{type(file).__name__} {file.pk} is in use")
        self.file = file
        self.pages = pages

    @property
    def message(self) -> str:
        """Return what to do about it, for an editor."""
        return _("«%(file)s» non si può cancellare: è in %(pages)s. Toglilo prima da lì, poi riprova.") % {
            "file": self.file.title,
            "pages": names(self.pages),
        }


def live_pages_with(file: Any) -> list[Page]:
    """Return the published pages that show, offer or link to a document or a picture, in the tree's order."""
    references = ReferenceIndex.get_references_to(file)
    # As a list: page numbers are stored there as text, which not every database compares with a number.
    ids = references.filter(base_content_type=ContentType.objects.get_for_model(Page))
    numbers = {int(number) for number in ids.values_list("object_id", flat=True)}
    return list(Page.objects.live().filter(pk__in=numbers).order_by("path")) if numbers else []


def pages_of_others(file: Any, user: Any) -> list[Page]:
    """Return the published pages with the file that `user` may not publish."""
    return [page for page in live_pages_with(file) if not page.permissions_for_user(user).can_publish()]


def names(pages: Iterable[Page]) -> str:
    """Return the titles of pages, the first few of many."""
    titles = [f"«{page.title}»" for page in pages]
    more = len(titles) - MOST_NAMES
    if more > 0:
        titles[MOST_NAMES:] = [
            ngettext("un’altra pagina", "altre %(number)d pagine", more) % {"number": more}
        ]
    return ", ".join(titles)


def keep_used(sender: Any, instance: Any, **kwargs: Any) -> None:
    """Answer `pre_delete`: an empty frame or a dead link on a published page is nobody's wish.

    Raises FileInUseError.
    """
    if pages := live_pages_with(instance):
        raise FileInUseError(instance, pages)
