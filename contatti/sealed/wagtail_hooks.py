from typing import Any

from django.contrib import messages
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse_lazy
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.log_actions import LogActionRegistry

from contatti.sealed import history
from contatti.sealed.conf import sealed_settings
from contatti.sealed.key_change_mails import KEEPS
from contatti.sealed.panels import AlertsPanel
from contatti.sealed.views.changes import approve_change, changes, concerned, stop_change
from contatti.sealed.views.lanes import agree_to_it, lanes, put_aside, put_back
from contatti.sealed.views.proof import another, has_something, proof, prove
from contatti.sealed.views.resend import have_arrived, send_again, send_uncertain_again
from contatti.sealed.views.withdraw import withdraw
from contatti.sealed.withdrawal import warning_for


@hooks.register("register_admin_viewset")
def sealed_viewsets() -> ViewSetGroup:
    return sealed_settings.viewset_group()


@hooks.register("register_admin_urls")
def sealed_urls() -> list[URLPattern]:
    return [
        path("richieste/spedisci/", send_again, name="sealed_send_again"),
        path("richieste/spedisci/forse/", send_uncertain_again, name="sealed_send_uncertain_again"),
        path("richieste/arrivate/", have_arrived, name="sealed_have_arrived"),
        path("console/prova/", proof, name="sealed_proof"),
        path("console/prova/<int:pk>/", prove, name="sealed_prove"),
        path("console/prova/<int:pk>/nuova/", another, name="sealed_prove_anew"),
        path("chiavi/<int:pk>/togli/", withdraw, name="sealed_withdraw"),
        path("richieste/trattenute/", lanes, name="sealed_lanes"),
        path("richieste/trattenute/metti-da-parte/", put_aside, name="sealed_lane_aside"),
        path("richieste/trattenute/<int:pk>/si/", agree_to_it, name="sealed_lane_agree"),
        path("richieste/trattenute/<int:pk>/torna/", put_back, name="sealed_lane_back"),
        path("cambi/", changes, name="sealed_changes"),
        path("cambi/<int:pk>/approva/", approve_change, name="sealed_approve"),
        path("cambi/<int:pk>/ferma/", stop_change, name="sealed_stop"),
    ]


class ProofMenuItem(MenuItem):
    """Shown to who holds a key in use, and to who keeps them."""

    def is_shown(self, request: HttpRequest) -> bool:
        return has_something(request.user)


@hooks.register("register_admin_menu_item")
def proof_menu_item() -> MenuItem:
    return ProofMenuItem(
        gettext_lazy("Prova di lettura"), reverse_lazy("sealed_proof"), icon_name="tick-inverse", order=155
    )


class ChangesMenuItem(MenuItem):
    """Shown to who keeps keys, and to readers of a mailbox while one of its changes waits."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(KEEPS) or concerned(request.user))


@hooks.register("register_admin_menu_item")
def changes_menu_item() -> MenuItem:
    return ChangesMenuItem(
        gettext_lazy("Cambi da approvare"), reverse_lazy("sealed_changes"), icon_name="check", order=265
    )


@hooks.register("before_delete_user")
def warn_before_an_account_goes(request: HttpRequest, user: Any) -> None:
    if words := warning_for([user]):
        messages.warning(request, words)


@hooks.register("before_bulk_action")
def warn_before_accounts_go(request: HttpRequest, kind: str, users: list[Any], action: Any) -> None:
    if kind == "delete" and action.model is get_user_model() and (words := warning_for(users)):
        messages.warning(request, words)


@hooks.register("register_permissions")
def outbox_permissions() -> QuerySet[Permission]:
    return Permission.objects.filter(content_type__app_label="sealed", content_type__model="outboxitem")


@hooks.register("register_log_actions")
def log_actions(actions: LogActionRegistry) -> None:
    history.register(actions)


@hooks.register("construct_homepage_panels")
def alerts_panel(request: HttpRequest, panels: list[Component]) -> None:
    if sealed_settings.PANEL:
        panels.append(AlertsPanel())
