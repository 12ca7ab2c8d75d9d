"""What an administrator sees of each person's access, and can do: links, and a lost second factor."""

from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from logins import lost, one_time_links
from logins.factors import FACTORS, has_factor
from logins.mails import MANAGES
from logins.models import AccessLink, LostFactor, Purpose


def may_manage(actor: Any, user: Any) -> bool:
    """Tell whether somebody may send a person links: never herself, nor whoever may do more than she."""
    return actor.has_perm(MANAGES) and actor.pk != user.pk and (actor.is_superuser or not user.is_superuser)


def tell_sent(request: HttpRequest, user: Any, sent: bool) -> None:
    """Say whether the mail with a link went out."""
    if sent:
        words = _("Abbiamo scritto a %(address)s: il collegamento vale una volta, per tre giorni.")
        messages.success(request, words % {"address": user.email})
    else:
        words = _(
            "La mail a %(address)s non è partita: controlla l’indirizzo, e da «Accessi» mandane un’altra."
        )
        messages.error(request, words % {"address": user.email or "–"})


@require_safe
def accounts(request: HttpRequest) -> HttpResponse:
    """List the accounts with what each lacks. Raises PermissionDenied."""
    if not request.user.has_perm(MANAGES):
        raise PermissionDenied
    people = get_user_model().objects.filter(is_active=True).order_by("username")
    strong = set(Authenticator.objects.filter(type__in=FACTORS).values_list("user_id", flat=True))
    open_links = {link.user_id: link for link in AccessLink.objects.all() if link.is_open}
    waiting = set(LostFactor.objects.values_list("user_id", flat=True))
    rows = [(each, each.pk in strong, open_links.get(each.pk), each.pk in waiting) for each in people]
    return render(request, "logins/accounts.html", {"rows": rows})


@require_http_methods(["GET", "HEAD", "POST"])
def account(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one person's access, and act on it. Raises PermissionDenied."""
    person = get_object_or_404(get_user_model(), pk=pk, is_active=True)
    if not may_manage(request.user, person):
        raise PermissionDenied
    if request.method == "POST":
        _act(request, person, request.POST.get("do", ""))
        return redirect("logins:account", pk)
    waiting = LostFactor.objects.filter(user=person).select_related("asked_by").first()
    context = {
        "person": person,
        "has_factor": has_factor(person),
        "open_links": [link for link in AccessLink.objects.filter(user=person) if link.is_open],
        "waiting": waiting,
        "may_approve": waiting is not None and lost.may_approve(waiting, request.user),
        "is_alone": not lost.others(request.user, person),
        "is_invited": one_time_links.purpose_for(person) == Purpose.INVITATION,
    }
    return render(request, "logins/account.html", context)


def _act(request: HttpRequest, person: Any, what: str) -> None:
    if what == "send":
        tell_sent(request, person, one_time_links.make_and_send(person, one_time_links.purpose_for(person)))
    elif what == "lost":
        _tell(request, lost.ask(person, request.user))
    elif what == "agree":
        sent = lost.approve(person, request.user)
        if sent is None:
            messages.error(request, _("Deve dire di sì un’altra persona, e una volta sola."))
        else:
            tell_sent(request, person, sent)
    elif what == "stop":
        LostFactor.objects.filter(user=person).delete()
        messages.success(request, _("Fermato: resta tutto com’è."))


def _tell(request: HttpRequest, asked: bool) -> None:
    if asked:
        messages.success(
            request, _("Chiesto: le altre amministratrici lo sanno per e-mail, una deve dire di sì.")
        )
    else:
        messages.error(request, _("Non c’è un’altra amministratrice che possa dire di sì."))
