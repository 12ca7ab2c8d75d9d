"""The form of a copy, or the reason why there is none: Wagtail would say that a permission is missing."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import resolve
from wagtail.admin.auth import require_admin_access
from wagtail.models import Page

from home.admin.copying import only_where_there_is_room


@require_admin_access
def copy_page(request: HttpRequest, page_id: int) -> HttpResponse:
    """Answer like Wagtail's view of this address where the copy has a place."""
    page = get_object_or_404(Page, pk=page_id)
    may_edit = page.permissions_for_user(request.user).can_edit()
    refusal = only_where_there_is_room(request, page) if may_edit else None
    if refusal:
        return refusal
    # Found by its address: Wagtail 8 made a class of what was a function.
    view = resolve(f"/pages/{page_id}/copy/", urlconf="wagtail.admin.urls")
    response: HttpResponse = view.func(request, *view.args, **view.kwargs)
    return response
