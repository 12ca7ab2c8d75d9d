from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path
from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSetGroup

from contatti.panels import AttentionPanel
from contatti.views.keys import IntakeGroup, send_again


@hooks.register("register_admin_viewset")
def intake_viewsets() -> ViewSetGroup:
    return IntakeGroup()


@hooks.register("register_admin_urls")
def intake_urls() -> list[URLPattern]:
    return [path("richieste/spedisci/", send_again, name="contatti_send_again")]


@hooks.register("register_permissions")
def outbox_permissions() -> QuerySet[Permission]:
    return Permission.objects.filter(content_type__app_label="contatti", content_type__model="outboxitem")


@hooks.register("construct_homepage_panels")
def attention_panel(request: HttpRequest, panels: list[Any]) -> None:
    panels.append(AttentionPanel())
