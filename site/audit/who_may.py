"""The two pages in words: who may do what, and what may I."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from audit.powers import every_role, own_role
from audit.report import may_read


@require_safe
def who_may(request: HttpRequest) -> HttpResponse:
    """Show every role. Raises PermissionDenied for whoever neither coordinates nor administers."""
    if not may_read(request.user):
        raise PermissionDenied
    return TemplateResponse(request, "audit/who_may.html", {"roles": every_role()})


@require_safe
def what_may_i(request: HttpRequest) -> HttpResponse:
    """Show what the person who asks may do."""
    return TemplateResponse(request, "audit/what_may_i.html", {"role": own_role(request.user)})
