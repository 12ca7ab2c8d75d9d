"""Taking a key out of use at once and alone: by whoever keeps the keys, or by its own holder."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from contatti.sealed.key_change_mails import KEEPS
from contatti.sealed.models import OperatorCertificate
from contatti.sealed.proof.rights import reads
from contatti.sealed.withdrawal import take_out


def may_withdraw(key: OperatorCertificate, user: Any) -> bool:
    """Tell whether somebody keeps the keys or holds this one."""
    return bool(user.has_perm(KEEPS)) or (key.owner_id == user.pk and reads(user, key.mailbox))


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what follows, and do it on a press. Raises PermissionDenied."""
    key = get_object_or_404(OperatorCertificate.objects.select_related("mailbox"), pk=pk)
    if not may_withdraw(key, request.user):
        raise PermissionDenied
    if request.method == "POST":
        take_out(pk)
        messages.success(request, _("Fatto: da adesso nessuna richiesta nuova si chiude per questa chiave."))
        return redirect("chiavi:index" if request.user.has_perm(KEEPS) else "sealed_proof")
    others = OperatorCertificate.objects.usable(timezone.now()).operators().filter(mailbox=key.mailbox_id)
    context = {"key": key, "is_last": not others.exclude(pk=key.pk).exists()}
    return render(request, "sealed/admin/withdraw.html", context)
