"""What an operator's browser asks and posts while she refers a case: keys, and a sealed letter.

Neither a text nor a code ever arrives here, and nothing that arrives is written into a log.
"""

from typing import Any

from django import forms
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from contatti.console.rights import own_mailbox
from contatti.referral.forms import SealedReferralForm, WayForm
from contatti.referral.receivers import receiver_named
from contatti.referral.sending import Letter, NobodyReads, refer
from contatti.sealed.envelope import EnvelopeRefused, key_of
from contatti.sealed.storing import NotStored

CONFLICT, LATER = 409, 503


@require_POST
def keys(request: HttpRequest) -> HttpResponse:
    """Return for whom to seal at this moment; 409 if nobody could open it."""
    asked = _valid(WayForm(request.POST))
    own_mailbox(request.user, asked["sender"])
    found = receiver_named(asked["receiver"], timezone.now())
    if found is None or asked["receiver"] == asked["sender"]:
        return _refused("closed")
    return JsonResponse({"keys": [key_of(certificate) for certificate in found.certificates]})


@require_POST
@sensitive_post_parameters()
def send(request: HttpRequest) -> HttpResponse:
    """Keep a sealed letter, once however often it is posted: 409 with the reason, 503 if not now."""
    posted = _valid(SealedReferralForm(request.POST))
    sender = own_mailbox(request.user, posted.pop("sender"))
    try:
        refer(sender, Letter(**posted))
    except NobodyReads:
        return _refused("closed")
    except EnvelopeRefused:
        return _refused("keys")
    except NotStored:
        return JsonResponse({}, status=LATER)
    return JsonResponse({})


def _refused(why: str) -> JsonResponse:
    return JsonResponse({"why": why}, status=CONFLICT)


def _valid(form: forms.Form) -> dict[str, Any]:
    """Raises BadRequest for what no page of ours posts."""
    if not form.is_valid():
        raise BadRequest
    return form.cleaned_data
