"""Documents: public as long as a published page refers to them, and as discreet as that page."""

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe
from wagtail.documents import get_document_model
from wagtail.documents.views.serve import serve
from wagtail.models import Page

from home.files.document_urls import neutral_name
from home.files.links import made_of, show_as
from home.files.missing import lost_is_not_found
from home.files.ranges import in_parts
from home.files.rights import may_choose
from home.files.usage import live_pages_with
from home.models import BasePage, PageClass


@require_safe
@lost_is_not_found
def document(request: HttpRequest, number: str, name: str) -> HttpResponseBase:
    """Give a document away, whole or in part. Raises Http404 for one that no published page refers to.

    Whoever may choose it for a page gets it all the same, to look at a draft.
    """
    found = get_object_or_404(get_document_model(), pk=number)
    pages = live_pages_with(found)
    if name not in {found.filename, neutral_name(found)} or not (pages or may_choose(request.user, found)):
        raise Http404
    response = in_parts(request, serve(request, number, found.filename))
    if response.headers.get("Content-Encoding") == "None":
        del response.headers["Content-Encoding"]  # so Wagtail writes that there is none
    # Shown in the tab, a file would take the place of the page, and of the exit with it.
    response.headers["Content-Disposition"] = (
        content_disposition_header(as_attachment=True, filename=name) or ""
    )
    show_as(response, found.title)
    made_of(response, found.file.name, f"{found.file_size}:{found.file_hash}")
    # A result of a search would lead past the page, its exit and its explanations.
    response.headers["X-Robots-Tag"] = "noindex, noarchive"
    is_public = bool(pages) and all(_is_public(page) for page in pages)
    response.headers["Cache-Control"] = "max-age=60" if is_public else "no-store"
    return response


def _is_public(page: Page) -> bool:
    model = page.specific_class
    return model is not None and issubclass(model, BasePage) and model.page_class is PageClass.PUBLIC
