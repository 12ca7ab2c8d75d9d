"""Translating a page beside its Italian one."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.models import Page

from home.translation.drafts import reasons_to_wait, save, send
from home.translation.form import TranslationForm, is_right_to_left
from home.translation.source_revisions import beside, original_of

SEND = "action-submit"


@require_http_methods(["GET", "POST"])
def translate(request: HttpRequest, page_id: int) -> HttpResponse:
    """Show both columns, or save what was written as a draft; raises PermissionDenied."""
    page: Any = get_object_or_404(Page, pk=page_id).specific
    rights = page.permissions_for_user(request.user)
    if not rights.can_edit():
        raise PermissionDenied
    original = original_of(page)
    if original is None or page.alias_of_id:
        messages.warning(request, _("Questa pagina non traduce una pagina italiana: si modifica qui."))
        return redirect("wagtailadmin_pages:edit", page.pk)
    is_locked = bool(rights.page_locked())
    form = TranslationForm(beside(page, original), request.POST or None, disabled=is_locked)
    if request.method == "POST" and not is_locked and form.is_valid():
        done = _take(request, form)
        if done is not None:
            return done
    context = {
        "page": page,
        "original": original,
        "form": form,
        "surplus": form.beside.surplus,
        "is_locked": is_locked,
        "may_send": bool(rights.can_submit_for_moderation()) and not is_locked,
        "right_to_left": is_right_to_left(form.code),
        "overview": reverse("translations_of", args=[form.code]),
    }
    return TemplateResponse(request, "panels/translation/page.html", context)


def _take(request: HttpRequest, form: TranslationForm) -> HttpResponse | None:
    """Save a draft and go on; None if it cannot be saved, which the form then says.

    Raises PermissionDenied for who may not send it.
    """
    draft, added = form.beside.page, form.added
    form.beside.apply(form.texts, added)
    try:
        save(draft, request.user)
    except ValidationError as error:
        for reason in error.messages:
            form.add_error(None, reason)
        return None
    there = redirect("wagtailadmin_pages:edit", draft.pk)
    if added and SEND not in request.POST:
        messages.success(request, _("Bozza salvata. I blocchi aggiunti ora si traducono qui."))
        return redirect("translation", draft.pk)
    if SEND not in request.POST:
        messages.success(request, _("Bozza salvata. Sul sito non cambia niente finché non è approvata."))
        return there
    if not draft.permissions_for_user(request.user).can_submit_for_moderation():
        raise PermissionDenied
    if waits := reasons_to_wait(draft):
        messages.warning(request, _("La bozza è salvata. Prima di mandarla in approvazione guarda qui:"))
        for reason in waits:
            messages.warning(request, reason)
        return there
    send(draft, request.user)
    messages.success(request, _("Ora la legge chi modera. I lettori la vedono quando è approvata."))
    return redirect("translations_of", form.code)
