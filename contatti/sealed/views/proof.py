"""Where the holder of a key types the six digits of her test message, and keepers see who reads."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from contatti.sealed.key_change_mails import KEEPS
from contatti.sealed.models import OperatorCertificate
from contatti.sealed.proof.digits import NotNow, NotProved, answer, send_new
from contatti.sealed.proof.rights import keys_of, may_answer, reads_any
from contatti.sealed.proof.states import state_of


def has_something(user: Any) -> bool:
    """Tell whether the menu leads somebody to the page."""
    return bool(user.has_perm(KEEPS)) or bool(keys_of(user, timezone.now()))


@require_safe
def proof(request: HttpRequest) -> HttpResponse:
    """Show somebody's own keys, and all to who keeps them.

    An operator without a key sees that she has none: it may have ended a moment ago. Raises PermissionDenied.
    """
    if not (has_something(request.user) or reads_any(request.user)):
        raise PermissionDenied
    now = timezone.now()
    keeps = request.user.has_perm(KEEPS)
    own = keys_of(request.user, now)
    others = OperatorCertificate.objects.approved(now).select_related("mailbox", "owner") if keeps else []
    context = {
        "own": [state_of(key, now) for key in own],
        "others": [state_of(key, now) for key in others if key not in own],
        "keeps": keeps,
    }
    return render(request, "sealed/admin/proof.html", context)


@require_POST
def prove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the digits of one key. Raises PermissionDenied for whose it is not."""
    key = _own_key(request, pk)
    if key is not None:
        try:
            answer(key, request.user, request.POST.get("digits", "")[:20], timezone.now())
        except NotProved as wrong:
            messages.error(request, str(wrong))
        else:
            messages.success(request, _thanks(key))
    return redirect("sealed_proof")


@require_POST
def another(request: HttpRequest, pk: int) -> HttpResponse:
    """Send a new test message for one key. Raises PermissionDenied for whose it is not."""
    key = _own_key(request, pk)
    if key is not None:
        try:
            send_new(key, timezone.now())
        except NotNow as refused:
            messages.warning(request, str(refused))
        else:
            messages.success(
                request, _("Parte adesso: aprilo nella casella, i numeri di prima non valgono più.")
            )
    return redirect("sealed_proof")


def _thanks(key: OperatorCertificate) -> str:
    if key.proved_at is not None:
        return _("Giusto: la tua chiave legge. La prossima prova arriva tra una settimana.")
    if key.replaces:
        return _(
            "Giusto: da adesso le richieste si chiudono per questa chiave, e non più per quella di prima. "
            "Quella vecchia tienila nel programma di posta: rilegge le richieste di prima."
        )
    return _("Giusto: da adesso le richieste si chiudono anche per questa chiave.")


def _own_key(request: HttpRequest, pk: int) -> OperatorCertificate | None:
    """Return a key in use that this person proves; None, and told, if it is not in use any more.

    Raises PermissionDenied.
    """
    keys = OperatorCertificate.objects.select_related("mailbox", "replaces")
    key = keys.filter(pk=pk).first()
    if key is None or not may_answer(key, request.user):
        raise PermissionDenied
    if not key.active or not key.is_usable(timezone.now()):
        messages.error(request, _("Questa chiave non è in uso, o è scaduta: non c’è niente da provare."))
        return None
    return key
