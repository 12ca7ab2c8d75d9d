"""PO files for a translation office: out, and back in."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_GET, require_http_methods
from wagtail.models import Page

from home.admin.reading_rights import visible_to
from home.translation.drafts import TRANSLATE
from home.translation.po_in import Report, UnusableFileError, take_in
from home.translation.po_out import pages_of, po_file
from home.views.translations import locale_of


class OfficeFileForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("File PO"),
        help_text=gettext_lazy("Quello tornato dall’ufficio di traduzione. Non viene conservato."),
        widget=forms.FileInput(attrs={"accept": ".po,text/x-gettext-translation"}),
    )


def _check(user: Any) -> None:
    if not user.has_perm(TRANSLATE):
        raise PermissionDenied


@require_GET
def translation_file(request: HttpRequest, code: str, page_id: int, scope: str) -> HttpResponse:
    """Answer with the file of a page, or of its whole section; raises PermissionDenied."""
    _check(request.user)
    locale = locale_of(code)
    italian = Page.objects.filter(locale__language_code=settings.LANGUAGE_CODE)
    original = get_object_or_404(visible_to(request.user, italian).distinct(), pk=page_id)
    found = pages_of(original, locale, below=scope == "sezione")
    pages = [page for page in found if page.permissions_for_user(request.user).can_edit()]
    if not pages:
        messages.warning(request, _("Qui non c’è ancora niente da tradurre: comincia con «Traduci»."))
        return redirect("translations_of", code)
    # The address of the page, neutral as it is, and the language: it lies on somebody's disk.
    name = f"{original.slug}-{code}.po"
    return HttpResponse(
        po_file(pages, locale),
        content_type="text/x-gettext-translation; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@require_http_methods(["GET", "POST"])
def take_file(request: HttpRequest, code: str) -> HttpResponse:
    """Ask for a file and make drafts of it; raises PermissionDenied."""
    _check(request.user)
    locale = locale_of(code)
    form = OfficeFileForm(request.POST or None, request.FILES or None)
    report, faults = None, tuple[str, ...]()
    if request.method == "POST" and form.is_valid():
        try:
            report = take_in(form.cleaned_data["file"].read(), locale, request.user)
        except UnusableFileError as error:
            faults = error.reasons
    context = {"locale": locale, "form": form, "report": report, "faults": faults, "told": _told(report)}
    return TemplateResponse(request, "panels/translation/upload.html", context)


def _told(report: Report | None) -> str:
    if report is None:
        return ""
    if not report.texts:
        return _("Nel file non c’è niente di nuovo.")
    words = ngettext(
        "Un testo è nella bozza. Rileggi, poi manda in approvazione.",
        "%(number)d testi sono nelle bozze. Rileggi, poi manda in approvazione.",
        report.texts,
    )
    return words % {"number": report.texts}
