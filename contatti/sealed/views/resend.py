"""The dashboard's buttons about requests that did not arrive, or perhaps did."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from contatti.sealed.models import MailAccount, OutboxItem, OutboxState


def _told(request: HttpRequest, words: str, number: int) -> HttpResponse:
    messages.success(request, words % {"n": number})
    return redirect("wagtailadmin_home")


@require_POST
@permission_required("sealed.change_outboxitem", raise_exception=True)
def send_again(request: HttpRequest) -> HttpResponse:
    """Put what was refused or bounced back in the queue and end every pause, the login's too."""
    MailAccount.objects.update(next_try_at=timezone.now())
    number = OutboxItem.objects.send_again()
    words = ngettext("Proviamo subito %(n)d richiesta.", "Proviamo subito %(n)d richieste.", number)
    return _told(request, words, number)


@require_POST
@permission_required("sealed.change_outboxitem", raise_exception=True)
def send_uncertain_again(request: HttpRequest) -> HttpResponse:
    """Send one copy more of what may have arrived: who reads the mailbox says that it has not."""
    number = OutboxItem.objects.send_uncertain_again()
    words = ngettext("Proviamo subito %(n)d richiesta.", "Proviamo subito %(n)d richieste.", number)
    return _told(request, words, number)


@require_POST
@permission_required("sealed.change_outboxitem", raise_exception=True)
def have_arrived(request: HttpRequest) -> HttpResponse:
    """Believe who reads the mailbox that what may have arrived has."""
    number = OutboxItem.objects.uncertain().settle(OutboxState.DELIVERED, error_code="", last_error="")
    words = ngettext("%(n)d richiesta è arrivata.", "%(n)d richieste sono arrivate.", number)
    return _told(request, words, number)
