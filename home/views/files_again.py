"""The dashboard's button about files that could not be made."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from home.dashboard import may_publish_something
from home.models import MadeFile


@require_POST
def files_again(request: HttpRequest) -> HttpResponse:
    """Queue what failed once more. Raises PermissionDenied for who publishes nothing."""
    if not may_publish_something(request.user):
        raise PermissionDenied
    number = MadeFile.objects.again()
    words = ngettext("Riproviamo subito con %(n)d file.", "Riproviamo subito con %(n)d file.", number)
    messages.success(request, words % {"n": number})
    return redirect("wagtailadmin_home")
