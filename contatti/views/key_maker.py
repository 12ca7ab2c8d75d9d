"""An operator makes her key in her own browser, here or from this page saved on a computer without a network.

The page is one file: its scripts and styles stand in it, under a policy of its own that lets nothing out.
What comes back is a certificate, which waits until whoever keeps the keys takes it into use.
"""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from contatti.key_guides import KEY_GUIDES
from contatti.readers import mailboxes_read_by
from contatti.sealed.forms import NewCertificateForm
from contatti.sealed.models import CertificateRole

KEEPS = "sealed.add_operatorcertificate"
REFUSED = 422


def may_make(user: Any) -> bool:
    """Tell whether somebody reads a mailbox or keeps the keys."""
    return bool(user.has_perm(KEEPS)) or mailboxes_read_by(user).exists()


@require_safe
def key_maker(request: HttpRequest) -> HttpResponse:
    """Show the page, or with ?salva give it as a file. Raises PermissionDenied."""
    if not may_make(request.user):
        raise PermissionDenied
    is_file = "salva" in request.GET
    mailboxes = [] if is_file else mailboxes_read_by(request.user)
    context = {"is_file": is_file, "mailboxes": mailboxes, "guides": KEY_GUIDES}
    response = render(request, "contatti/admin/key_maker.html", context)
    if is_file:
        response.headers["Content-Disposition"] = 'attachment; filename="fai-la-tua-chiave.html"'
    return response


@require_safe
def key_guides(request: HttpRequest) -> HttpResponse:
    """Show how a key gets into each mail program, to read and to print. Raises PermissionDenied."""
    if not may_make(request.user):
        raise PermissionDenied
    return render(request, "contatti/admin/key_guides.html", {"guides": KEY_GUIDES})


@require_POST
def send_certificate(request: HttpRequest) -> JsonResponse:
    """Keep an operator's certificate for one of her mailboxes, not in use. Raises PermissionDenied."""
    if not may_make(request.user):
        raise PermissionDenied
    posted = request.POST.copy()
    posted["role"] = CertificateRole.OPERATOR
    file = SimpleUploadedFile("certificato.pem", posted.get("certificate", "").encode())
    form = NewCertificateForm(posted, {"upload": file}, for_user=request.user)
    form.fields["mailbox"].queryset = mailboxes_read_by(request.user)
    if not form.is_valid():
        words = [str(error) for errors in form.errors.values() for error in errors]
        return JsonResponse({"words": " ".join(words)}, status=REFUSED)
    form.save()
    return JsonResponse(
        {
            "words": _(
                "Il certificato è arrivato. Chi custodisce le chiavi lo prende in uso dopo averti letto "
                "l’impronta al telefono."
            )
        }
    )
