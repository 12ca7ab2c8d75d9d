"""How far each language has come, and the beginning of a translation."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST
from wagtail.models import Locale, Page

from home.admin.reading_rights import writes
from home.models import SiteLanguage
from home.models.page_loading import place_in_menu
from home.translation.drafts import TRANSLATE, begin, may_begin
from home.translation.overview import counts, rows_for, totals


def locale_of(code: str) -> Locale:
    """Return a language that pages are translated into; raises Http404."""
    others = Locale.objects.exclude(language_code=settings.LANGUAGE_CODE)
    found: Locale = get_object_or_404(others, language_code=code)
    return found


def check(user: Any) -> None:
    """Raise PermissionDenied for who writes no pages."""
    if not writes(user):
        raise PermissionDenied


@require_GET
def languages(request: HttpRequest) -> HttpResponse:
    """Show every language with the state of its pages; raises PermissionDenied."""
    check(request.user)
    others = Locale.objects.exclude(language_code=settings.LANGUAGE_CODE)
    found = sorted(others, key=lambda each: place_in_menu(each.language_code))
    rows = totals(request.user, found)
    may_add = request.user.has_perm("home.add_sitelanguage")
    return TemplateResponse(request, "panels/translation/languages.html", {"rows": rows, "may_add": may_add})


@require_GET
def translations_of(request: HttpRequest, code: str) -> HttpResponse:
    """Show the Italian pages with their translations into a language; raises PermissionDenied."""
    check(request.user)
    locale = locale_of(code)
    rows = rows_for(request.user, locale)
    read = SiteLanguage.objects.filter(code=code).values_list("read_on", flat=True).first()
    context = {
        "locale": locale,
        "rows": rows,
        "counts": counts(rows),
        "read_on": read,
        "may_exchange": request.user.has_perm(TRANSLATE),
    }
    return TemplateResponse(request, "panels/translation/overview.html", context)


@require_POST
def begin_translation(request: HttpRequest, page_id: int, code: str) -> HttpResponse:
    """Make the draft of a translation, and lead to both columns; raises PermissionDenied."""
    original = get_object_or_404(Page, pk=page_id, locale__language_code=settings.LANGUAGE_CODE)
    if not may_begin(request.user, original):
        raise PermissionDenied
    page = begin(original.specific, locale_of(code), request.user)
    if not page.permissions_for_user(request.user).can_edit():
        messages.warning(request, _("La bozza c’è, ma la può scrivere chi ha i diritti su quella lingua."))
        return redirect("translations_of", code)
    return redirect("translation", page.pk)
