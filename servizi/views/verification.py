"""One click that says: I have checked that what this page says is still true."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from wagtail.models import Page

from servizi.models import VerifiedMixin


def verify(request: HttpRequest, page_id: int) -> HttpResponse:
    """Ask on GET, renew on POST; for those who may change the page. Raises Http404 and PermissionDenied."""
    page = get_object_or_404(Page, pk=page_id).specific
    if not issubclass(page.specific_class, VerifiedMixin):
        raise Http404
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    if request.method != "POST":
        return render(request, "servizi/admin/verify.html", {"page": page})
    page.verify(request.user if request.user.is_authenticated else None)
    messages.success(request, _("«%(title)s»: verificato oggi. Grazie.") % {"title": page.title})
    return redirect("wagtailadmin_home")
