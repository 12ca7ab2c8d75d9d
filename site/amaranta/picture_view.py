"""Pictures in the sizes that pages ask for."""

from pathlib import Path

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views import static


def picture(request: HttpRequest, path: str) -> HttpResponseBase:
    """Serve a finished picture. Raises Http404, SuspiciousFileOperation for a path that leads elsewhere."""
    return static.serve(request, path, document_root=str(Path(settings.MEDIA_ROOT) / "images"))
