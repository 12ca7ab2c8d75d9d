"""Pictures in the sizes that pages ask for: public as long as a published page, or every page, shows them."""

from mimetypes import guess_type
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.storage import FileSystemStorage, default_storage, storages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils._os import safe_join
from django.views import static
from wagtail.images import get_image_model

from home.files.missing import lost_is_not_found
from home.files.rights import may_choose
from home.files.usage import live_pages_with
from home.models import SiteSettings


@lost_is_not_found
def picture(request: HttpRequest, path: str) -> HttpResponseBase:
    """Serve a finished picture. Raises Http404, SuspiciousFileOperation for a path that leads elsewhere.

    One that no published page shows is not found, but by those who may choose it for a page.
    """
    if not isinstance(storages["default"], FileSystemStorage):
        return _from_elsewhere(request, path)
    folder = str(Path(settings.MEDIA_ROOT) / "images")
    # A response that is not given away can't be closed here: Django would take the request for finished.
    if Path(safe_join(folder, path)).is_file() and not _may_be_seen(request.user, path):
        raise Http404
    return static.serve(request, path, document_root=folder)


def _from_elsewhere(request: HttpRequest, path: str) -> HttpResponseBase:
    """Serve a finished picture from a storage that is no folder. Raises Http404, FileNotFoundError."""
    if not _may_be_seen(request.user, path):
        raise Http404
    kind, _encoding = guess_type(path)
    with default_storage.open(f"images/{path}") as file:
        return HttpResponse(file.read(), content_type=kind or "application/octet-stream")


def _may_be_seen(user: Any, path: str) -> bool:
    sizes = get_image_model().get_rendition_model()
    size = sizes.objects.filter(file=f"images/{path}").select_related("image").first()
    if size is None:
        return False
    is_logo = SiteSettings.objects.filter(logo=size.image_id).exists()
    return is_logo or bool(live_pages_with(size.image)) or may_choose(user, size.image)
