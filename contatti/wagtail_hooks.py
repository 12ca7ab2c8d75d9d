from typing import Any

from django.contrib import messages
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
from contatti.sealed.models import Conversation, OutboxItem
from contatti.views.key_maker import key_maker, send_certificate
from contatti.views.origin import may_ask, origin
from servizi.models import DeskPage


@hooks.register("register_admin_urls")
def origin_urls() -> list[URLPattern]:
    return [
        path("richieste/origine/", origin, name="contatti_origin"),
        path("fai-la-tua-chiave/", key_maker, name="contatti_key_maker"),
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
    of_its_desks = {"mailbox__deskmailbox__desk__path__startswith": page.path}
    if Conversation.objects.kept(localdate()).filter(**of_its_desks).exists():
        messages.error(
            request,
            _(
                "Ci sono risposte che donne devono ancora poter leggere: togliete la pagina dalla "
                "pubblicazione, e cancellatela quando sono scadute, o dopo aver chiuso le conversazioni."
            ),
        )
        return redirect("wagtailadmin_explore", page.get_parent().pk)
    items = OutboxItem.objects.filter(**of_its_desks)
    if not items.requests().exists():
        if request.method == "POST":
            items.tests().delete()
        return None
    if not isinstance(page.specific, DeskPage):
        messages.error(
            request,
            _(
                "Sotto «%(title)s» c’è uno sportello con richieste in consegna o consegnate da poco: prima "
                "devono essere eliminate da sole."
            )
            % {"title": page.title},
        )
        return redirect("wagtailadmin_explore", page.pk)
    messages.error(
        request,
        _(
            "Questo sportello ha ancora richieste in consegna o consegnate da poco: togliete la pagina dalla "
            "pubblicazione, e cancellatela quando sono state eliminate da sole."
        ),
    )
    return redirect("wagtailadmin_explore", page.get_parent().pk)


@hooks.register("before_bulk_action")
def keep_desks_with_requests(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> HttpResponse | None:
    """Apply the same to a deletion of several pages at once."""
    if action_type != "delete":
        return None
    pages = (item for item in objects if isinstance(item, Page))
    return next((refusal for page in pages if (refusal := keep_desk_with_requests(request, page))), None)
