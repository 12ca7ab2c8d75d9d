"""An operator makes her key in her own browser, here or from this page saved on a computer without a network.

The page is one file: its scripts and styles stand in it, under a policy of its own that lets nothing out.
What comes back is a certificate, which waits until whoever keeps the keys takes it into use.
"""

from collections.abc import Iterable
from itertools import count
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from contatti.key_guides import KEY_GUIDES
from contatti.readers import mailboxes_read_by
from contatti.sealed.forms import NewCertificateForm
from contatti.sealed.models import CertificateRole, Mailbox, OperatorCertificate

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
    context = {
        "is_file": is_file,
        "proposed": _free_name([] if is_file else mailboxes_read_by(request.user)),
        "mailboxes": [] if is_file else mailboxes_read_by(request.user),
        "old_keys": [] if is_file else _old_keys(request.user),
        "guides": KEY_GUIDES,
    }
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
    if mailboxes_read_by(request.user).exists():
        posted["owner"] = str(request.user.pk)
    file = SimpleUploadedFile("certificato.pem", posted.get("certificate", "").encode())
    form = NewCertificateForm(posted, {"upload": file}, for_user=request.user)
    form.fields["mailbox"].queryset = mailboxes_read_by(request.user)
    if not form.is_valid():
        words = [str(error) for errors in form.errors.values() for error in errors]
        return JsonResponse({"words": " ".join(words)}, status=REFUSED)
    form.instance.replaces = _replaced(request.user, form.cleaned_data["mailbox"], posted.get("replaces", ""))
    form.save()
    return JsonResponse(
        {
            "words": _(
                "Il certificato è arrivato. Una seconda persona si fa leggere l’impronta al telefono e lo "
                "prende in uso; poi ti arriva un messaggio di prova, e la chiave vale quando scrivi i "
                "suoi numeri."
            )
        }
    )


def _free_name(mailboxes: Iterable[Mailbox]) -> str:
    """Return the first name of a role that no key of these mailboxes has or had: two alike are mistaken."""
    taken = OperatorCertificate.objects.filter(mailbox__in=[mailbox.pk for mailbox in mailboxes])
    names = {holder.casefold() for holder in taken.values_list("holder", flat=True)}
    proposals = (_("Operatrice %(number)d") % {"number": number} for number in count(1))
    return next(name for name in proposals if name.casefold() not in names)


def _old_keys(user: Any) -> QuerySet[OperatorCertificate]:
    """Return her keys in use, which a new one may follow; the one that ends first comes first."""
    mine = mailboxes_read_by(user)
    keys = OperatorCertificate.objects.active().operators().filter(owner=user, mailbox__in=mine)
    return keys.select_related("mailbox").order_by("not_after")


def _replaced(user: Any, mailbox: Mailbox, posted: str) -> OperatorCertificate | None:
    """Return the key of hers at that desk that the form named, to be taken out once the new one is proved."""
    found = _old_keys(user).filter(mailbox=mailbox.pk)
    return next((key for key in found if str(key.pk) == posted), None)
