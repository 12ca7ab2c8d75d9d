"""The files of school materials, and the feeds of the library (Atom, RFC 4287; JSON Feed 1.1)."""

from typing import Any
from urllib.parse import urljoin

from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.feedgenerator import Enclosure
from django.utils.translation import get_language
from django.views.decorators.http import require_safe
from wagtail.models import Locale

from home.feeds import PageFeed
from home.files.links import made_of, show_as
from home.files.missing import lost_is_not_found
from home.kept_answers import may_be_kept
from home.models import MaterialFile, MaterialIndexPage, MaterialPage

MOST = 50
AN_HOUR = "max-age=3600"


@require_safe
@lost_is_not_found
def material_file(request: HttpRequest, page: str, name: str) -> HttpResponseBase:
    """Give away a file of a published material. It was made before: nothing is made here.

    Its end says which file is meant. What stands before has changed with names and versions; the links that
    others have made to it still lead here.
    """
    file = get_object_or_404(MaterialFile, page=page, page__live=True, format=_format(name))
    response = FileResponse(
        file.file.open(),
        as_attachment=True,
        filename=f"{file.page.slug}-{file.page.version}{file.ending}",
        content_type=file.media_type,
    )
    response.headers["Cache-Control"] = AN_HOUR
    response.headers["ETag"] = f'"{file.source[:32]}-{file.format}"'
    response.headers["X-Robots-Tag"] = "noarchive"
    show_as(response, file.page.title)
    made_of(response, str(file.file), file.source)
    return response


def _format(name: str) -> str:
    """Return which file of a material is meant by a name: a poster says its size before its end."""
    start, _dot, end = name.lower().rpartition(".")
    size = start.rpartition("-")[2]
    return size if end == "pdf" and size in MaterialFile.POSTERS else end


def _library() -> MaterialIndexPage:
    """Return the published library in the active language; raise Http404 when there is none."""
    library = MaterialIndexPage.objects.live().filter(locale=Locale.get_active()).first()
    if library is None:
        raise Http404
    return library  # type: ignore[no-any-return]


def _package(material: MaterialPage) -> MaterialFile | None:
    return next((file for file in material.made_files if file.format == MaterialFile.PACKAGE), None)


class MaterialFeed(PageFeed):
    """The published materials, the latest version first, each with its package."""

    def get_object(self, request: HttpRequest) -> MaterialIndexPage:
        return _library()

    def items(self, library: MaterialIndexPage) -> list[MaterialPage]:
        return list(library.materials()[:MOST])

    def item_description(self, item: Any) -> str:
        return str(item.search_description)

    def item_author_name(self, item: Any) -> str:
        return str(item.authors)

    def item_copyright(self, item: Any) -> str:
        return f"{item.licence_facts.name}: {item.licence_facts.address}"

    def item_categories(self, item: Any) -> list[str]:
        return [str(item.get_level_display()), str(item.get_kind_display()), str(item.get_subject_display())]

    def item_enclosures(self, item: Any) -> list[Enclosure]:
        package = _package(item)
        if package is None:
            return []
        address = urljoin(item.full_url, package.url)
        return [Enclosure(address, str(package.size), package.media_type)]


@require_safe
def materials_json(request: HttpRequest) -> JsonResponse:
    """Answer the library as a JSON Feed; each item says its licence and minutes under `_amaranta`."""
    library = _library()
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": f"Amaranta · {library.title}",
        "description": library.search_description,
        "home_page_url": library.get_full_url(request),
        "feed_url": request.build_absolute_uri(reverse("materials_json")),
        "language": get_language(),
        "items": [_item(material, request) for material in library.materials()[:MOST]],
    }
    response = JsonResponse(feed, json_dumps_params={"ensure_ascii": False})
    response.headers["Content-Type"] = "application/feed+json; charset=utf-8"
    response.headers["Cache-Control"] = AN_HOUR
    may_be_kept(response)
    return response


def _item(material: MaterialPage, request: HttpRequest) -> dict[str, Any]:
    return {
        "id": f"urn:uuid:{material.translation_key}",
        "url": material.get_full_url(request),
        "title": material.title,
        "content_text": material.search_description,
        "date_published": material.first_published_at,
        "date_modified": material.last_published_at,
        "authors": [{"name": material.authors}],
        "tags": [str(material.get_level_display()), str(material.get_kind_display())],
        "language": material.language,
        "attachments": [
            {
                "url": request.build_absolute_uri(file.url),
                "mime_type": file.media_type,
                "size_in_bytes": file.size,
            }
            for file in material.made_files
        ],
        "_amaranta": {
            "license": material.licence_facts.address,
            "minutes": material.minutes,
            "ages": material.age_range,
        },
    }
