"""The counts in the administration, a month at a time, and the same as a file."""

import datetime as dt

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from home.models import PageClass
from servizi.statistics_permissions import PUBLISH
from visits.months import csv_of, days_of, month_words, months, pages_of, total_of


@require_safe
def visits(request: HttpRequest) -> HttpResponse:
    """Show a month. Raises PermissionDenied for whoever neither coordinates nor administers, and Http404."""
    _refuse_others(request)
    first = _month(request)
    context = {
        "first": first,
        "words": month_words(first),
        "months": [(each, month_words(each)) for each in months()],
        "pages": pages_of(first),
        "days": days_of(first),
        "public": total_of(first, PageClass.PUBLIC),
        "help": total_of(first, PageClass.HELP),
    }
    return TemplateResponse(request, "visits/month.html", context)


@require_safe
def visits_csv(request: HttpRequest) -> HttpResponse:
    """Answer a month as CSV. Raises as `visits` does."""
    _refuse_others(request)
    first = _month(request)
    response = HttpResponse(csv_of(first), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="visite-{first:%Y-%m}.csv"'
    return response


def _refuse_others(request: HttpRequest) -> None:
    if not request.user.has_perm(PUBLISH):
        raise PermissionDenied


def _month(request: HttpRequest) -> dt.date:
    asked = request.GET.get("mese")
    if not asked:
        return timezone.localdate().replace(day=1)
    try:
        return dt.date.fromisoformat(f"{asked}-01")
    except ValueError:
        raise Http404 from None
