from typing import Any

from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse_lazy
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.models import Page

from contatti import (  # noqa: F401 - register what they add to the administration
    dashboard,
    guide,
    key_guide,
    proof_todos,
    quick_links,
)
from contatti.console import todos  # noqa: F401 - registers what waits
from contatti.console.answer_page import answer_page
from contatti.console.answer_posts import end, keep, state, token
from contatti.console.model_answers import ModelAnswerViewSet
from contatti.console.requests import console, press
from contatti.console.rights import may_enter
from contatti.models import BodyMailbox
from contatti.referral import todos as referral_todos  # noqa: F401 - registers what waits
from contatti.referral.listing import answer, close, referrals
from contatti.referral.page import referral_page
from contatti.referral.posts import keys, send
from contatti.referral.rights import may_see
from contatti.sealed.models import Conversation, OutboxItem
from contatti.views.key_maker import key_guides, key_maker, send_certificate
from contatti.views.origin import may_ask, origin
from servizi.models import DeskPage

OF_DESK = "mailbox__deskmailbox__desk"
OF_BODY = "mailbox__bodymailbox__body"


@hooks.register("register_admin_urls")
def origin_urls() -> list[URLPattern]:
    return [
        path("richieste/origine/", origin, name="contatti_origin"),
        path("fai-la-tua-chiave/", key_maker, name="contatti_key_maker"),
        path("fai-la-tua-chiave/guide/", key_guides, name="contatti_key_guides"),
        path("fai-la-tua-chiave/manda/", send_certificate, name="contatti_send_certificate"),
    ]


@hooks.register("register_admin_urls")
def console_urls() -> list[URLPattern]:
    return [
        path("console/", console, name="console"),
        path("console/<uuid:item_id>/", press, name="console_press"),
        path("console/rispondi/", answer_page, name="console_answer"),
        path("console/rispondi/gettone/", token, name="console_token"),
        path("console/rispondi/stato/", state, name="console_state"),
        path("console/rispondi/metti/", keep, name="console_keep"),
        path("console/rispondi/chiudi/", end, name="console_end"),
    ]


@hooks.register("register_admin_urls")
def referral_urls() -> list[URLPattern]:
    return [
        path("casi/affida/", referral_page, name="referral_new"),
        path("casi/affida/chiavi/", keys, name="referral_keys"),
        path("casi/affida/manda/", send, name="referral_send"),
        path("casi/", referrals, name="referrals"),
        path("casi/<uuid:pk>/", answer, name="referral_reply"),
        path("casi/<uuid:pk>/chiudi/", close, name="referral_close"),
    ]


@hooks.register("register_admin_viewset")
def model_answers() -> ModelViewSet:
    return ModelAnswerViewSet()


class ConsoleMenuItem(MenuItem):
    """Shown to who answers at a desk and to who coordinates."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_enter(request.user)


@hooks.register("register_admin_menu_item")
def console_menu_item() -> MenuItem:
    return ConsoleMenuItem(gettext_lazy("Risposte"), reverse_lazy("console"), icon_name="mail", order=150)


class ReferralsMenuItem(MenuItem):
    """Shown to operators, to a body's people and to who coordinates."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_see(request.user)


@hooks.register("register_admin_menu_item")
def referrals_menu_item() -> MenuItem:
    return ReferralsMenuItem(
        gettext_lazy("Casi affidati"), reverse_lazy("referrals"), icon_name="resubmit", order=155
    )


class OriginMenuItem(MenuItem):
    """Shown to who answers at a desk and to who looks after delivery."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_ask(request.user)


@hooks.register("register_admin_menu_item")
def origin_menu_item() -> MenuItem:
    return OriginMenuItem(
        gettext_lazy("È passato da qui?"), reverse_lazy("contatti_origin"), icon_name="mail", order=260
    )


@hooks.register("before_delete_page")
def keep_desk_with_requests(request: HttpRequest, page: Page) -> HttpResponse | None:
    """The database refuses to forget a desk whose requests it still holds: say so instead of failing.

    Answers that wait for women would go with it, silently: refused likewise.
    """
    of_desks, of_bodies = ({f"{tie}__path__startswith": page.path} for tie in (OF_DESK, OF_BODY))
    of_its_mailboxes = Q(**of_desks) | Q(**of_bodies)
    if Conversation.objects.kept(localdate()).filter(of_its_mailboxes).exists():
        messages.error(
            request,
            _(
                "Ci sono risposte che donne devono ancora poter leggere: togliete la pagina dalla "
                "pubblicazione, e cancellatela quando sono scadute, o dopo aver chiuso le conversazioni."
            ),
        )
        return redirect("wagtailadmin_explore", page.get_parent().pk)
    items = OutboxItem.objects.filter(of_its_mailboxes)
    if not items.requests().exists():
        if request.method == "POST":
            items.tests().delete()
        return None
    is_itself = isinstance(page.specific, DeskPage) or BodyMailbox.objects.filter(body=page.pk).exists()
    messages.error(request, _still_has_letters(page, is_itself))
    return redirect("wagtailadmin_explore", page.get_parent().pk if is_itself else page.pk)


def _still_has_letters(page: Page, is_itself: bool) -> str:
    if not is_itself:
        return _(
            "Sotto «%(title)s» c’è uno sportello con richieste in consegna o consegnate da poco: prima "
            "devono essere eliminate da sole."
        ) % {"title": page.title}
    if not isinstance(page.specific, DeskPage):
        return _(
            "Questo ente ha ancora lettere in consegna o consegnate da poco: togliete la pagina dalla "
            "pubblicazione, e cancellatela quando sono state eliminate da sole."
        )
    return _(
        "Questo sportello ha ancora richieste in consegna o consegnate da poco: togliete la pagina dalla "
        "pubblicazione, e cancellatela quando sono state eliminate da sole."
    )


@hooks.register("before_bulk_action")
def keep_desks_with_requests(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> HttpResponse | None:
    """Apply the same to a deletion of several pages at once."""
    if action_type != "delete":
        return None
    pages = (item for item in objects if isinstance(item, Page))
    return next((refusal for page in pages if (refusal := keep_desk_with_requests(request, page))), None)
