"""What editors see of the rules: reasons instead of an error page, and advice on every save."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page

from home.files.usage import FileInUseError
from home.forms.consent import MAY_GO_OUT, answered
from home.publication.refusals import PublicationRefused, findings, refusals
from home.publication.rules import Finding, Severity

Handler = Callable[[HttpRequest], HttpResponse]


def tell(request: HttpRequest, page: Page, reasons: list[Finding]) -> None:
    """Say to the editor what the rules found on a draft, each with the way to its place."""
    for reason in reasons:
        level = messages.ERROR if reason.rule.severity is Severity.BLOCK else messages.WARNING
        place = reason.where.anchor(page)
        there = f"{reverse('wagtailadmin_pages:edit', args=[page.pk])}{place}"
        words = format_html('{} <a href="{}">{}</a>', reason, there, _("Vai lì")) if place else str(reason)
        messages.add_message(request, level, words)


def not_published(request: HttpRequest, page: Page, reasons: list[Finding]) -> HttpResponse:
    """Say why, and go back to the draft, where nothing that was written is lost."""
    introduction = ngettext(
        "«%(title)s» non è stata pubblicata: c’è una cosa da correggere.",
        "«%(title)s» non è stata pubblicata: ci sono %(number)d cose da correggere.",
        len(reasons),
    )
    messages.error(request, introduction % {"title": page.title, "number": len(reasons)})
    tell(request, page, reasons)
    return redirect("wagtailadmin_pages:edit", page.pk)


def not_deleted(request: HttpRequest, refusal: FileInUseError) -> HttpResponse:
    """Say which pages use the file, and go back to the list."""
    if request.headers.get("X-Requested-With") == "XMLHttpRequest":
        return JsonResponse({"success": False, "error_message": refusal.message})
    messages.error(request, refusal.message)
    return redirect(f"{refusal.file._meta.app_label}:index")


def stop_publication(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Answer Wagtail's `before_publish_page`: the draft is saved by then, and stays."""
    draft = page.get_latest_revision_as_object()
    reasons = refusals(draft)
    return not_published(request, draft, reasons) if reasons else None


def advise(request: HttpRequest, page: Page) -> None:
    """Answer `after_create_page` and `after_edit_page`: while a page is written, findings are advice."""
    # An automatic save asks in the background: nobody would read the answer.
    if not request.accepts("text/html"):
        return
    draft = page.get_latest_revision_as_object()
    said = answered(request.POST)
    found = [
        finding
        for finding in findings(draft)
        if finding.rule.severity is not Severity.ASK or finding.excerpt.casefold() not in said
    ]
    if any(finding.rule.severity is Severity.BLOCK for finding in found):
        messages.warning(request, _("Prima di pubblicare «%(title)s» correggi:") % {"title": page.title})
    tell(request, draft, found)


class RefusalMiddleware:
    """Turns a refused publication (approval of a workflow, several pages at once) into its reasons.

    The same for a file that is in use and was to be deleted.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_template_response(self, request: HttpRequest, response: Any) -> Any:
        """Let the editor ask about a name in our words: Wagtail says that the page has faults."""
        form = (response.context_data or {}).get("form")
        if names := getattr(form, "asks_about", ()):
            told: Any = messages.get_messages(request)
            told._queued_messages.clear()
            words = ngettext(
                "Prima di andare avanti: %(names)s è il nome di una persona? È segnato al suo posto. Se può "
                "uscire metti la spunta in fondo alla pagina e premi di nuovo; se no, toglilo.",
                "Prima di andare avanti: %(names)s sono nomi di persone? Sono segnati al loro posto. Se "
                "possono uscire metti la spunta in fondo alla pagina e premi di nuovo; se no, toglili.",
                len(names),
            )
            asked = words % {"names": ", ".join(f"«{name}»" for name in names)}
            there = format_html('{} <a href="#id_{}">{}</a>', asked, MAY_GO_OUT, _("Vai alla spunta"))
            messages.warning(request, there)
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, FileInUseError):
            return not_deleted(request, exception)
        if not isinstance(exception, PublicationRefused):
            return None
        response = not_published(request, exception.page, exception.reasons)
        if request.headers.get("X-Requested-With") == "XMLHttpRequest":
            # A dialog of the administration reads its next step from JSON.
            return JsonResponse({"step": "success", "redirect": response.headers["Location"]})
        return response
