"""Taking one's own page off the site: what should not be read any more can't wait for a moderator."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Page

from home.admin.main_pages import keep
from home.models import BasePage


def may_withdraw(user: object, page: Page) -> bool:
    """Tell whether `user`, who may change `page` and not publish it, may still take it off the site."""
    if not (isinstance(page, BasePage) and page.editors_may_withdraw and page.live):
        return False
    rights = page.permissions_for_user(user)
    return bool(rights.can_edit() and not rights.can_unpublish())


@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, page_id: int) -> HttpResponse:
    """Ask once, then unpublish; raises PermissionDenied where the button is not shown."""
    page = get_object_or_404(Page, pk=page_id).specific
    if not may_withdraw(request.user, page):
        raise PermissionDenied
    if request.method == "GET":
        return TemplateResponse(request, "panels/withdraw.html", {"page": page})
    if kept := keep(request, page):
        return kept
    UnpublishPageAction(page, user=request.user).execute(skip_permission_checks=True)
    messages.success(request, _("«%(title)s» non è più sul sito.") % {"title": page.title})
    return redirect("wagtailadmin_pages:edit", page.pk)
