"""The first second factor: a password alone must not make it, or whoever stole one would be its person.

It is made behind an invitation, or behind a link that goes to the account's own address.
"""

from typing import Any

from allauth.core.internal import ratelimit
from allauth.mfa.base.views import IndexView
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from logins.factors import has_factor, is_proved
from logins.models import AccessLink, Purpose
from logins.one_time_links import make_and_send

OPENED_BY_LINK = "logins_opened_by_link"
"""In the session: the account whose link was opened in it."""
MAKING = frozenset({"mfa_activate_totp", "mfa_add_webauthn"})
RATE = "3/h/user"


def note_link(request: HttpRequest, user: Any) -> None:
    """Remember that this session began with a link that was mailed to its account, or handed out."""
    if request.user.is_authenticated and request.user.pk == user.pk:
        request.session[OPENED_BY_LINK] = user.pk


def may_make(request: HttpRequest) -> bool:
    """Tell whether this session may make a factor: it began with a link, or proved one that is gone."""
    return request.session.get(OPENED_BY_LINK) == request.user.pk or is_proved(request)


class OwnAccess(IndexView):
    """Somebody's own ways in; before the first one, how she gets the link to make it."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        user = self.request.user
        needs_link = settings.LOGINS_SECOND_FACTOR and not has_factor(user) and not may_make(self.request)
        sent = AccessLink.objects.filter(user=user, purpose=Purpose.FIRST, sent=True).first()
        return {**context, "needs_link": needs_link, "is_sent": bool(sent and sent.is_open)}


@login_required
@require_POST
def send_link(request: HttpRequest) -> HttpResponse:
    """Send the link to the account's own address, a few times an hour at most."""
    user: Any = request.user
    if has_factor(user):
        return redirect("mfa_index")
    if not ratelimit.consume(
        request, app="logins", action="first_factor", config={"first_factor": RATE}, user=user
    ):
        words = _(
            "Te ne abbiamo già mandati tre in un’ora: guarda anche nella posta indesiderata, poi riprova."
        )
        messages.warning(request, words)
    elif user.email and make_and_send(user, Purpose.FIRST):
        words = _(
            "Ti abbiamo scritto: apri il collegamento che sta nella mail. Vale una volta, per tre giorni."
        )
        messages.success(request, words)
    else:
        words = _("La mail non è partita: riprova tra poco, o telefona a chi amministra il sito.")
        messages.error(request, words)
    return redirect("mfa_index")
